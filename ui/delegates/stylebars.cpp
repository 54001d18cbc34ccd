// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/stylebars.h"

#include "ui/charts/theme.h"
#include "ui/delegates/stylestrokes.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace milepost::style {
namespace {

/// The thumb of a scroll bar without buttons: its length is the share of the page, at least 24 px.
QRect sliderRect(const QStyleOptionSlider *option)
{
    const bool isHorizontal = option->orientation == Qt::Horizontal;
    const int room = isHorizontal ? option->rect.width() : option->rect.height();
    const int range = option->maximum - option->minimum;
    int length = room;
    if (range > 0) {
        const qint64 whole = qint64{range} + option->pageStep;
        length = static_cast<int>(qint64{room} * option->pageStep / std::max<qint64>(whole, 1));
        length = std::clamp(length, std::min(24, room), room);
    }
    const int start = QStyle::sliderPositionFromValue(
        option->minimum, option->maximum, option->sliderPosition, room - length, option->upsideDown);
    return isHorizontal
               ? QRect(option->rect.left() + start, option->rect.top(), length, option->rect.height())
               : QRect(option->rect.left(), option->rect.top() + start, option->rect.width(), length);
}

} // namespace

void drawProgressGroove(QPainter *painter, const QStyleOption *option)
{
    const QRect rect(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 6);
    drawBox(painter, rect, themeOf(option->palette).muteSoft, {}, 3);
}

void drawProgressContents(QPainter *painter, const QStyleOption *option)
{
    const auto *const bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (bar == nullptr)
        return;
    QRect rect(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 6);
    const int span = bar->maximum - bar->minimum;
    const int whole = rect.width();
    const bool isMirrored = (option->direction == Qt::RightToLeft) != bar->invertedAppearance;
    if (span > 0)
        rect.setWidth(static_cast<int>(qint64{whole} * (bar->progress - bar->minimum) / span));
    else
        rect.setWidth(whole / 3);
    if (isMirrored)
        rect.moveLeft(option->rect.right() + 1 - rect.width());
    drawBox(painter, rect, themeOf(option->palette).accent, {}, 3);
}

void drawScrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    const Theme &theme = themeOf(option->palette);
    if (option->maximum <= option->minimum)
        return;
    const bool isHeld =
        is(option, QStyle::State_Sunken) && option->activeSubControls == QStyle::SC_ScrollBarSlider;
    const bool isHorizontal = option->orientation == Qt::Horizontal;
    const QRect thumb = isHorizontal ? slider.adjusted(2, 3, -2, -3) : slider.adjusted(3, 2, -3, -2);
    const QColor calm = mixed(theme.line, theme.mute, 0.35);
    drawBox(painter, thumb, isHeld || isHovered(option) ? theme.mute : calm, {},
            (isHorizontal ? thumb.height() : thumb.width()) / 2.0);
}

QRect scrollBarRect(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const QRect slider = sliderRect(option);
    const bool isHorizontal = option->orientation == Qt::Horizontal;
    QRect rect = option->rect;
    if (part == QStyle::SC_ScrollBarSlider)
        return slider;
    if (part == QStyle::SC_ScrollBarGroove)
        return rect;
    if (part == QStyle::SC_ScrollBarSubPage) {
        isHorizontal ? rect.setRight(slider.left() - 1) : rect.setBottom(slider.top() - 1);
        return rect;
    }
    if (part == QStyle::SC_ScrollBarAddPage) {
        isHorizontal ? rect.setLeft(slider.right() + 1) : rect.setTop(slider.bottom() + 1);
        return rect;
    }
    return {};
}

} // namespace milepost::style
