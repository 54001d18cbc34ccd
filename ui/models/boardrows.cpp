// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardrows.h"

#include "ui/models/rowmaker.h"

namespace milepost {
namespace {

/// The row as it was if it says the same, so that nobody has to compare again.
RowRef sameOr(const RowRef &before, BoardRow &&row)
{
    return before && *before == row ? before : std::make_shared<const BoardRow>(std::move(row));
}

} // namespace

bool BoardRows::isSameAround(const WorkingSet &state, const BoardSight &sight)
{
    const bool isSameSight = std::exchange(m_sight, sight) == sight;
    const auto hold = [&state](auto &...table) { return (int(table.hold(state)) + ...); };
    return std::apply(hold, m_around) == int(std::tuple_size_v<decltype(m_around)>) && isSameSight;
}

BoardRows::MadeKpi BoardRows::made(const RowMaker &maker, const Kpi &kpi) const
{
    const auto before = m_made.kpis.constFind(kpi.id);
    const bool isKnown = before != m_made.kpis.cend();
    MadeKpi now;
    now.inputs = inputsOf(maker.state(), kpi, isKnown && m_hasSameKpis ? &before->inputs : nullptr);
    now.overdueActions = maker.overdueActions(Subject::of(kpi.id));
    if (isKnown && before->inputs == now.inputs && before->overdueActions == now.overdueActions)
        return *before;
    now.row = sameOr(isKnown ? before->row : RowRef(), maker.kpiRow(kpi));
    return now;
}

BoardRows::MadeKeyResult BoardRows::made(const RowMaker &maker, const Objective &objective,
                                         const KeyResult &keyResult) const
{
    const auto before = m_made.keyResults.constFind(keyResult.id);
    const bool isKnown = before != m_made.keyResults.cend();
    MadeKeyResult now;
    now.inputs =
        inputsOf(maker.state(), objective, keyResult, isKnown && m_hasSameKpis ? &before->inputs : nullptr);
    now.overdueActions = maker.overdueActions(Subject::of(keyResult.id));
    if (isKnown && before->inputs == now.inputs && before->overdueActions == now.overdueActions)
        return *before;
    now.figures = maker.figuresOf(keyResult);
    now.branch = maker.keyResultBranch(objective, keyResult, now.figures);
    return now;
}

BoardBranch BoardRows::objective(const RowMaker &maker, const Objective &objective, Made &now) const
{
    BoardBranch branch;
    QList<KeyResultFigures> figures;
    for (const KeyResult *keyResult : maker.state().of<KeyResult>().of(objective.id)) {
        if (keyResult->archived)
            continue;
        const MadeKeyResult &one = *now.keyResults.insert(keyResult->id, made(maker, objective, *keyResult));
        branch.children.append(one.branch);
        figures.append(one.figures);
    }
    branch.row = sameOr(m_made.objectives.value(objective.id), maker.objectiveRow(objective, figures));
    now.objectives.insert(objective.id, branch.row);
    return branch;
}

QList<BoardBranch> BoardRows::of(const WorkingSet &state, const BoardSight &sight)
{
    if (!isSameAround(state, sight))
        m_made = {};
    m_hasSameKpis = m_kpis.hold(state);
    const RowMaker maker(state, sight);
    Made now;
    QList<BoardBranch> branches;
    for (const Objective *one : state.of<Objective>().of(sight.board))
        if (!one->archived)
            branches.append(objective(maker, *one, now));
    BoardBranch running{maker.headingRow(), {}};
    for (const Kpi *kpi : state.of<Kpi>().of(sight.board))
        if (!kpi->archived)
            running.children.append({now.kpis.insert(kpi->id, made(maker, *kpi))->row, {}});
    if (!running.children.isEmpty())
        branches.append(running);
    m_made = std::move(now);
    return branches;
}

} // namespace milepost
