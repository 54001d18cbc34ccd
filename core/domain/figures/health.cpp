// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/health.h"

namespace milepost {

Health healthOf(const std::optional<double> &value, const Bounds &good, double amber, bool isOverdue)
{
    if (!value)
        return Health::NoData;
    if (good.isEmpty())
        return Health::NoTarget;
    if (isOverdue)
        return Health::Stale;
    if (isWithin(*value, good))
        return Health::Good;
    return isWithin(*value, good, std::max(amber, 0.0)) ? Health::Amber : Health::Bad;
}

double missedBy(double value, const Bounds &good)
{
    if (isWithin(value, good))
        return 0;
    const double below = good.low ? *good.low - value : 0;
    const double above = good.high ? value - *good.high : 0;
    return std::max({below, above, 0.0});
}

bool isWon(Health health, const std::optional<Health> &guardrail)
{
    if (health != Health::Good)
        return false;
    return !guardrail || guardrail == Health::Good || guardrail == Health::Amber ||
           guardrail == Health::NoTarget;
}

} // namespace milepost
