// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/bounds.h"
#include "core/domain/figures/period.h"

#include <QList>

#include <functional>

namespace milepost {

/// A way from one value to another, and which way is better where the values themselves do not tell.
struct Way
{
    double start = 0;
    double target = 0;
    bool isLowerBetter = false; ///< asked only if start == target
};

/// (value - start) / (target - start), raw: below 0 when it is behind the start, above 1 when it is past the
/// target. Falling targets come right by themselves. start == target: 1 if met, else 0, never NaN (NUMBERS,
/// Key results and objectives). Always finite.
double reachProgress(double value, const Way &way);

/// What a key result with three levels counts: start 0, commit 0.3, target 0.7, stretch 1.0.
struct Levels
{
    double start = 0;
    double commit = 0;
    double target = 0;
    double stretch = 0;
    bool isLowerBetter = false;
};

/// Progress by three levels, linear between them and going on straight outside (NUMBERS, Key results and
/// objectives). Levels that coincide, or a start that lies beyond the commit level, make a step.
double levelProgress(double value, const Levels &levels);

/// Progress as it is shown and averaged: 0 to 1.
double clampedProgress(double raw);

/// One check-in that was due of a stay kind: for a period, or for the part of it that lies in the cycle.
struct DueCheckIn
{
    Period period = {};
    std::optional<double> value = {}; ///< absent: missing, which is not met and is shown as missing
    bool isMet = false;

    friend bool operator==(const DueCheckIn &, const DueCheckIn &) = default;
};

/// The check-ins of a stay kind that were due by \p day: one for each period of \p cadence within \p span
/// that is over, and for the running one once it has a value. \p valueIn answers with the value of a period,
/// or none.
QList<DueCheckIn> dueCheckIns(const Period &span, Cadence cadence, QDate day, const Bounds &good,
                              const std::function<std::optional<double>(const Period &)> &valueIn);

/// Due check-ins met / due check-ins (NUMBERS, Key results and objectives); nothing if none was due yet.
std::optional<double> periodScore(const QList<DueCheckIn> &checkIns);

} // namespace milepost
