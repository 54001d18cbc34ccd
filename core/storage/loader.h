// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"
#include "core/storage/engine.h"

namespace milepost {

/// Reads records into a WorkingSet. Every read is finished when the call returns.
class Loader
{
public:
    explicit Loader(const Engine &engine) : m_engine(engine) {}

    /// People, teams, cycles, boards and grants: what the side bar and every right need.
    Done loadFrame(WorkingSet &into) const;
    /// One board: its objectives, key results, KPIs (and those that drive, guard or make them), targets,
    /// check-ins, actions, comments, and the measurements that its figures need.
    Done loadBoard(WorkingSet &into, BoardId board) const;
    /// Everything but measurements.
    Done loadStructure(WorkingSet &into) const;
    /// The measurements of KPIs; those that are loaded already are left.
    Done loadSeries(WorkingSet &into, const QList<KpiId> &kpis) const;
    /// All measurements, in several transactions unless there is one already: those that come after the state
    /// was read may be among them.
    Done loadAllSeries(WorkingSet &into) const;

private:
    Done loadKpisBehind(WorkingSet &into) const;
    template<class Record>
    Done load(WorkingSet &into, const QByteArray &where = {}, const QList<qint64> &values = {}) const;

    const Engine &m_engine;
};

} // namespace milepost
