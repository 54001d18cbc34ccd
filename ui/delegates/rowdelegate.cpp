// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/rowdelegate.h"

#include "ui/charts/theme.h"

#include <QPainter>

namespace milepost {

namespace {

constexpr int kSlack = 3; // a text is elided already where its rounded width is just there

/// Heights in ninths of the font's, so that they grow with the text: 36, 44 and 34 px where it is 16 px high.
int rowHeight(RowKind kind, const QFontMetrics &metrics)
{
    switch (kind) {
    case RowKind::Objective:
        return metrics.height() * 44 / 16;
    case RowKind::Section:
        return metrics.height() * 34 / 16;
    case RowKind::Other:
    case RowKind::KeyResult:
    case RowKind::Kpi:
        return metrics.height() * 36 / 16;
    }
    Q_UNREACHABLE();
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 1));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 5, 5);
}

} // namespace

RowKind rowKindOf(const QModelIndex &index)
{
    return index.data(RowKindRole).value<RowKind>();
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, RowKind kind)
{
    if (kind == RowKind::Section)
        return;
    const Theme &theme = themeOf(option.palette);
    const QRect &rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        painter.fillRect(rect, theme.hover);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const Theme &theme = themeOf(own.palette);
    const RowKind kind = rowKindOf(index);

    painter->save();
    painter->setLayoutDirection(own.direction);
    paintRowGround(*painter, own, kind);
    painter->setClipRect(own.rect, Qt::IntersectClip);
    painter->setFont(own.font);
    painter->setPen(theme.ink);
    paintCell(*painter, {own.rect.adjusted(kCellPadding, 0, -kCellPadding, -1), own, index, theme, kind});
    paintFocus(*painter, own, theme);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // A tree that lays out its rows asks each of their cells for the height alone, and says so by a width of
    // -1: the first one answers for all. A board may have thousands of rows.
    if (option.rect.width() < 0)
        return index.column() > 0 ? QSize(0, 0) : QSize(0, rowHeight(rowKindOf(index), option.fontMetrics));
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    return {contentWidth(own, index) + 2 * kCellPadding + kSlack,
            rowHeight(rowKindOf(index), QFontMetrics(own.font))};
}

int RowDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return QFontMetrics(option.font).horizontalAdvance(option.text);
}

} // namespace milepost
