// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/cycles.h"

#include "core/domain/rights.h"

namespace milepost {

const Cycle *cycleOn(const WorkingSet &state, QDate day)
{
    const Cycle *found = nullptr;
    const auto isBetter = [&found](const Cycle &cycle) {
        return !found || cycle.to < found->to || (cycle.to == found->to && cycle.from > found->from);
    };
    for (const Cycle *cycle : state.of<Cycle>().all())
        if (cycle->from <= day && day <= cycle->to && isBetter(*cycle))
            found = cycle;
    return found;
}

QList<const Cycle *> cyclesNewestFirst(const WorkingSet &state)
{
    QList<const Cycle *> cycles = state.of<Cycle>().all();
    std::stable_sort(cycles.begin(), cycles.end(), [](const Cycle *left, const Cycle *right) {
        return left->from != right->from ? left->from > right->from : left->to > right->to;
    });
    return cycles;
}

Period nextQuarter(const WorkingSet &state, QDate day)
{
    const QList<const Cycle *> cycles = state.of<Cycle>().all();
    const auto isThere = [&cycles](const Period &quarter) {
        return std::any_of(cycles.begin(), cycles.end(), [&quarter](const Cycle *cycle) {
            return cycle->from == quarter.from && cycle->to == quarter.to;
        });
    };
    Period quarter = periodOf(Cadence::Quarter, day);
    while (isThere(quarter))
        quarter = nextPeriod(Cadence::Quarter, quarter);
    return quarter;
}

bool isPast(const WorkingSet &state, const Board &board, QDate day)
{
    const Cycle *cycle = state.find(board.cycle);
    return cycle && cycle->to < day;
}

QList<const Board *> boardsEnded(const WorkingSet &state, PersonId person, QDate day)
{
    QList<const Board *> boards = visibleBoards(state, person);
    boards.removeIf([&](const Board *board) {
        return board->archived || !isPast(state, *board, day) ||
               roleOn(state, person, board->id) < Role::Editor;
    });
    return boards;
}

qsizetype boardsIn(const WorkingSet &state, PersonId person, CycleId cycle)
{
    const QList<const Board *> boards = visibleBoards(state, person);
    return std::count_if(boards.begin(), boards.end(),
                         [cycle](const Board *board) { return board->cycle == cycle; });
}

} // namespace milepost
