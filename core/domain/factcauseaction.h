// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace milepost {

/// The note of an action: what is so, why it is so, what will be done about it. In the record it is one text,
/// "Fact: …", "Cause: …" and "Action: …" on lines of their own; the words are a contract and never
/// translated.
struct FactCauseAction
{
    QString fact = {};
    QString cause = {};
    QString action = {};

    /// Reads a note, also one that has all on one line. What stands before the first word is part of the
    /// fact.
    static FactCauseAction fromNote(const QString &note);
    /// Only the lines that there are; "" if there is none.
    QString toNote() const;

    friend bool operator==(const FactCauseAction &, const FactCauseAction &) = default;
};

} // namespace milepost
