// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"
#include "ui/models/boardrows.h"

namespace milepost {

/// Makes single rows of a board out of its records and their figures. A loan of a state: for as long as that
/// lives.
class RowMaker
{
public:
    RowMaker(const WorkingSet &state, const BoardSight &sight);

    const WorkingSet &state() const { return m_state; }
    KeyResultFigures figuresOf(const KeyResult &keyResult) const;
    /// On the day of the sight.
    qsizetype overdueActions(const Subject &subject) const;

    BoardRow objectiveRow(const Objective &objective, const QList<KeyResultFigures> &keyResults) const;
    /// With the parts of a milestone below it.
    BoardBranch keyResultBranch(const Objective &objective, const KeyResult &keyResult,
                                const KeyResultFigures &figures) const;
    BoardRow keyResultRow(const Objective &objective, const KeyResult &keyResult,
                          const KeyResultFigures &figures) const;
    BoardRow kpiRow(const Kpi &kpi) const;
    /// Stands over the KPIs.
    RowRef headingRow() const;

private:
    BoardRow partRow(const KeyResult &keyResult, const MilestonePart &part, bool mayRecord) const;
    bool mayRecord(const QList<Owner> &owners) const;
    QString secondaryOf(const KeyResult &keyResult) const;
    QString targetOf(const KeyResult &keyResult) const;
    QString valueOf(const KeyResult &keyResult, const KeyResultFigures &figures) const;
    void setOwners(BoardRow &row, const QList<Owner> &owners) const;
    void setStatus(BoardRow &row, Status status) const;
    void allowTyping(BoardRow &row, const KeyResult &keyResult, const QList<Owner> &owners) const;
    void finish(BoardRow &row) const;
    const CheckIn *latest(const KeyResult &keyResult, MilestonePartId part) const;

    const WorkingSet &m_state;
    const Person *m_reader;
    BoardSight m_sight;
    bool m_isEditor = false;
};

} // namespace milepost
