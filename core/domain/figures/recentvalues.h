// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// The values of the last \p count periods for a sparkline, oldest first, ending with the latest period that
/// has data on \p day. A period without a value is a gap in the list, never 0; fewer if the history is
/// shorter.
QList<std::optional<double>> recentValues(const WorkingSet &state, const Kpi &kpi, qsizetype count,
                                          QDate day);
QList<std::optional<double>> recentValues(const WorkingSet &state, const KeyResult &keyResult,
                                          qsizetype count, QDate day);

} // namespace milepost
