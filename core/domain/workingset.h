// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/draft.h"
#include "core/domain/series.h"
#include "core/domain/table.h"

namespace milepost {

/// The workspace as it stands in memory. A plain value: copies share their content until one of them changes,
/// so the database's thread and the window's thread each have their own, and neither waits for the other.
/// Structure is held whole (or as far as it has been loaded); the measurements of a KPI when they were asked
/// for.
struct WorkingSet
{
    qint64 seq = 0; ///< the last journal entry that this state includes
    PerRecordType<Table> tables = {};
    QHash<KpiId, Series> series = {};

    template<class Record>
    const Table<Record> &of() const
    {
        return std::get<Table<Record>>(tables);
    }
    template<class Record>
    Table<Record> &of()
    {
        return std::get<Table<Record>>(tables);
    }
    /// The record with this id, or null.
    template<class Record>
    const Record *find(Id<Record> id) const
    {
        return of<Record>().find(id);
    }

    const Workspace &workspace() const;
    bool hasSeries(KpiId kpi) const { return series.contains(kpi); }
    /// The measurements of a KPI; empty if they have not been loaded.
    const Series &seriesOf(KpiId kpi) const;

    /// Takes over what an entry changed. Measurements of a KPI whose series is not loaded are left out: they
    /// come with it when it is. (The table of measurements in `tables` stays empty: a series knows them by
    /// date.)
    void apply(const Edits &edits);
    void apply(const ChangeSet &change);

    /// Board of an objective, key result, KPI, or what an action or comment is about; invalid if there is
    /// none.
    BoardId boardOf(ObjectiveId id) const;
    BoardId boardOf(KeyResultId id) const;
    BoardId boardOf(KpiId id) const;
    BoardId boardOf(const Subject &subject) const;
    /// The cycle of a board, or null.
    const Cycle *cycleOf(BoardId id) const;
};

} // namespace milepost
