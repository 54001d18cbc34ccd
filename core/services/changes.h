// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/workingset.h"
#include "core/services/thingchange.h"

namespace milepost {

class Engine;

namespace telling {

/// The entries that touched an objective, key result, part or KPI, or what hangs on it (parts, targets,
/// values, actions, comments): newest first, those before entry \p before (0: from the newest), at most
/// \p most. None for what the person may not see. The whole structure must be loaded, and of a KPI its
/// series. On the database thread.
Result<QList<ThingChange>> changesOf(const Engine &engine, const WorkingSet &state, PersonId person,
                                     qint64 thing, qint64 before, qsizetype most);

} // namespace telling

} // namespace milepost
