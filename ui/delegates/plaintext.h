// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace milepost {

/// Makes every label, message box and tool tip of the program show its text as it is. Qt guesses otherwise: a
/// title like `<img src="file:///etc/passwd">` would be read as rich text and open the file. Installed on the
/// application; it also drops "What's this?", which cannot be told to be plain.
class PlainTextOnly final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace milepost
