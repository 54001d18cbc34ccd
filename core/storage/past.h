// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"
#include "core/storage/engine.h"

namespace milepost {

/// What the journal can bring back.
class Past
{
public:
    explicit Past(const Engine &engine) : m_engine(engine) {}

    /// The whole workspace as it stood after entry \p seq, measurements included. Read in short transactions,
    /// and under a turn if others write meanwhile.
    Result<WorkingSet> stateAfter(qint64 seq) const;

    /// The edits that take entry \p seq back: every row that it changed becomes what it was. TouchedSince
    /// (with the later entry's sequence) if one of them was changed again (changes that were themselves
    /// undone do not count), or if a measurement that came since would lose its KPI or share its date.
    Result<Edits> revertOf(qint64 seq) const;

    /// The records that entries after \p seq changed, as they stand now: one set for each entry, in order. An
    /// entry with more than \p most rows comes without its edits, marked as too large.
    Result<QList<ChangeSet>> changesAfter(qint64 seq, qsizetype most) const;

private:
    Result<WorkingSet> readStateAfter(qint64 seq) const;
    Done checkMeasurements(const Edits &edits, qint64 seq) const;

    const Engine &m_engine;
};

} // namespace milepost
