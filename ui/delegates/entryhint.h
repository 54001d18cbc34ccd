// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QLabel>

namespace milepost {

/// Says softly below a field what is understood of it, and in another ink why it is refused. A screen reader
/// is told of it as the description of the field.
class EntryHint final : public QLabel
{
    Q_OBJECT

public:
    explicit EntryHint(QWidget *parent = nullptr);

    /// Softly, whatever it says.
    void showReading(const EntryReading &reading);
    /// As a refusal that stands in the way, which is announced.
    void showRefusal(const EntryReading &reading);

private:
    void present(const QString &words, bool isRefusal);
};

} // namespace milepost
