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

/// The day on which something was said, as the workspace's people count days.
QDate dayOf(const WorkingSet &state, const Comment &comment);

/// How many days a mention waits for an answer before it is let go.
inline constexpr int kMentionDays = 14;

/// Of the comments that mention a person those that still wait on a day: said within kMentionDays before it,
/// and nothing that the person has said about the same thing came after. Newest first.
QList<CommentId> mentionsWaiting(const WorkingSet &state, PersonId person, QDate day);

} // namespace milepost
