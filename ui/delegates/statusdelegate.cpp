// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/statusdelegate.h"

#include "ui/charts/marks.h"

#include <QPainter>

namespace milepost {

void StatusDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    paintPill(painter, cell.inside, cell.index.data(StatusRole).value<StatusFact>(), cell.option.font,
              cell.theme);
}

int StatusDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return pillSize(index.data(StatusRole).value<StatusFact>(), option.font).width();
}

} // namespace milepost
