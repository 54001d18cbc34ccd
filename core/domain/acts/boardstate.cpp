// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boardstate.h"

#include "core/domain/acts/drafting.h"
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
