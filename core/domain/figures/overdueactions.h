// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// Whether an action is open although the day that it was due on is over.
bool isOverdue(const Action &action, QDate day);

/// How many actions about \p subject (an objective, key result, KPI or board) are overdue on \p day. An
/// action about a key result does not count for its objective.
qsizetype overdueActions(const WorkingSet &state, const Subject &subject, QDate day);

} // namespace milepost
