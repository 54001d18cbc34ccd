// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QColor;
class QStyleOption;

namespace milepost::style {

/// Of round corners.
constexpr double kRadius = 6;

enum class Way { Up, Down, Left, Right };

bool is(const QStyleOption *option, QStyle::StateFlag flag);

/// Enabled, and under the pointer.
bool isHovered(const QStyleOption *option);

bool hasProperty(const QWidget *widget, const char *name);

/// A filled box with a hairline round it, on whole pixels.
void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
             double radius = kRadius, double width = 1);

/// A line through points that are given as shares of the square.
void drawLines(QPainter *painter, const QRectF &square, const QList<QPointF> &points, const QColor &ink,
               double width = 1.4);

/// A square in the middle.
QRectF squareIn(const QRect &rect, double side);

void drawChevron(QPainter *painter, const QRect &rect, Way way, const QColor &ink);

/// The colour that lies at this share of the way from one to the other.
QColor mixed(const QColor &one, const QColor &other, double share);

} // namespace milepost::style
