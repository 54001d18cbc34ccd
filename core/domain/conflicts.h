// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// One field that a write would change, and that somebody else has changed since its author saw it.
struct Conflict
{
    int table = 0; ///< tag of the record type
    qint64 row = 0;
    qint64 parent = 0;     ///< what the row hangs on, as a measurement on its KPI; 0 if it stands by itself
    QByteArray field = {}; ///< its name; empty: the write removes the row
    Cell seen = {};
    Cell theirs = {};
    Cell mine = {};
    qint64 seq = 0; ///< of the entry that changed the row last

    friend bool operator==(const Conflict &, const Conflict &) = default;
};

/// What somebody knew of a workspace when they decided to change it: the state that they looked at, and what
/// they have done since themselves.
class Seen
{
public:
    explicit Seen(WorkingSet state) : m_state(std::move(state)) {}

    /// Takes in a write of their own: the fields that it changed, and no others, because those may be
    /// somebody else's. \p before is the state that it was built on.
    void add(const Edits &own, const WorkingSet &before);

    /// Where \p mine, decided on \p fresh, would overwrite what its author has not seen. Different fields of
    /// one row do not stand in each other's way; nor does the same value twice. Of rows that were not seen at
    /// all nothing is known, and nothing said. Where a row stands among others is nobody's opinion.
    QList<Conflict> conflictsWith(const Edits &mine, const WorkingSet &fresh) const;

private:
    using Place = std::pair<qint64, QByteArray>; ///< row and field

    template<class Record>
    void addOwn(const Record &own, const Record *before);
    template<class Record>
    void addConflicts(const Record &mine, const WorkingSet &fresh, QList<Conflict> &conflicts) const;
    template<class Record>
    bool isAsSeen(const Record &seen, const Record &fresh) const;
    template<class Record>
    Cell seenCell(const Record &seen, size_t field) const;

    WorkingSet m_state;
    QHash<Place, Cell> m_own; ///< what they have written since
};

} // namespace milepost
