// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/pastedblock.h"

class QMimeData;

namespace milepost {

/// The cells on the clipboard: of the first table in its HTML, as LibreOffice and Excel put it there, else of
/// its text with tabs between the cells, quoted where they hold tabs or line breaks. Empty if there are none.
PastedCells cellsOf(const QMimeData &data);

/// Cells for the clipboard, as HTML and as text with tabs. A text that a spreadsheet would take for a formula
/// (it begins with = + - @) gets an apostrophe before it; numbers stay as they are.
QMimeData *mimeOf(const PastedCells &cells);

} // namespace milepost
