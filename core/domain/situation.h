// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/idsource.h"
#include "core/domain/result.h"
#include "core/domain/workingset.h"

#include <functional>

namespace milepost {

/// Everything that a decision may depend on: the state at hand, who asks, what day and what time it is, and
/// ids for new records. Nothing else is consulted, so the same situation always gives the same draft.
struct Situation
{
    const WorkingSet &state;
    PersonId asker = {}; ///< invalid: a visitor
    QDate today = {};    ///< in the workspace's time zone
    qint64 now = 0;      ///< UTC milliseconds
    IdSource ids;        ///< starts at the same id whenever the decision is taken again
};

/// A decision that can be taken again on fresher rows.
using Decide = std::function<Result<Draft>(Situation &)>;

} // namespace milepost
