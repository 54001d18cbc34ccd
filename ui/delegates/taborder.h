// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace milepost {

/// Lets Tab go through \p root as one reads it: in the order of its layouts and splitters, and row by row
/// where tables hold widgets, whatever was made first.
void tabInReadingOrder(QWidget &root);

} // namespace milepost
