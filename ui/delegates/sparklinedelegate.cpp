// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/sparklinedelegate.h"

#include "ui/charts/marks.h"

#include <QPainter>

namespace milepost {

void SparklineDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    paintSparkline(painter, cell.inside, cell.index.data(SparklineRole).value<SparklineFact>(), cell.theme);
}

int SparklineDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return QFontMetrics(option.font).height() * 6;
}

} // namespace milepost
