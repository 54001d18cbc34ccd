// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/monthdelegate.h"

#include "ui/charts/marks.h"
#include "ui/charts/signs.h"
#include "ui/charts/theme.h"

#include <QPainter>

namespace milepost {

namespace {

/// The tint lies within the cell, so that cells of one colour stay apart.
void paintTint(QPainter &painter, const QRect &inside, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(inside).adjusted(-5, 2.5, 5, -2.5), 5, 5);
    painter.restore();
}

} // namespace

int MonthDelegate::rowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + QFontMetrics(smallFont(font)).height() + 12;
}

QSize MonthDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {QFontMetrics(option.font).averageCharWidth() * 13, rowHeight(option.font)};
}

void MonthDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    const auto status = cell.index.data(StatusRole).value<StatusFact>();
    const QString target = cell.index.data(SecondaryTextRole).toString();
    const bool isSaid = !status.word.isEmpty() && cell.index.data(ValueRole).isValid();
    const ToneColours colours = coloursOf(status.tone, cell.theme);
    const QFont small = smallFont(cell.option.font);
    const int upper = QFontMetrics(cell.option.font).height();
    const int lower = QFontMetrics(small).height();
    if (isSaid)
        paintTint(painter, cell.inside, colours.ground);
    QRect line = cell.inside;
    line.setTop(line.top() + (line.height() - upper - (target.isEmpty() ? 0 : lower)) / 2);
    line.setHeight(upper);
    if (isSaid) {
        const int side = QFontMetrics(cell.option.font).ascent() - 3;
        const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
        paintSign(painter,
                  QRectF(isMirrored ? line.right() - side : line.left(), line.top() + (upper - side) / 2.0,
                         side, side),
                  status.sign, colours.ink);
    }
    painter.setPen(isSaid ? colours.ink : cell.theme.ink);
    drawTabular(painter, line, cell.option.text);
    painter.setFont(small);
    painter.setPen(isSaid ? colours.ink : cell.theme.soft);
    line.moveTop(line.bottom() + 1);
    line.setHeight(lower);
    drawTabular(painter, line, target);
}

} // namespace milepost
