// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionMenuItem;

namespace milepost::style {

void drawMenuItem(const QProxyStyle &style, const QStyleOptionMenuItem &option, QPainter *painter,
                  const QWidget *widget);

void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter);

} // namespace milepost::style
