// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/attention.h"

#include "core/domain/cycles.h"
#include "core/domain/figures/drivers.h"
#include "core/domain/mentions.h"
#include "core/domain/rights.h"

namespace milepost {
namespace {

bool isRunning(const WorkingSet &state, const Board &board, QDate day)
{
    return !board.archived && !isPast(state, board, day);
}

QList<const Board *> boardsOf(const WorkingSet &state, PersonId person, QDate day)
{
    QList<const Board *> boards;
    for (const Board *board : visibleBoards(state, person))
        if (isRunning(state, *board, day) && roleOn(state, person, board->id) >= Role::Editor)
            boards.append(board);
    return boards;
}

/// True if all that its key results follow is loaded.
bool isKnown(const WorkingSet &state, const Objective &objective)
{
    const QSet<KpiId> needed = driversOf(state, objective.id);
    return std::all_of(needed.begin(), needed.end(), [&state](KpiId kpi) { return state.hasSeries(kpi); });
}

void addRisks(const WorkingSet &state, BoardId board, QDate day, QList<Risk> &risks)
{
    for (const Objective *objective : state.of<Objective>().of(board)) {
        if (objective->archived || !isKnown(state, *objective))
            continue;
        const ObjectiveFigures figures = figuresOf(state, *objective, day);
        if (figures.status == Status::AtRisk || figures.status == Status::Behind)
            risks.append(
                {board, Subject::of(objective->id), figures.status, Health::NoData, figures.progress});
    }
    for (const Kpi *kpi : state.of<Kpi>().of(board)) {
        if (kpi->archived)
            continue;
        const KpiFigures figures = figuresOf(state, *kpi, day);
        if (figures.health == Health::Bad)
            risks.append({board, Subject::of(kpi->id), Status::NoData, figures.health, figures.value});
    }
}

QList<Risk> risksFor(const WorkingSet &state, PersonId person, QDate day)
{
    QList<Risk> risks;
    for (const Board *board : boardsOf(state, person, day))
        addRisks(state, board->id, day, risks);
    std::stable_partition(risks.begin(), risks.end(),
                          [](const Risk &risk) { return risk.status != Status::Behind; });
    return risks;
}

/// The person's actions that are not done, the earliest first, those without a date last.
QList<const Action *> actionsOf(const WorkingSet &state, PersonId person, QDate day)
{
    QList<const Action *> actions;
    for (const Action *action : state.of<Action>().all()) {
        const Board *board = state.find(action->board);
        if (action->owner == person && !action->done && board && isRunning(state, *board, day) &&
            canSee(state, person, board->id))
            actions.append(action);
    }
    std::stable_sort(actions.begin(), actions.end(), [](const Action *left, const Action *right) {
        return left->due.isValid() && (!right->due.isValid() || left->due < right->due);
    });
    return actions;
}

QList<CommentId> mentionsFor(const WorkingSet &state, PersonId person, QDate day)
{
    QList<CommentId> mentions = mentionsWaiting(state, person, day);
    mentions.removeIf([&](CommentId id) {
        const Board *board = state.find(state.find(id)->board);
        return !board || !isRunning(state, *board, day);
    });
    return mentions;
}

QList<BoardId> endedOf(const WorkingSet &state, PersonId person, QDate day)
{
    QList<BoardId> ended;
    for (const Board *board : boardsEnded(state, person, day))
        if (state.find(board->cycle)->to >= day.addDays(-kGoneDays))
            ended.append(board->id);
    return ended;
}

} // namespace

Attention attentionFor(const WorkingSet &state, PersonId person, QDate day)
{
    Attention attention;
    if (!requireMember(state, person))
        return attention;
    attention.due = dueRows(state, person, day);
    const QList<const Action *> actions = actionsOf(state, person, day);
    attention.openActions = actions.size();
    for (const Action *action : actions)
        if (action->due.isValid() && action->due <= day.addDays(kSoonDays))
            attention.actions.append(action->id);
    attention.mentions = mentionsFor(state, person, day);
    attention.risks = risksFor(state, person, day);
    attention.ended = endedOf(state, person, day);
    return attention;
}

QSet<KpiId> seriesForRisks(const WorkingSet &state, PersonId person, QDate day)
{
    QSet<KpiId> needed;
    for (const Board *board : boardsOf(state, person, day))
        needed.unite(seriesNeeded(state, board->id));
    return needed;
}

} // namespace milepost
