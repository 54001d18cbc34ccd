// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace milepost {

// What someone who does not see the window, or has no mouse, or sees little, would miss in it. Each answers a
// line for each thing amiss; what is hidden is left out.

/// Widgets that take the keyboard and have no name, or no role that says what they are.
QStringList namelessIn(const QWidget &root);
/// Where Tab goes up, or to the left in one line.
QStringList tabsAstrayIn(const QWidget &root);
/// Labels that stand out too little from their ground.
QStringList faintIn(const QWidget &root);

} // namespace milepost
