// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recentdelegate.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"

#include <QPainter>

namespace milepost {
namespace {

constexpr int kPadding = 10;
constexpr double kRadius = 6;

void drawGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    if (!isFocused && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    painter.setPen(isFocused ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.hover);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const Theme &theme = themeOf(own.palette);
    const QFont small = smallFont(own.font);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(own.direction);
    drawGround(*painter, own, theme);
    const QRect rect = own.rect.adjusted(kPadding, kPadding / 2, -kPadding, -kPadding / 2);
    QRect upper = rect;
    upper.setHeight(rect.height() / 2);
    const QRect lower = rect.adjusted(0, upper.height(), 0, 0);
    const auto line = [&](const QRect &where, const QFont &font, const QColor &ink, Qt::Alignment edge,
                          const QString &text, Qt::TextElideMode cut) {
        painter->setFont(font);
        painter->setPen(ink);
        const Qt::Alignment visual = QStyle::visualAlignment(own.direction, edge) | Qt::AlignVCenter;
        painter->drawText(where, static_cast<int>(visual) | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, cut, where.width()));
    };
    const QString day = index.data(DayRole).toString();
    const int dayWidth = QFontMetrics(small).horizontalAdvance(day) + kPadding;
    line(upper, small, theme.quiet, Qt::AlignRight, day, Qt::ElideRight);
    line(own.direction == Qt::RightToLeft ? upper.adjusted(dayWidth, 0, 0, 0)
                                          : upper.adjusted(0, 0, -dayWidth, 0),
         own.font, theme.ink, Qt::AlignLeft, own.text, Qt::ElideRight);
    line(lower, small, theme.quiet, Qt::AlignLeft, index.data(SecondaryTextRole).toString(), Qt::ElideMiddle);
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(option.font).height();
    return {10 * height, 2 * height + kPadding + 4};
}

} // namespace milepost
