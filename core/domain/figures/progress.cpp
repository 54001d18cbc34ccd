// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/progress.h"

#include <array>
#include <limits>

namespace milepost {
namespace {

/// (value - start) / (target - start) for different ends; finite, and never a negative zero.
double partOfWay(double value, double start, double target)
{
    double way = target - start;
    double gone = value - start;
    if (!std::isfinite(way) || !std::isfinite(gone)) {
        way = target / 2 - start / 2;
        gone = value / 2 - start / 2;
    }
    constexpr double kMost = std::numeric_limits<double>::max();
    return gone == 0 ? 0 : std::clamp(gone / way, -kMost, kMost);
}

struct Corner
{
    double at = 0;
    double share = 0;
};

double along(const Corner &from, const Corner &to, double at)
{
    if (to.at <= from.at)
        return at < to.at ? from.share : to.share;
    const double part = partOfWay(at, from.at, to.at);
    return std::lerp(from.share, to.share, part);
}

} // namespace

double reachProgress(double value, const Way &way)
{
    if (way.start != way.target)
        return partOfWay(value, way.start, way.target);
    const bool isMet = way.isLowerBetter ? isAtMost(value, way.target) : isAtLeast(value, way.target);
    return isMet ? 1 : 0;
}

double levelProgress(double value, const Levels &levels)
{
    const double up = levels.isLowerBetter ? -1 : 1;
    const std::array<Corner, 4> corners = {Corner{up * levels.start, 0}, Corner{up * levels.commit, 0.3},
                                           Corner{up * levels.target, 0.7}, Corner{up * levels.stretch, 1}};
    const double at = up * value;
    size_t end = 1;
    while (end + 1 < corners.size() && at >= corners[end].at)
        ++end;
    return along(corners[end - 1], corners[end], at);
}

double clampedProgress(double raw)
{
    return std::clamp(raw, 0.0, 1.0);
}

QList<DueCheckIn> dueCheckIns(const Period &span, Cadence cadence, QDate day, const Bounds &good,
                              const std::function<std::optional<double>(const Period &)> &valueIn)
{
    QList<DueCheckIn> list;
    const QDate end = std::min(span.to, day);
    for (Period period = periodOf(cadence, span.from); period.from <= end;
         period = nextPeriod(cadence, period)) {
        const Period within{std::max(period.from, span.from), std::min(period.to, span.to)};
        const std::optional<double> value = valueIn(within);
        const bool isOver = within.to < day;
        if (value || isOver)
            list.append({within, value, value && isWithin(*value, good)});
    }
    return list;
}

std::optional<double> periodScore(const QList<DueCheckIn> &checkIns)
{
    if (checkIns.isEmpty())
        return std::nullopt;
    const auto met =
        std::count_if(checkIns.cbegin(), checkIns.cend(), [](const DueCheckIn &one) { return one.isMet; });
    return static_cast<double>(met) / static_cast<double>(checkIns.size());
}

} // namespace milepost
