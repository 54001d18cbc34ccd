// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boardstate.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/people.h"
#include "core/domain/cycles.h"
#include "core/domain/rights.h"

namespace milepost {

Result<Draft> setCycle(Situation &in, BoardId board, CycleId cycle)
{
    if (const Done done = require(in.state, in.asker, board, Role::Editor); !done)
        return done.error();
    if (cycle.isValid() && !in.state.find(cycle))
        return Error{Error::Code::NameUnknown, {cycle.toString()}};
    Board after = *in.state.find(board);
    if (after.cycle == cycle)
        return nothingToDo(Act::SetCycle);
    after.cycle = cycle;
    return changed(Act::SetCycle, after);
}

Result<Draft> carryOver(Situation &in, const CarryOver &request)
{
    Draft draft = nothingToDo(Act::CarryOver);
    const Cycle *present = cycleOn(in.state, in.today);
    CycleId cycle = present ? present->id : CycleId();
    for (const BoardId id : request.boards) {
        if (const Done done = require(in.state, in.asker, id, Role::Editor); !done)
            return done.error();
        Board board = *in.state.find(id);
        if (!isPast(in.state, board, in.today))
            continue;
        if (!cycle.isValid()) {
            const Period quarter = periodOf(Cadence::Quarter, in.today);
            Result<Draft> made = addCycle(in, {request.quarter, quarter.from, quarter.to});
            if (!made)
                return made;
            cycle = made->edits.of<Cycle>().added[0].id;
            draft.edits = std::move(made->edits);
        }
        board.cycle = cycle;
        draft.edits.change(board);
        draft.nothingToDo = false;
    }
    draft.values = subjectValues(cycle);
    return draft;
}

Result<Draft> bringBack(Situation &in, BoardId board)
{
    if (const Done done = require(in.state, in.asker, board, Role::Editor); !done)
        return done.error();
    Board after = *in.state.find(board);
    if (!after.archived)
        return nothingToDo(Act::BringBack);
    after.archived = false;
    return changed(Act::BringBack, after);
}

} // namespace milepost
