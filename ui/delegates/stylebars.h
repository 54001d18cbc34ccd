// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QStyleOptionSlider;

namespace milepost::style {

void drawProgressGroove(QPainter *painter, const QStyleOption *option);

void drawProgressContents(QPainter *painter, const QStyleOption *option);

void drawScrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);

/// A part of a scroll bar, which has no buttons.
QRect scrollBarRect(const QStyleOptionSlider *option, QStyle::SubControl part);

} // namespace milepost::style
