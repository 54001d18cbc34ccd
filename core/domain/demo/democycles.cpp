// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/democompany.h"

#include <cmath>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMonthsOfQuarter = 3;

/// Tenths, as NUMBERS has it: what a person would set on seeing the progress.
double gradeOf(const ObjectivePlan &plan)
{
    double sum = 0;
    for (const KeyResultPlan &keyResult : plan.keyResults)
        sum += qBound(0.0, keyResult.pace, 1.0);
    return std::round(10 * sum / static_cast<double>(plan.keyResults.size())) / 10;
}

} // namespace

/// Every board turns to the new cycle; what it wanted in the last one is graded and put away.
void DemoCompany::beginCycle(Edits &edits, QDate from)
{
    m_cycle = {.id = m_ids.next<Cycle>(),
               .name = u"Q%1 %2"_s.arg((from.month() - 1) / kMonthsOfQuarter + 1).arg(from.year()),
               .from = from,
               .to = from.addMonths(kMonthsOfQuarter).addDays(-1)};
    edits.add(m_cycle);
    closeObjectives(edits);
    for (qsizetype i = 0; i < m_boards.size(); ++i) {
        m_boards[i].cycle = m_cycle.id;
        edits.change(m_boards[i]);
        m_boards[i].rev = m_next;
        if (i < m_boardPlans.size())
            addObjectives(edits, m_boardPlans[i], m_boards[i].id);
    }
}

void DemoCompany::closeObjectives(Edits &edits)
{
    for (LiveObjective &objective : m_objectives) {
        objective.record.archived = true;
        objective.record.grade = gradeOf(objective.plan);
        edits.change(objective.record);
    }
    m_objectives.clear();
    m_keyResults.clear();
}

void DemoCompany::addObjectives(Edits &edits, const BoardPlan &plan, BoardId board)
{
    const int quartersAgo = m_calendar.quartersAgo(m_cycle.from);
    for (const ObjectivePlan &objective : plan.objectives)
        if (objective.quartersAgo == quartersAgo)
            addObjective(edits, objective, plan, board);
}

void DemoCompany::addObjective(Edits &edits, const ObjectivePlan &plan, const BoardPlan &boardPlan,
                               BoardId board)
{
    Objective record{.id = m_ids.next<Objective>(),
                     .board = board,
                     .parent = objectiveNamed(plan.parent),
                     .title = plan.title,
                     .why = plan.why,
                     .kind = plan.kind,
                     .weight = plan.weight,
                     .owners = owners(plan.owners),
                     .position = static_cast<double>(++m_position)};
    edits.add(record);
    record.rev = m_next;
    m_objectives.append({record, plan});
    m_abouts.insert(plan.title, {Subject::of(record.id), board});
    for (const KeyResultPlan &keyResult : plan.keyResults)
        addKeyResult(edits, keyResult, record, boardPlan.visibility == Visibility::Private);
}

void DemoCompany::addKeyResult(Edits &edits, const KeyResultPlan &plan, const Objective &objective,
                               bool isPrivate)
{
    LiveKeyResult keyResult{.record = {.id = m_ids.next<KeyResult>(),
                                       .objective = objective.id,
                                       .title = plan.title,
                                       .kind = plan.kind,
                                       .start = plan.start,
                                       .target = plan.target,
                                       .low = plan.low,
                                       .high = plan.high,
                                       .commit = plan.commit,
                                       .stretch = plan.stretch,
                                       .unit = plan.unit,
                                       .cadence = plan.cadence,
                                       .weight = plan.weight,
                                       .owners = owners(plan.owners),
                                       .kpi = kpiNamed(plan.kpi),
                                       .position = static_cast<double>(++m_position)},
                            .plan = plan,
                            .parts = {},
                            .isPrivate = isPrivate,
                            .partsDone = {}};
    for (qsizetype third = 0; third < plan.curve.size(); ++third) {
        const QDate end = m_cycle.from.addMonths(static_cast<int>(third) + 1).addDays(-1);
        keyResult.record.phases.append({end, plan.curve[third]});
    }
    edits.add(keyResult.record);
    addParts(edits, keyResult);
    m_abouts.insert(plan.title, {Subject::of(keyResult.record.id), objective.board});
    m_keyResults.append(keyResult);
}

void DemoCompany::addParts(Edits &edits, LiveKeyResult &keyResult)
{
    for (const PartPlan &part : keyResult.plan.parts) {
        const MilestonePart record{.id = m_ids.next<MilestonePart>(),
                                   .keyResult = keyResult.record.id,
                                   .title = part.title,
                                   .weight = part.weight,
                                   .position = static_cast<double>(keyResult.parts.size() + 1)};
        edits.add(record);
        keyResult.parts.append(record.id);
        keyResult.partsDone.append(false);
    }
}

void DemoCompany::changeTargets(Edits &edits, QDate from)
{
    const int quartersAgo = m_calendar.quartersAgo(from);
    for (const LiveKpi &kpi : std::as_const(m_kpis))
        for (const TargetPlan &target : kpi.plan.targets)
            if (target.quartersAgo == quartersAgo)
                addTarget(edits, kpi, target, from);
}

} // namespace milepost
