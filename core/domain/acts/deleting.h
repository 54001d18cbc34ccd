// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/domain/situation.h"

namespace milepost {

/// Deletes something with all that hangs on it. For editors; a board for its owners. What is used elsewhere
/// is refused (InUse, with the name of what uses it, or "" if the asker may not see that); people leave
/// instead (WrongKind). The series that seriesNeededToDelete() names must be loaded.
Result<Draft> deleteThing(Situation &in, const Named &target);

/// The KPIs whose series a deletion has to see, since their measurements go with them.
QList<KpiId> seriesNeededToDelete(const WorkingSet &state, const Named &target);

} // namespace milepost
