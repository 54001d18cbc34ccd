// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// A place in a text where someone is mentioned: "@" and their name.
struct Mention
{
    qsizetype start = 0; ///< of the "@"
    qsizetype length = 0;
    PersonId person = {};

    friend bool operator==(const Mention &, const Mention &) = default;
};

/// Who is mentioned in a text, in the order of the text: an "@" that no letter or digit stands before, with
/// the longest name of a person after it, in any case, that no letter or digit follows. People who share a
/// name are all mentioned by it. A mention is plain text, so it is found by the name that a person has today:
/// what was written before they were renamed no longer finds them.
QList<Mention> mentionsIn(const WorkingSet &state, const QString &text);

/// The comments that mention a person, on boards that they may see and not written by themselves; newest
/// first.
QList<CommentId> mentionsOf(const WorkingSet &state, PersonId person);

} // namespace milepost
