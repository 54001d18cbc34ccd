// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/bounds.h"
#include "core/domain/words.h"

namespace milepost {

enum class Health { NoData, NoTarget, Stale, Good, Amber, Bad };

MILEPOST_WORDS(Health, {Health::NoData, "no data"}, {Health::NoTarget, "no target"}, {Health::Stale, "stale"},
               {Health::Good, "good"}, {Health::Amber, "amber"}, {Health::Bad, "bad"})

/// How a KPI stands, the first that applies (milepostctl(1)): no data (never a value), no target (empty
/// bounds, see boundsOf), stale (overdue), good (within, inclusive), amber (missed by at most \p amber, in
/// the KPI's unit; below 0 counts as 0), bad.
Health healthOf(const std::optional<double> &value, const Bounds &good, double amber, bool isOverdue);

/// By how much \p value misses what is good, in its own unit; 0 if it does not. Ranks KPIs of one unit
/// whichever way each of them is good.
double missedBy(double value, const Bounds &good);

/// Whether a KPI may be called won: it is good, and its guardrail is not breached (NUMBERS, KPIs). A
/// guardrail is breached when it is bad; one whose state is unknown (stale or no data) cannot vouch either.
/// Amber is within what its owner tolerates, and a guardrail without a target sets no limit. No guardrail:
/// being good is enough.
bool isWon(Health health, const std::optional<Health> &guardrail);

} // namespace milepost
