// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionSpinBox;

namespace milepost::style {

/// What one types into: a line, or a cell that is being edited.
void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget);

void drawComboBox(const QProxyStyle &style, const QStyleOptionComboBox &combo, QPainter *painter,
                  const QWidget *widget);

void drawSpinBox(const QProxyStyle &style, const QStyleOptionSpinBox &spin, QPainter *painter,
                 const QWidget *widget);

} // namespace milepost::style
