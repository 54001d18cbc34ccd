// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/bounds.h"
#include "core/domain/records/choices.h"

#include <QString>

namespace milepost {

/// By how much a value changed. From 5 % to 7 % is 2 percentage points, not 2 % and not 40 % (NUMBERS, KPIs).
struct Change
{
    enum class In { Unit, PercentagePoints };

    double amount = 0;
    In in = In::Unit;

    friend bool operator==(const Change &, const Change &) = default;
};

Change changeBetween(double before, double after, const QString &unit);

/// What a change means for the direction that is good: an arrow shows where the value went, its colour this.
enum class Turn { Same, Better, Worse, Neither };

/// Lower is better where the direction says so; within a band, nearer to it is better. Neither for a neutral
/// KPI, and for one with a band that is not given. \p band is asked only for Direction::Band.
Turn turnOf(double before, double after, Direction direction, const Bounds &band = {});

} // namespace milepost
