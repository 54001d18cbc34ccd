// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/health.h"
#include "core/domain/figures/period.h"
#include "core/domain/workingset.h"

#include <optional>

namespace milepost {

/// What a month came to, beside what was asked of it.
struct MonthFigures
{
    Period month = {};
    std::optional<double> value = {};  ///< none: a gap, never 0
    std::optional<double> target = {}; ///< in force at the month's end, or today if it still runs
    std::optional<double> low = {};
    std::optional<double> high = {};
    std::optional<Health> health = {}; ///< none where nothing can be said of a single month
    bool isRunning = false;            ///< the month is not over

    friend bool operator==(const MonthFigures &, const MonthFigures &) = default;
};

/// The last \p count months up to the one of \p day, oldest first. The values of a month are put together as
/// the KPI puts them together. A sum is held against its target only if that is for a month too: a target for
/// a week says nothing of four of them.
QList<MonthFigures> monthsOf(const WorkingSet &state, const Kpi &kpi, QDate day, int count);

/// The same of a key result: its threshold or band counts each month. One that goes from a start to a target
/// is good once it is there, and before that nothing is said of the single month.
QList<MonthFigures> monthsOf(const WorkingSet &state, const KeyResult &keyResult, QDate day, int count);

} // namespace milepost
