// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"

#include <QDate>

namespace milepost {

/// A span of days; both ends belong to it.
struct Period
{
    QDate from = {};
    QDate to = {};

    bool contains(QDate day) const { return from <= day && day <= to; }
    friend bool operator==(const Period &, const Period &) = default;
};

/// The day, ISO 8601 week (Monday to Sunday), month, quarter or year that \p day belongs to (NUMBERS, KPIs).
Period periodOf(Cadence cadence, QDate day);
Period previousPeriod(Cadence cadence, const Period &period);
Period nextPeriod(Cadence cadence, const Period &period);

/// The period before the running one, which is the one that contains \p day. A period is complete only once
/// the day is past it: on the last day of March the last complete month is February.
Period lastCompletePeriod(Cadence cadence, QDate day);

} // namespace milepost
