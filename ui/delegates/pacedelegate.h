// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

namespace milepost {

/// How far a row is ahead of the calendar or behind it, in words; in a colour of warning only where it lags
/// so far that its status says so too.
class PaceDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const Cell &cell) const override;
};

} // namespace milepost
