// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"
#include "ui/models/boardrow.h"
#include "ui/models/heldtable.h"
#include "ui/models/rowinputs.h"

namespace milepost {

/// Who looks at which board, and on which day.
struct BoardSight
{
    PersonId reader = {};
    BoardId board = {};
    QDate day = {};
    bool isPast = false; ///< the day is over: nothing can be typed

    friend bool operator==(const BoardSight &, const BoardSight &) = default;
};

class RowMaker;

/// Makes the rows of a board, and remembers of each what it was made of: asked again, it makes only those
/// anew of which something has changed, and the others are the same objects as before. Whoever asks may see
/// the board.
class BoardRows
{
public:
    QList<BoardBranch> of(const WorkingSet &state, const BoardSight &sight);

private:
    struct MadeKpi
    {
        KpiInputs inputs = {};
        qsizetype overdueActions = 0;
        RowRef row = {};
    };
    struct MadeKeyResult
    {
        KeyResultInputs inputs = {};
        qsizetype overdueActions = 0;
        KeyResultFigures figures = {};
        BoardBranch branch = {};
    };
    struct Made
    {
        QHash<KpiId, MadeKpi> kpis = {};
        QHash<KeyResultId, MadeKeyResult> keyResults = {};
        QHash<ObjectiveId, RowRef> objectives = {};
    };

    bool isSameAround(const WorkingSet &state, const BoardSight &sight);
    MadeKpi made(const RowMaker &maker, const Kpi &kpi) const;
    MadeKeyResult made(const RowMaker &maker, const Objective &objective, const KeyResult &keyResult) const;
    BoardBranch objective(const RowMaker &maker, const Objective &objective, Made &now) const;

    /// Names, rights and the calendar, which are in every row.
    std::tuple<HeldTable<Person>, HeldTable<Team>, HeldTable<Grant>, HeldTable<Board>, HeldTable<Cycle>>
        m_around;
    HeldTable<Kpi> m_kpis;
    BoardSight m_sight;
    Made m_made;
    bool m_hasSameKpis = false; ///< while rows are made: no KPI has changed since
};

} // namespace milepost
