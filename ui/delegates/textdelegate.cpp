// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/textdelegate.h"

#include "ui/charts/marks.h"
#include "ui/charts/signs.h"

#include <QPainter>

namespace milepost {

bool TextDelegate::isOverdue(const QModelIndex &index) const
{
    return m_tells == Tells::Updates && index.data(UpdateRole).value<UpdateFact>().isOverdue;
}

void TextDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    const bool isLate = isOverdue(cell.index);
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QFontMetrics metrics(cell.option.font);
    QRect rect = cell.inside;
    painter.setPen(isLate ? cell.theme.warn : cell.theme.soft);
    if (isLate && !cell.option.text.isEmpty()) {
        const int side = metrics.ascent() - 2;
        const QRectF square(isMirrored ? rect.right() - side + 1 : rect.left(),
                            rect.top() + (rect.height() - side) / 2.0, side, side);
        paintSign(painter, square, Sign::Clock, cell.theme.warn);
        rect.adjust(isMirrored ? 0 : side + 5, 0, isMirrored ? -side - 5 : 0, 0);
    }
    const Qt::Alignment alignment =
        QStyle::visualAlignment(cell.option.direction, cell.option.displayAlignment);
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                     metrics.elidedText(cell.option.text, Qt::ElideRight, rect.width()));
}

int TextDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const bool isLate = isOverdue(index);
    return metrics.horizontalAdvance(option.text) + (isLate ? metrics.ascent() + 3 : 0);
}

} // namespace milepost
