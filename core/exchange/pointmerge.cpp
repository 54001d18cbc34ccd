// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pointmerge.h"

#include <algorithm>
#include <cmath>

namespace milepost {
namespace {

using Point = ImportBatch::Point;
using Points = std::vector<Point>;

constexpr qsizetype kLinesShown = 20;

/// A type rather than a function, so that sorting a million points compares in place.
struct IsBefore
{
    bool operator()(const Point &left, const Point &right) const
    {
        if (left.series != right.series)
            return left.series < right.series;
        return left.day != right.day ? left.day < right.day : left.line < right.line;
    }
};

bool areOfOneDay(const Point &left, const Point &right)
{
    return left.series == right.series && left.day == right.day;
}

Points::iterator endOfDay(Points::iterator first, Points::iterator end)
{
    return std::find_if(first, end, [&](const Point &point) { return !areOfOneDay(*first, point); });
}

Point combined(Points::iterator first, Points::iterator end, Combine how, bool isRatio)
{
    Point point = *first;
    if (how == Combine::Last && !isRatio) {
        point.value = (end - 1)->value;
        return point;
    }
    for (auto next = first + 1; next != end; ++next) {
        point.value += next->value;
        point.numerator += next->numerator;
        point.denominator += next->denominator;
    }
    if (how == Combine::Mean)
        point.value /= static_cast<double>(end - first);
    return point;
}

bool isFinite(const Point &point, bool isRatio)
{
    return std::isfinite(isRatio ? point.numerator / point.denominator : point.value);
}

} // namespace

void sortPoints(Points &points)
{
    if (!std::is_sorted(points.begin(), points.end(), IsBefore()))
        std::sort(points.begin(), points.end(), IsBefore());
}

std::vector<DuplicateRow> takeDuplicates(Points &points)
{
    std::vector<DuplicateRow> duplicates;
    auto to = points.begin();
    for (auto first = points.begin(); first != points.end();) {
        const auto end = endOfDay(first, points.end());
        const Point kept = *first;
        for (auto again = first + 1; again != end; ++again)
            duplicates.push_back({again->line, kept.line, kept.series, kept.day});
        *to++ = kept;
        first = end;
    }
    points.erase(to, points.end());
    return duplicates;
}

void combinePoints(Points &points, Combine how, bool isRatio)
{
    auto to = points.begin();
    for (auto first = points.begin(); first != points.end();) {
        const auto end = endOfDay(first, points.end());
        *to++ = combined(first, end, how, isRatio);
        first = end;
    }
    points.erase(to, points.end());
}

void takeZeroDenominators(ImportBatch &batch)
{
    const auto isZero = [](const Point &point) { return std::fpclassify(point.denominator) == FP_ZERO; };
    for (const Point &point : batch.points) {
        if (!isZero(point))
            continue;
        ++batch.zeroDenominators;
        batch.zeroDenominatorLines.append(point.line);
    }
    std::sort(batch.zeroDenominatorLines.begin(), batch.zeroDenominatorLines.end());
    if (batch.zeroDenominatorLines.size() > kLinesShown)
        batch.zeroDenominatorLines.resize(kLinesShown);
    std::erase_if(batch.points, isZero);
}

Points takeTooLarge(Points &points, bool isRatio)
{
    Points taken;
    for (const Point &point : points)
        if (!isFinite(point, isRatio))
            taken.push_back(point);
    if (!taken.empty())
        std::erase_if(points, [isRatio](const Point &point) { return !isFinite(point, isRatio); });
    return taken;
}

} // namespace milepost
