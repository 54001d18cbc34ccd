// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/period.h"
#include "core/domain/series.h"

#include <optional>
#include <span>

namespace milepost {

/// Successive points of a series, looked at where they are.
using Points = std::span<const Measurement>;

/// The value of a period. A period without one is a gap, never 0 (NUMBERS, KPIs).
struct PeriodValue
{
    Period period = {};
    std::optional<double> value = {};
    bool isPartial = false; ///< the period was not over yet on the day asked for: drawn hollow
    QDate date = {};        ///< of the latest measurement in it; invalid for a gap

    friend bool operator==(const PeriodValue &, const PeriodValue &) = default;
};

/// The points dated \p day or before; nothing is copied. \p series must outlive the answer.
Points pointsUpTo(const Series &series, QDate day);
Points pointsIn(Points points, const Period &period);

/// What one measurement says: its value, or numerator / denominator; nothing if the denominator is 0.
std::optional<double> valueOf(const Measurement &measurement);

/// One value of all \p points, by the KPI's kind (NUMBERS, KPIs): the last, the sum, the mean, or the sum of
/// numerators divided by the sum of denominators, because an average of percentages is wrong. Nothing if
/// there is no point with a value, if the denominators add up to 0, or if the result is larger than a double
/// can hold.
std::optional<double> aggregated(Points points, Aggregate aggregate);

/// The latest period of \p cadence up to \p day that has a value (milepostctl(1): value). Looks at nothing
/// earlier.
std::optional<PeriodValue> latestValue(const Series &series, Aggregate aggregate, Cadence cadence, QDate day);

/// Each period of \p cadence from the first to the latest that has a measurement dated \p today or before.
/// Those in between without a value are gaps.
QList<PeriodValue> resample(const Series &series, Aggregate aggregate, Cadence cadence, QDate today);

} // namespace milepost
