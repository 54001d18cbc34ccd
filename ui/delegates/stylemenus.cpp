// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/stylemenus.h"

#include "ui/charts/theme.h"
#include "ui/delegates/stylestrokes.h"

#include <QPainter>
#include <QStyleOption>

namespace milepost::style {

void drawMenuItem(const QProxyStyle &style, const QStyleOptionMenuItem &option, QPainter *painter,
                  const QWidget *widget)
{
    const Theme &theme = themeOf(option.palette);
    painter->fillRect(option.rect, theme.panel);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1),
                          theme.line);
        return;
    }
    QStyleOptionMenuItem item = option;
    item.palette.setBrush(QPalette::Window, theme.panel);
    if (is(&option, QStyle::State_Selected) && is(&option, QStyle::State_Enabled))
        drawBox(painter, option.rect.adjusted(0, 1, 0, -1), theme.accentSoft, {}, 4);
    item.state.setFlag(QStyle::State_Selected, false);
    style.QProxyStyle::drawControl(QStyle::CE_MenuItem, &item, painter, widget);
}

void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const Theme &theme = themeOf(option.palette);
    painter->fillRect(option.rect, theme.bg);
    if (is(&option, QStyle::State_Selected))
        drawBox(painter, option.rect.adjusted(1, 2, -1, -2), theme.hover, {}, 4);
    painter->setPen(is(&option, QStyle::State_Enabled) ? theme.ink : theme.mute);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

} // namespace milepost::style
