// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/styleviews.h"

#include "ui/charts/marks.h"
#include "ui/charts/theme.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/stylestrokes.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace milepost::style {

QModelIndex indexOf(const QStyleOptionViewItem &item, const QWidget *widget)
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(widget);
    return item.index.isValid() || view == nullptr ? item.index : view->indexAt(item.rect.center());
}

void drawViewItem(const QProxyStyle &style, const QStyleOptionViewItem &item, QPainter *painter,
                  const QWidget *widget)
{
    QStyleOptionViewItem own = item;
    own.palette.setColor(QPalette::HighlightedText, themeOf(item.palette).ink);
    style.QProxyStyle::drawControl(QStyle::CE_ItemViewItem, &own, painter, widget);
}

void drawBranch(QPainter *painter, const QStyleOption *option)
{
    if (!is(option, QStyle::State_Children))
        return;
    const bool isMirrored = option->direction == Qt::RightToLeft;
    const Way closed = isMirrored ? Way::Left : Way::Right;
    drawChevron(painter, option->rect, is(option, QStyle::State_Open) ? Way::Down : closed,
                themeOf(option->palette).quiet);
}

void drawHeaderSection(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    painter->fillRect(option->rect, theme.panel);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
}

void drawHeaderLabel(const QStyleOptionHeader &header, QPainter *painter)
{
    const Theme &theme = themeOf(header.palette);
    painter->save();
    const bool namesRows = header.orientation == Qt::Vertical;
    const QFont font = namesRows ? painter->font() : smallFont(painter->font());
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(namesRows ? theme.ink : theme.quiet);
    QRect rect = header.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
    if (header.sortIndicator != QStyleOptionHeader::None)
        header.direction == Qt::RightToLeft ? rect.setLeft(rect.left() + 12)
                                            : rect.setRight(rect.right() - 12);
    const Qt::Alignment alignment =
        QStyle::visualAlignment(header.direction, header.textAlignment) | Qt::AlignVCenter;
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine,
                      metrics.elidedText(header.text, Qt::ElideRight, rect.width()));
    painter->restore();
}

void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const Theme &theme = themeOf(tab.palette);
    const QRect &rect = tab.rect;
    if (is(&tab, QStyle::State_Selected))
        painter->fillRect(QRect(rect.left() + 6, rect.bottom() - 1, rect.width() - 12, 2), theme.accent);
    else if (isHovered(&tab))
        drawBox(painter, rect.adjusted(2, 2, -2, -3), theme.hover, {});
}

} // namespace milepost::style
