// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace milepost {

/// Where text begins in the inspector, in pixels from its edge: in line with the text inside fields.
constexpr int kTextInset = 6;

/// A line of secondary text that wraps; always plain.
QLabel *softLabel(const QString &text, QWidget *parent);

/// A hidden line that says what is wrong, beside what it is about; show it with tellIn().
QLabel *errorLabel(QWidget *parent);
/// Shows \p sentence and has it read aloud; hides the label if there is nothing to say.
void tellIn(QLabel &label, const QString &sentence);

} // namespace milepost
