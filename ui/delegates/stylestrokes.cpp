// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/stylestrokes.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace milepost::style {

bool is(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool isHovered(const QStyleOption *option)
{
    return is(option, QStyle::State_Enabled) && is(option, QStyle::State_MouseOver);
}

bool hasProperty(const QWidget *widget, const char *name)
{
    return widget != nullptr && widget->property(name).toBool();
}

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, double radius,
             double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawLines(QPainter *painter, const QRectF &square, const QList<QPointF> &points, const QColor &ink,
               double width)
{
    QPolygonF line;
    for (const QPointF &point : points)
        line.append(square.topLeft() + QPointF(point.x() * square.width(), point.y() * square.height()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
    painter->restore();
}

QRectF squareIn(const QRect &rect, double side)
{
    const QPointF middle = QRectF(rect).center();
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

void drawChevron(QPainter *painter, const QRect &rect, Way way, const QColor &ink)
{
    const QRectF square = squareIn(rect, std::min({rect.width(), rect.height(), 8}));
    switch (way) {
    case Way::Up:
        return drawLines(painter, square, {{0.1, 0.7}, {0.5, 0.3}, {0.9, 0.7}}, ink);
    case Way::Down:
        return drawLines(painter, square, {{0.1, 0.3}, {0.5, 0.7}, {0.9, 0.3}}, ink);
    case Way::Left:
        return drawLines(painter, square, {{0.7, 0.1}, {0.3, 0.5}, {0.7, 0.9}}, ink);
    case Way::Right:
        return drawLines(painter, square, {{0.3, 0.1}, {0.7, 0.5}, {0.3, 0.9}}, ink);
    }
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()),
                            channel(one.blueF(), other.blueF()));
}

} // namespace milepost::style
