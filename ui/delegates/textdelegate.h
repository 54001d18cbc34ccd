// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

namespace milepost {

/// A quiet text, such as the day of the last update; with a clock in the attention colour where UpdateRole
/// says that the next one is overdue. Aligned as Qt::TextAlignmentRole says.
class TextDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const Cell &cell) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace milepost
