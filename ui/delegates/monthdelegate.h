// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

namespace milepost {

/// A month of a KPI: what it came to over what was asked, with the sign of its health on a soft tint.
class MonthDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The height of such a row with this font.
    static int rowHeight(const QFont &font);

protected:
    void paintCell(QPainter &painter, const Cell &cell) const override;
};

} // namespace milepost
