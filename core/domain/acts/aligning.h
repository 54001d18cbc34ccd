// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"

namespace milepost {

/// Aligns an objective to another one, also of another board, or to none. For editors of its board.
/// ObjectiveLoop, ObjectiveBarred; NameUnknown for a parent that the asker cannot see.
Result<Draft> alignObjective(Situation &in, ObjectiveId objective, ObjectiveId parent);

} // namespace milepost
