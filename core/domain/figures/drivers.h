// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// The KPIs whose measurements the figures of an objective need: those that drive its key results, and all
/// that these are derived from.
QSet<KpiId> driversOf(const WorkingSet &state, ObjectiveId objective);

} // namespace milepost
