// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/domain/situation.h"

namespace milepost {

/// A place in an order.
struct Spot
{
    qint64 parent =
        0; ///< what it shall hang on: a board, an objective, a key result; 0: what it hangs on now
    qint64 before = 0; ///< the one that it shall come before; 0: at the end

    friend bool operator==(const Spot &, const Spot &) = default;
};

/// Puts an objective or KPI at a place of its board or of another one, a key result at a place of its
/// objective or of another one, a part at a place of its key result. For editors of both boards. All that
/// hangs on it goes along. It is there already: nothing to do. NameTaken; WrongKind for what has no order;
/// PrivateMetric as moveTo().
///
/// Only its own position changes, to the middle between its neighbours', until there is no room left between
/// them: then all on that place are numbered anew.
Result<Draft> place(Situation &in, const Named &target, const Spot &spot);

/// Where a thing comes that goes up or down by one among those that are shown (archived ones are not). A key
/// result goes on to the objective before or after its own. Nothing where there is no further.
enum class Step { Up, Down };
std::optional<Spot> spotAfter(const WorkingSet &state, const Named &target, Step step);

/// Puts a board before another one, or after all for an invalid one, among those that the asker may edit. For
/// editors of it; there is one order, for all who see the boards. It is there already: nothing to do.
Result<Draft> placeBoard(Situation &in, BoardId board, BoardId before);
/// The same by one place, among those that are neither archived nor of a cycle that is over.
Result<Draft> stepBoard(Situation &in, BoardId board, Step step);

} // namespace milepost
