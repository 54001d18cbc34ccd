// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/aligning.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/goals.h"
#include "core/domain/rights.h"

namespace milepost {

Result<Draft> alignObjective(Situation &in, ObjectiveId objective, ObjectiveId parent)
{
    if (const Done done = require(in.state, in.asker, in.state.boardOf(objective), Role::Editor); !done)
        return done.error();
    if (parent.isValid() && !canSee(in.state, in.asker, in.state.boardOf(parent)))
        return Error{Error::Code::NameUnknown, {parent.toString()}};
    Objective after = *in.state.find(objective);
    if (after.parent == parent)
        return nothingToDo(Act::Align);
    after.parent = parent;
    if (const Done done = checkLoop(in.state, in.asker, after); !done)
        return done.error();
    return changed(Act::Align, after);
}

} // namespace milepost
