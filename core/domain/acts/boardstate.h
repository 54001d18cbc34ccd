// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"

namespace milepost {

/// Puts a board into a cycle, or into none. For its editors. NameUnknown if the cycle is not there.
Result<Draft> setCycle(Situation &in, BoardId board, CycleId cycle);

/// Takes a board out of the archive. For its editors. Not in it: nothing to do.
Result<Draft> bringBack(Situation &in, BoardId board);

} // namespace milepost
