// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/domain/situation.h"

namespace milepost {

/// Moves an objective (with all that hangs on it) or a KPI to another board. For editors of both. NameTaken;
/// PrivateMetric if that would tear a private metric from what it drives or guards.
Result<Draft> moveTo(Situation &in, const Named &target, BoardId board);

/// Puts a board, objective, key result or KPI out of sight without deleting it. Already there: nothing to do.
Result<Draft> archive(Situation &in, const Named &target);

} // namespace milepost
