// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;

namespace milepost::style {

/// The main action of a page.
bool isPrimary(const QWidget *widget);

void drawButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);

void drawButtonLabel(const QProxyStyle &style, const QStyleOptionButton &option, QPainter *painter,
                     const QWidget *widget);

void drawToolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);

void drawCheckBox(QPainter *painter, const QStyleOption *option);

void drawRadio(QPainter *painter, const QStyleOption *option);

} // namespace milepost::style
