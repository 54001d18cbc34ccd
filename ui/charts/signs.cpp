// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/signs.h"

#include <QPainter>
#include <QPainterPath>

namespace milepost {

namespace {

/// The strokes of a sign on a square of ten.
QPainterPath strokesOf(Sign sign)
{
    QPainterPath path;
    const auto line = [&path](std::initializer_list<QPointF> points) {
        path.addPolygon(QPolygonF(QList<QPointF>(points)));
    };
    switch (sign) {
    case Sign::None:
        break;
    case Sign::Check:
        line({{1.6, 5.4}, {4, 7.8}, {8.6, 2.4}});
        break;
    case Sign::Exclamation:
        line({{5, 1.4}, {5, 5.9}});
        path.addEllipse(QPointF(5, 8.4), 0.3, 0.3);
        break;
    case Sign::Triangle:
        path.addPolygon(QPolygonF(QList<QPointF>{{5, 1.2}, {9.2, 8.6}, {0.8, 8.6}, {5, 1.2}}));
        line({{5, 4}, {5, 5.8}});
        path.addEllipse(QPointF(5, 7.2), 0.1, 0.1);
        break;
    case Sign::Cross:
        line({{2, 2}, {8, 8}});
        line({{8, 2}, {2, 8}});
        break;
    case Sign::Rising:
        line({{2, 8}, {8, 2}});
        line({{3.6, 2}, {8, 2}, {8, 6.4}});
        break;
    case Sign::Falling:
        line({{2, 2}, {8, 8}});
        line({{3.6, 8}, {8, 8}, {8, 3.6}});
        break;
    case Sign::Steady:
        line({{1, 5}, {9, 5}});
        line({{6, 2}, {9, 5}, {6, 8}});
        break;
    case Sign::Wave:
        path.moveTo(1, 5.9);
        path.cubicTo(2.4, 3, 3.8, 3, 5, 5);
        path.cubicTo(6.2, 7, 7.6, 7, 9, 4.1);
        break;
    case Sign::Clock:
        path.addEllipse(QPointF(5, 5), 4.1, 4.1);
        line({{5, 2.6}, {5, 5.2}, {6.9, 6.2}});
        break;
    case Sign::Dash:
        line({{2, 5}, {8, 5}});
        break;
    case Sign::Circle:
        path.addEllipse(QPointF(5, 5), 3.4, 3.4);
        break;
    case Sign::Flag:
        line({{2.4, 9.2}, {2.4, 1.4}, {8.4, 3.6}, {2.4, 5.8}});
        break;
    }
    return path;
}

} // namespace

void paintSign(QPainter &painter, const QRectF &square, Sign sign, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 10, square.height() / 10);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(strokesOf(sign));
    painter.restore();
}

} // namespace milepost
