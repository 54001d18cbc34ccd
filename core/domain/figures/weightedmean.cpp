// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/weightedmean.h"

#include <algorithm>

namespace milepost {
namespace {

double weightOf(const Weighted &part)
{
    return std::max(part.weight.value_or(1), 0.0);
}

double largestWeight(const QList<Weighted> &parts)
{
    double largest = 0;
    for (const Weighted &part : parts)
        largest = std::max(largest, weightOf(part));
    return largest;
}

} // namespace

std::optional<double> weightedMean(const QList<Weighted> &parts)
{
    if (parts.isEmpty())
        return std::nullopt;
    // In parts of the largest weight, so that huge weights do not add up to infinity.
    const double unit = largestWeight(parts);
    double sum = 0;
    double weights = 0;
    for (const Weighted &part : parts) {
        const double weight = unit > 0 ? weightOf(part) / unit : 1;
        sum += weight * part.share;
        weights += weight;
    }
    const auto [least, most] = std::minmax_element(
        parts.cbegin(), parts.cend(), [](const Weighted &a, const Weighted &b) { return a.share < b.share; });
    return std::clamp(sum / weights, least->share, most->share);
}

} // namespace milepost
