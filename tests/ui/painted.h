// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>

namespace milepost {

/// What \p paint paints on a white ground of this size.
template<class Paint>
QImage painted(const QSize &size, Paint &&paint, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    paint(painter);
    return image;
}

/// How many pixels of \p rect have about this colour.
inline int pixelsOf(const QImage &image, const QRect &rect, const QColor &colour)
{
    const auto isNear = [](int one, int other) { return qAbs(one - other) <= 6; };
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (isNear(pixel.red(), colour.red()) && isNear(pixel.green(), colour.green()) &&
                isNear(pixel.blue(), colour.blue()))
                ++count;
        }
    return count;
}

inline int pixelsOf(const QImage &image, const QColor &colour)
{
    return pixelsOf(image, image.rect(), colour);
}

} // namespace milepost
