// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/stylebuttons.h"

#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/stylestrokes.h"

#include <QPainter>
#include <QStyleOption>

namespace milepost::style {

bool isPrimary(const QWidget *widget)
{
    return hasProperty(widget, kPrimaryProperty);
}

void drawButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeOf(option->palette);
    const bool isDown = is(option, QStyle::State_Sunken);
    const bool isOn = is(option, QStyle::State_On);
    QColor fill = theme.panel;
    QColor border = theme.line;
    if (isPrimary(widget) && is(option, QStyle::State_Enabled)) {
        fill = isDown ? mixed(theme.accent, theme.ink, 0.18) : theme.accent;
        if (!isDown && isHovered(option))
            fill = mixed(theme.accent, theme.ink, 0.08);
        border = fill;
    } else if (isDown || isOn) {
        fill = isOn ? theme.accentSoft : theme.line;
    } else if (isHovered(option)) {
        fill = theme.hover;
    } else if (hasProperty(widget, kQuietProperty)) {
        return;
    }
    drawBox(painter, option->rect, fill, border);
}

void drawButtonLabel(const QProxyStyle &style, const QStyleOptionButton &option, QPainter *painter,
                     const QWidget *widget)
{
    QStyleOptionButton label = option;
    painter->save();
    if (isPrimary(widget)) {
        const Theme &theme = themeOf(option.palette);
        if (is(&option, QStyle::State_Enabled))
            label.palette.setColor(QPalette::ButtonText, theme.onAccent);
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
    }
    style.QProxyStyle::drawControl(QStyle::CE_PushButtonLabel, &label, painter, widget);
    painter->restore();
}

void drawToolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeOf(option->palette);
    if (is(option, QStyle::State_On) && !hasProperty(widget, kFoldProperty))
        drawBox(painter, option->rect, theme.accentSoft, {});
    else if (is(option, QStyle::State_Sunken))
        drawBox(painter, option->rect, theme.line, {});
    else if (isHovered(option))
        drawBox(painter, option->rect, theme.hover, {});
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        drawBox(painter, option->rect, {}, theme.accent, kRadius, 1.5);
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    const QRect box = squareIn(option->rect, 14).toAlignedRect();
    const bool isFilled = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const QColor fill = isFilled ? theme.accent : theme.panel;
    drawBox(painter, box, is(option, QStyle::State_Enabled) ? fill : theme.muteSoft,
            isFilled ? fill : theme.mute, 4, 1.5);
    if (is(option, QStyle::State_On))
        drawLines(painter, squareIn(box, 8), {{0.05, 0.55}, {0.4, 0.88}, {0.98, 0.14}}, theme.onAccent, 1.8);
    else if (is(option, QStyle::State_NoChange))
        drawLines(painter, squareIn(box, 8), {{0.1, 0.5}, {0.9, 0.5}}, theme.onAccent, 1.8);
}

void drawRadio(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = themeOf(option->palette);
    const QRect box = squareIn(option->rect, 14).toAlignedRect();
    const bool isOn = is(option, QStyle::State_On);
    drawBox(painter, box, theme.panel, isOn ? theme.accent : theme.mute, 7, 1.5);
    if (isOn)
        drawBox(painter, box.adjusted(4, 4, -4, -4), theme.accent, {}, 3);
}

} // namespace milepost::style
