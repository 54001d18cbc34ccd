// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/overdue.h"

namespace milepost {

bool isOverdue(const std::optional<QDate> &latest, Cadence cadence, QDate day)
{
    return !latest || *latest < lastCompletePeriod(cadence, day).from;
}

bool isOverdueWithin(const Period &span, const std::optional<QDate> &latest, Cadence cadence, QDate day)
{
    const bool wasDue = lastCompletePeriod(cadence, day).to >= span.from;
    return wasDue && day <= span.to && isOverdue(latest, cadence, day);
}

} // namespace milepost
