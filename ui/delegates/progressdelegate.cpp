// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/progressdelegate.h"

#include "ui/charts/marks.h"

#include <QPainter>

namespace milepost {

void ProgressDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    paintProgress(painter, cell.inside, cell.index.data(ProgressRole).value<ProgressFact>(), cell.theme);
}

int ProgressDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return QFontMetrics(option.font).height() * 5;
}

} // namespace milepost
