// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"

namespace milepost {

/// Puts a board into a cycle, or into none. For its editors. NameUnknown if the cycle is not there.
Result<Draft> setCycle(Situation &in, BoardId board, CycleId cycle);

/// Boards whose cycle is over go on in the cycle of today.
struct CarryOver
{
    QList<BoardId> boards = {};
    QString quarter = {}; ///< what today's quarter is called, which becomes a cycle if there is none of today
};
/// For editors of all of them; NameUnknown if one is not there. Those that somebody has carried over already
/// stay where they are. NameTaken if another cycle has the quarter's name.
Result<Draft> carryOver(Situation &in, const CarryOver &request);

/// Takes a board out of the archive. For its editors. Not in it: nothing to do.
Result<Draft> bringBack(Situation &in, BoardId board);

} // namespace milepost
