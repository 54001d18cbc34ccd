// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/pace.h"

#include "core/domain/figures/bounds.h"

namespace milepost {
namespace {

/// The points of the curve by date, from the day before the cycle to its end.
QList<Phase> curveOf(const Period &cycle, const QList<Phase> &phases)
{
    QList<Phase> curve = phases;
    std::stable_sort(curve.begin(), curve.end(),
                     [](const Phase &a, const Phase &b) { return a.date < b.date; });
    if (curve.first().date >= cycle.from)
        curve.prepend(Phase{cycle.from.addDays(-1), 0});
    if (curve.last().date < cycle.to)
        curve.append(Phase{cycle.to, 1});
    return curve;
}

double between(const Phase &before, const Phase &after, QDate day)
{
    const auto days = static_cast<double>(before.date.daysTo(after.date));
    return std::lerp(before.expected, after.expected, static_cast<double>(before.date.daysTo(day)) / days);
}

} // namespace

std::optional<Period> spanOf(const Cycle *cycle)
{
    if (!cycle || !cycle->from.isValid() || cycle->to < cycle->from)
        return std::nullopt;
    return Period{cycle->from, cycle->to};
}

double expectedProgress(const Period &cycle, QDate day)
{
    const auto elapsed = static_cast<double>(cycle.from.daysTo(day) + 1);
    const auto days = static_cast<double>(cycle.from.daysTo(cycle.to) + 1);
    return std::clamp(elapsed / days, 0.0, 1.0);
}

double expectedProgress(const Period &cycle, const QList<Phase> &phases, QDate day)
{
    if (phases.isEmpty())
        return expectedProgress(cycle, day);
    const QList<Phase> curve = curveOf(cycle, phases);
    const auto after = std::upper_bound(curve.cbegin(), curve.cend(), day,
                                        [](QDate date, const Phase &phase) { return date < phase.date; });
    if (after == curve.cbegin())
        return 0;
    if (after == curve.cend())
        return curve.last().expected;
    return between(*std::prev(after), *after, day);
}

std::optional<double> paceGap(const std::optional<double> &progress, const std::optional<double> &expected)
{
    if (!progress || !expected)
        return std::nullopt;
    return *progress - *expected;
}

Status statusOf(const std::optional<double> &progress, const std::optional<double> &expected,
                const PaceBands &bands)
{
    if (!progress)
        return Status::NoData;
    const std::optional<double> gap = paceGap(progress, expected);
    constexpr double kWhole = 1; // the gap is a difference of shares of a whole, and so is its noise
    if (!gap || isAtLeast(*gap, bands.onTrack, kWhole))
        return Status::OnTrack;
    return isAtLeast(*gap, bands.behind, kWhole) ? Status::Behind : Status::AtRisk;
}

} // namespace milepost
