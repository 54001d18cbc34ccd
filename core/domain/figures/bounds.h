// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

namespace milepost {

/// Floating point noise, as a part of the larger magnitude involved: 0.05 + 0.01 and 0.06 are the same
/// figure, although their doubles differ.
inline constexpr double kNoise = 1e-9;

/// Whether value >= bound, but for noise relative to the larger of the two or, if that is larger, to \p
/// scale.
inline bool isAtLeast(double value, double bound, double scale = 0)
{
    const double magnitude = std::max({std::abs(value), std::abs(bound), scale});
    return value >= bound || bound - value <= kNoise * magnitude;
}

/// Whether value <= bound, likewise.
inline bool isAtMost(double value, double bound, double scale = 0)
{
    return isAtLeast(-value, -bound, scale);
}

/// Between which values something is good; both ends are inclusive, an absent one is open.
struct Bounds
{
    std::optional<double> low = {};
    std::optional<double> high = {};

    bool isEmpty() const { return !low && !high; }
    friend bool operator==(const Bounds &, const Bounds &) = default;
};

/// Whether \p value lies within \p bounds, or misses them by at most \p tolerance (0 or more, in the same
/// unit).
inline bool isWithin(double value, const Bounds &bounds, double tolerance = 0)
{
    const auto scale = [tolerance](double bound) { return std::max(std::abs(bound), tolerance); };
    return (!bounds.low || isAtLeast(value, *bounds.low - tolerance, scale(*bounds.low))) &&
           (!bounds.high || isAtMost(value, *bounds.high + tolerance, scale(*bounds.high)));
}

} // namespace milepost
