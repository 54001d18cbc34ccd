// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QRectF>

class QColor;
class QPainter;

namespace milepost {

/// Paints a status sign in a square. Drawn rather than typed, so that it looks alike in every font.
void paintSign(QPainter &painter, const QRectF &square, Sign sign, const QColor &ink);

} // namespace milepost
