// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/aggregate.h"

#include <algorithm>
#include <cmath>

namespace milepost {
namespace {

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> lastOf(Points points)
{
    const auto last = std::find_if(points.rbegin(), points.rend(),
                                   [](const Measurement &point) { return valueOf(point).has_value(); });
    return last == points.rend() ? std::nullopt : valueOf(*last);
}

struct Total
{
    double sum = 0;
    qsizetype count = 0;
};

Total totalOf(Points points)
{
    Total total;
    for (const Measurement &point : points) {
        if (const std::optional<double> value = valueOf(point)) {
            total.sum += *value;
            ++total.count;
        }
    }
    return total;
}

std::optional<double> sumOf(Points points)
{
    const Total total = totalOf(points);
    return total.count ? finite(total.sum) : std::nullopt;
}

std::optional<double> meanOf(Points points)
{
    const Total total = totalOf(points);
    return total.count ? finite(total.sum / static_cast<double>(total.count)) : std::nullopt;
}

std::optional<double> ratioOf(Points points)
{
    double numerators = 0;
    double denominators = 0;
    for (const Measurement &point : points) {
        if (!point.numerator || !point.denominator)
            continue;
        numerators += *point.numerator;
        denominators += *point.denominator;
    }
    return denominators == 0 ? std::nullopt : finite(numerators / denominators);
}

Points before(Points points, QDate day)
{
    const auto end = std::partition_point(points.begin(), points.end(),
                                          [day](const Measurement &point) { return point.date < day; });
    return points.first(static_cast<size_t>(end - points.begin()));
}

PeriodValue valueOf(const Period &period, Points points, Aggregate aggregate, QDate today)
{
    PeriodValue answer{period, aggregated(points, aggregate), today <= period.to};
    if (answer.value)
        answer.date = points.back().date;
    return answer;
}

} // namespace

Points pointsUpTo(const Series &series, QDate day)
{
    const QList<Measurement> &points = series.points();
    return before(Points(points.constData(), static_cast<size_t>(points.size())), day.addDays(1));
}

Points pointsIn(Points points, const Period &period)
{
    const Points upTo = before(points, period.to.addDays(1));
    return upTo.subspan(before(upTo, period.from).size());
}

std::optional<double> valueOf(const Measurement &measurement)
{
    if (measurement.value)
        return measurement.value;
    return ratioOf(Points(&measurement, 1));
}

std::optional<double> aggregated(Points points, Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Last:
        return lastOf(points);
    case Aggregate::Sum:
        return sumOf(points);
    case Aggregate::Mean:
        return meanOf(points);
    case Aggregate::Ratio:
        return ratioOf(points);
    }
    Q_UNREACHABLE();
}

std::optional<PeriodValue> latestValue(const Series &series, Aggregate aggregate, Cadence cadence, QDate day)
{
    Points left = pointsUpTo(series, day);
    while (!left.empty()) {
        const Period period = periodOf(cadence, left.back().date);
        const Points earlier = before(left, period.from);
        const PeriodValue latest = valueOf(period, left.subspan(earlier.size()), aggregate, day);
        if (latest.value)
            return latest;
        left = earlier;
    }
    return std::nullopt;
}

QList<PeriodValue> resample(const Series &series, Aggregate aggregate, Cadence cadence, QDate today)
{
    QList<PeriodValue> values;
    Points left = pointsUpTo(series, today);
    if (left.empty())
        return values;
    for (Period period = periodOf(cadence, left.front().date); !left.empty();
         period = nextPeriod(cadence, period)) {
        const Points points = before(left, period.to.addDays(1));
        values.append(valueOf(period, points, aggregate, today));
        left = left.subspan(points.size());
    }
    return values;
}

} // namespace milepost
