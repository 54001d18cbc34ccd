// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/titledelegate.h"

#include "ui/charts/marks.h"
#include "ui/charts/signs.h"
#include "ui/words/figures.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace milepost {

namespace {

constexpr int kGap = 8;
/// Between the flag and its number.
constexpr int kFlagGap = 3;

/// Keeps a text of foreign letters in one piece, whatever its direction: the line as a whole follows the
/// window.
QString onOneLine(QString text)
{
    for (QChar &character : text)
        if (character == u'\n' || character == u'\r' || character == u'\t' ||
            character == QChar::LineSeparator || character == QChar::ParagraphSeparator)
            character = u' ';
    return text;
}

QFont titleFont(const QFont &font, RowKind kind)
{
    if (kind == RowKind::Section) {
        QFont small = smallFont(font);
        small.setWeight(QFont::DemiBold);
        return small;
    }
    if (kind != RowKind::Objective)
        return font;
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    if (font.pointSizeF() > 0)
        strong.setPointSizeF(font.pointSizeF() * 1.04);
    return strong;
}

int indentOf(const QModelIndex &index, RowKind kind, const QFont &font)
{
    const bool isChild = kind == RowKind::KeyResult || kind == RowKind::Kpi;
    return isChild && !index.parent().isValid() ? QFontMetrics(font).height() * 20 / 16 : 0;
}

struct Texts
{
    QString title;
    QString secondary;
};

Texts textsOf(const QModelIndex &index)
{
    // A title may be a megabyte long; nobody sees more than this of it in a cell.
    constexpr qsizetype kMost = 500;
    return {onOneLine(index.data(Qt::DisplayRole).toString().left(kMost)),
            onOneLine(index.data(SecondaryTextRole).toString().left(kMost))};
}

int overdueActionsAt(const QModelIndex &index)
{
    return index.data(OverdueActionsRole).toInt();
}

int flagSide(const QFont &font)
{
    return QFontMetrics(font).ascent() - 2;
}

int flagWidth(int count, const QFont &font)
{
    const QString number = QLocale().toString(count);
    return flagSide(font) + kFlagGap + QFontMetrics(smallFont(font)).horizontalAdvance(number);
}

/// Where the flag and its number stand: at the end of the cell, in the direction that one reads.
QRect flagRect(const QRect &inside, int count, const QFont &font, Qt::LayoutDirection direction)
{
    const QSize size(flagWidth(count, font), inside.height());
    return QStyle::alignedRect(direction, Qt::AlignRight | Qt::AlignVCenter, size, inside);
}

void paintFlag(QPainter &painter, const QRect &rect, int count, const QFont &font, const Theme &theme)
{
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const int side = flagSide(font);
    const int left = isMirrored ? rect.right() - side + 1 : rect.left();
    paintSign(painter, QRectF(left, rect.top() + (rect.height() - side) / 2.0, side, side), Sign::Flag,
              theme.warn);
    painter.setFont(smallFont(font));
    painter.setPen(theme.warn);
    const int edge = isMirrored ? Qt::AlignLeft : Qt::AlignRight;
    painter.drawText(rect, edge | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
                     QLocale().toString(count));
}

QRect textRect(const QRect &inside, RowKind kind, const QFontMetrics &metrics)
{
    return kind == RowKind::Section ? inside.adjusted(0, metrics.height() / 2, 0, 0) : inside;
}

void drawLine(QPainter &painter, const QRect &rect, const QString &text)
{
    // The window's direction decides the edge; the text's own letters decide how it runs.
    const Qt::Alignment edge = painter.layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    QTextOption option(edge | Qt::AlignAbsolute | Qt::AlignVCenter);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(rect, QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rect.width()),
                     option);
}

} // namespace

void TitleDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    const Texts texts = textsOf(cell.index);
    const QFont font = titleFont(cell.option.font, cell.kind);
    const QFontMetrics metrics(font);
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const int indent = indentOf(cell.index, cell.kind, cell.option.font);
    QRect rect = textRect(cell.inside, cell.kind, metrics)
                     .adjusted(isMirrored ? 0 : indent, 0, isMirrored ? -indent : 0, 0);
    if (const int count = overdueActionsAt(cell.index); count > 0) {
        const QRect flag = flagRect(cell.inside, count, cell.option.font, painter.layoutDirection());
        paintFlag(painter, flag, count, cell.option.font, cell.theme);
        isMirrored ? rect.setLeft(flag.right() + kGap) : rect.setRight(flag.left() - kGap);
    }

    painter.setFont(font);
    painter.setPen(cell.kind == RowKind::Section ? cell.theme.quiet : cell.theme.ink);
    drawLine(painter, rect, texts.title);

    const int used = metrics.horizontalAdvance(texts.title) + kGap;
    if (texts.secondary.isEmpty() || used + metrics.height() * 2 > rect.width())
        return;
    painter.setFont(cell.option.font);
    painter.setPen(cell.theme.soft);
    drawLine(painter, rect.adjusted(isMirrored ? 0 : used, 0, isMirrored ? -used : 0, 0), texts.secondary);
}

int TitleDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Texts texts = textsOf(index);
    const RowKind kind = rowKindOf(index);
    const int secondary =
        texts.secondary.isEmpty() ? 0 : kGap + QFontMetrics(option.font).horizontalAdvance(texts.secondary);
    const int count = overdueActionsAt(index);
    const int flag = count > 0 ? kGap + flagWidth(count, option.font) : 0;
    return indentOf(index, kind, option.font) +
           QFontMetrics(titleFont(option.font, kind)).horizontalAdvance(texts.title) + secondary + flag;
}

bool TitleDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const bool isCut = contentWidth(own, index) > option.rect.width() - 2 * kCellPadding;
    const int count = overdueActionsAt(index);
    const bool isKnown = index.data(Qt::ToolTipRole).isValid();
    if (event->type() != QEvent::ToolTip || isKnown || (!isCut && count == 0))
        return RowDelegate::helpEvent(event, view, option, index);
    const Texts texts = textsOf(index);
    QStringList lines;
    if (isCut)
        lines << texts.title << texts.secondary;
    if (count > 0)
        lines << overdueActionsText(count);
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), lines.join(u'\n'), view->viewport(), option.rect);
    return true;
}

bool TitleDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const int count = overdueActionsAt(index);
    if (event->type() == QEvent::MouseButtonRelease && count > 0) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        const QRect inside = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
        const QRect flag = flagRect(inside, count, option.font, option.direction);
        if (mouse->button() == Qt::LeftButton &&
            flag.adjusted(-kFlagGap, 0, kCellPadding, 0).contains(mouse->position().toPoint()))
            Q_EMIT actionsClicked(index);
    }
    return RowDelegate::editorEvent(event, model, option, index);
}

} // namespace milepost
