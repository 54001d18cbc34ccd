// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace milepost {

/// The program's font: Inter where it is installed, else the desktop's, at 9.75 points (13 px at 96 dpi; the
/// screen's logical resolution carries the desktop's scale). A desktop font larger than 11 points enlarges it
/// in proportion, because someone has asked for larger text.
QFont programFont(const QFont &desktop);

/// Makes the text of the running program this large, in points: the application's font, and in the same
/// proportion whatever has a size of its own.
void resizeText(double points);

} // namespace milepost
