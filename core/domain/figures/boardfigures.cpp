// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/boardfigures.h"

#include "core/domain/figures/kpivalues.h"
#include "core/domain/figures/objectivefigures.h"
#include "core/domain/figures/overdue.h"
#include "core/domain/figures/targetinforce.h"
#include "core/domain/figures/weightedmean.h"

namespace milepost {
namespace {

/// Sets what the key results with data say of their objective: progress, expected progress (that of the cycle
/// unless one of them has a phased curve) and the weakest, the first of several.
void weigh(ObjectiveFigures &figures, const QList<std::optional<double>> &weights)
{
    QList<Weighted> progress;
    QList<Weighted> expected;
    for (qsizetype i = 0; i < figures.keyResults.size(); ++i) {
        const KeyResultFigures &keyResult = figures.keyResults[i];
        if (!keyResult.progress)
            continue;
        progress.append({*keyResult.progress, weights[i]});
        if (keyResult.expected)
            expected.append({*keyResult.expected, weights[i]});
        if (!figures.weakestProgress || *keyResult.progress < *figures.weakestProgress) {
            figures.weakest = keyResult.id;
            figures.weakestProgress = keyResult.progress;
        }
    }
    figures.progress = weightedMean(progress);
    if (!expected.isEmpty())
        figures.expected = weightedMean(expected);
}

/// Whether progress is 1 and every key result with data is done: a stay kind is not before its cycle has
/// ended.
bool isDone(const ObjectiveFigures &figures)
{
    const auto isDoneOrWithoutData = [](const KeyResultFigures &keyResult) {
        return !keyResult.progress || keyResult.status == Status::Done;
    };
    return figures.progress && isAtLeast(*figures.progress, 1) &&
           std::all_of(figures.keyResults.cbegin(), figures.keyResults.cend(), isDoneOrWithoutData);
}

KpiFigures figuresWithoutGuardrail(const WorkingSet &state, const Kpi &kpi, QDate day)
{
    const KpiValues values(state, kpi, day);
    const std::optional<PeriodValue> latest = values.latest();
    const Target *target = targetInForce(state.of<Target>().of(kpi.id), day);
    KpiFigures figures;
    figures.id = kpi.id;
    figures.points = values.count();
    if (latest) {
        figures.value = latest->value;
        figures.date = latest->date;
    }
    if (target) {
        figures.target = target->value;
        figures.low = target->low;
        figures.high = target->high;
    }
    figures.isOverdue =
        isOverdue(latest ? std::optional(latest->period.from) : std::nullopt, kpi.cadence, day);
    figures.health = healthOf(figures.value, boundsOf(target, kpi.direction), kpi.amber, figures.isOverdue);
    return figures;
}

void addNeeded(const WorkingSet &state, const Kpi *kpi, QSet<KpiId> &needed)
{
    if (!kpi || needed.contains(kpi->id))
        return;
    needed.insert(kpi->id);
    addNeeded(state, state.find(kpi->guardrail), needed);
    if (!kpi->formula.isEmpty())
        for (const KpiId part : partsOf(state, *kpi))
            addNeeded(state, state.find(part), needed);
}

} // namespace

KpiFigures figuresOf(const WorkingSet &state, const Kpi &kpi, QDate day)
{
    KpiFigures figures = figuresWithoutGuardrail(state, kpi, day);
    std::optional<Health> guardrail;
    if (const Kpi *guard = state.find(kpi.guardrail); guard && figures.health == Health::Good)
        guardrail = figuresWithoutGuardrail(state, *guard, day).health;
    figures.isWon = isWon(figures.health, guardrail);
    return figures;
}

ObjectiveFigures figuresOf(const WorkingSet &state, const Objective &objective, QDate day)
{
    QList<KeyResultFigures> keyResults;
    for (const KeyResult *keyResult : state.of<KeyResult>().of(objective.id))
        if (!keyResult->archived)
            keyResults.append(figuresOf(state, *keyResult, day));
    return figuresOf(state, objective, keyResults, day);
}

ObjectiveFigures figuresOf(const WorkingSet &state, const Objective &objective,
                           const QList<KeyResultFigures> &keyResults, QDate day)
{
    ObjectiveFigures figures;
    figures.id = objective.id;
    figures.keyResults = keyResults;
    QList<std::optional<double>> weights;
    for (const KeyResultFigures &one : keyResults) {
        const KeyResult *keyResult = state.find(one.id);
        weights.append(keyResult ? keyResult->weight : std::nullopt);
    }
    if (const std::optional<Period> cycle = spanOf(state.cycleOf(objective.board)))
        figures.expected = expectedProgress(*cycle, day);
    weigh(figures, weights);
    figures.paceGap = paceGap(figures.progress, figures.expected);
    figures.status = isDone(figures) ? Status::Done : statusOf(figures.progress, figures.expected);
    return figures;
}

BoardFigures figuresOf(const WorkingSet &state, BoardId board, QDate day)
{
    BoardFigures figures;
    QList<Weighted> parts;
    for (const Objective *objective : state.of<Objective>().of(board)) {
        if (objective->archived)
            continue;
        figures.objectives.append(figuresOf(state, *objective, day));
        if (const std::optional<double> progress = figures.objectives.last().progress)
            parts.append({*progress, objective->weight});
    }
    figures.progress = weightedMean(parts);
    for (const Kpi *kpi : state.of<Kpi>().of(board))
        if (!kpi->archived)
            figures.kpis.append(figuresOf(state, *kpi, day));
    return figures;
}

QSet<KpiId> seriesNeeded(const WorkingSet &state, BoardId board)
{
    QSet<KpiId> needed;
    for (const Kpi *kpi : state.of<Kpi>().of(board))
        if (!kpi->archived)
            addNeeded(state, kpi, needed);
    for (const Objective *objective : state.of<Objective>().of(board))
        for (const KeyResult *keyResult : state.of<KeyResult>().of(objective->id))
            addNeeded(state, state.find(keyResult->kpi), needed);
    return needed;
}

} // namespace milepost
