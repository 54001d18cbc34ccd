// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/sidebardelegate.h"

#include "ui/charts/marks.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/rowdelegate.h"

#include <QPainter>

namespace milepost {

namespace {

constexpr int kPadding = 10;
constexpr double kRadius = 6;
/// Glyphs may be a little wider than their advance says.
constexpr int kAsideSlack = 4;

bool is(const QStyleOptionViewItem &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool isChosen = is(option, QStyle::State_Selected);
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange)
                       ? QPen(theme.accent, 1)
                       : QPen(Qt::NoPen));
    painter.setBrush(isChosen ? theme.accentSoft : QColor(Qt::transparent));
    if (!isChosen && is(option, QStyle::State_MouseOver))
        painter.setBrush(theme.hover);
    painter.drawRoundedRect(rect, kRadius, kRadius);
}

/// Takes \p width off the end of \p rect where a line starts.
QRect takeLeading(QRect &rect, int width, bool isMirrored)
{
    QRect taken = rect;
    if (isMirrored) {
        taken.setLeft(rect.right() - width + 1);
        rect.setRight(taken.left() - 1);
    } else {
        taken.setWidth(width);
        rect.setLeft(taken.right() + 1);
    }
    return taken;
}

void drawLine(QPainter &painter, const QRect &rect, Qt::Alignment edge, const QString &text)
{
    const Qt::Alignment visual = QStyle::visualAlignment(painter.layoutDirection(), edge | Qt::AlignVCenter);
    painter.drawText(rect, static_cast<int>(visual | Qt::AlignAbsolute) | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rect.width()));
}

/// The sign before a heading that opens and closes.
void paintChevron(QPainter &painter, QRect &rect, const QStyleOptionViewItem &option, bool isOpen)
{
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const int side = QFontMetrics(painter.font()).ascent();
    const QRect place = takeLeading(rect, side + 4, isMirrored);
    const QRect square(isMirrored ? place.right() - side + 1 : place.left(),
                       rect.top() + (rect.height() - side) / 2 + 1, side, side);
    const Icon closed = isMirrored ? Icon::ChevronLeft : Icon::ChevronRight;
    icon(isOpen ? Icon::ChevronDown : closed).paint(&painter, square);
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const Theme &theme)
{
    const QVariant isOpen = index.data(Qt::CheckStateRole);
    QFont font = smallFont(option.font);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.quiet);
    QRect rect = option.rect.adjusted(kPadding, QFontMetrics(font).height() * 2 / 3, -kPadding, 0);
    if (isOpen.isValid()) {
        paintGround(painter, option, theme);
        painter.setPen(theme.quiet);
        paintChevron(painter, rect, option, isOpen.toInt() == Qt::Checked);
    }
    drawLine(painter, rect, Qt::AlignLeft, option.text);
    painter.setFont(smallFont(option.font));
    drawLine(painter, rect, Qt::AlignRight, index.data(SecondaryTextRole).toString());
}

/// What there is to know of a place, at the end of its line; answers the room that is left.
QRect paintAside(QPainter &painter, QRect rect, const QStyleOptionViewItem &option, const QModelIndex &index,
                 const Theme &theme)
{
    const QString aside = index.data(SecondaryTextRole).toString();
    if (aside.isEmpty())
        return rect;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    painter.setFont(smallFont(option.font));
    painter.setPen(theme.quiet);
    const QFontMetrics metrics(painter.font());
    const int sign = index.data(StatusRole).isValid() ? metrics.ascent() : 0;
    const int width = metrics.horizontalAdvance(aside) + kAsideSlack + (sign > 0 ? sign + 5 : 0);
    QRect end = rect;
    isMirrored ? end.setWidth(width) : end.setLeft(rect.right() - width + 1);
    isMirrored ? rect.setLeft(end.right() + 8) : rect.setRight(end.left() - 8);
    if (sign > 0) {
        const int top = end.top() + (end.height() - sign) / 2;
        const QRect square(isMirrored ? end.right() - sign + 1 : end.left(), top, sign, sign);
        icon(Icon::Private).paint(&painter, square);
        isMirrored ? end.setRight(square.left() - 5) : end.setLeft(square.right() + 5);
    }
    drawLine(painter, end, Qt::AlignLeft, aside);
    return rect;
}

void paintPlace(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const Theme &theme)
{
    const bool isChosen = is(option, QStyle::State_Selected);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    QRect rect = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    paintGround(painter, option, theme);
    if (!option.icon.isNull()) {
        const int side = option.decorationSize.width();
        const QRect place = takeLeading(rect, side + 8, isMirrored);
        option.icon.paint(&painter, isMirrored ? place.adjusted(8, 0, 0, 0) : place.adjusted(0, 0, -8, 0));
    }
    rect = paintAside(painter, rect, option, index, theme);
    QFont font = option.font;
    font.setWeight(isChosen ? QFont::DemiBold : font.weight());
    painter.setFont(font);
    painter.setPen(isChosen ? theme.accentInk : theme.ink);
    drawLine(painter, rect, Qt::AlignLeft, option.text);
}

} // namespace

void SideBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const Theme &theme = themeOf(own.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(own.direction);
    if (rowKindOf(index) == RowKind::Section)
        paintHeading(*painter, own, index, theme);
    else
        paintPlace(*painter, own, index, theme);
    painter->restore();
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const int height = QFontMetrics(own.font).height();
    const int heading = QFontMetrics(smallFont(own.font)).height() * 5 / 2;
    // Long names are elided rather than scrolled to.
    return {6 * height, rowKindOf(index) == RowKind::Section ? heading : height + 14};
}

} // namespace milepost
