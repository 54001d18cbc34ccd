// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/stylefields.h"

#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/delegates/stylestrokes.h"

#include <QPainter>
#include <QStyleOption>

namespace milepost::style {

void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeOf(option->palette);
    const bool isCell = hasProperty(widget, kCellProperty);
    const bool isFocused = isCell || is(option, QStyle::State_HasFocus);
    const QColor fill = is(option, QStyle::State_Enabled) ? theme.panel : theme.bg;
    drawBox(painter, option->rect, fill, isFocused ? theme.accent : theme.line, isCell ? 5 : kRadius,
            isFocused ? 1.5 : 1);
}

void drawComboBox(const QProxyStyle &style, const QStyleOptionComboBox &combo, QPainter *painter,
                  const QWidget *widget)
{
    const Theme &theme = themeOf(combo.palette);
    const bool isFocused = is(&combo, QStyle::State_HasFocus);
    const QColor fill = isHovered(&combo) && !combo.editable ? theme.hover : theme.panel;
    if (combo.frame)
        drawBox(painter, combo.rect, fill, isFocused ? theme.accent : theme.line, kRadius,
                isFocused ? 1.5 : 1);
    drawChevron(painter, style.subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxArrow, widget),
                Way::Down, theme.quiet);
}

void drawSpinBox(const QProxyStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter,
                 const QWidget *widget)
{
    const Theme &theme = themeOf(spin.palette);
    const bool isFocused = is(&spin, QStyle::State_HasFocus);
    if (spin.frame)
        drawBox(painter, spin.rect, theme.panel, isFocused ? theme.accent : theme.line, kRadius,
                isFocused ? 1.5 : 1);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto part = [&](QStyle::SubControl control) {
        return style.subControlRect(QStyle::CC_SpinBox, &spin, control, widget);
    };
    drawChevron(painter, part(QStyle::SC_SpinBoxUp), Way::Up, theme.quiet);
    drawChevron(painter, part(QStyle::SC_SpinBoxDown), Way::Down, theme.quiet);
}

} // namespace milepost::style
