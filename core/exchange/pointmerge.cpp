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

/// The latest word on a day is the one that is kept; rows without one take none away.
qint32 lastNote(Points::iterator first, Points::iterator end)
{
    qint32 note = 0;
    for (; first != end; ++first)
        note = first->note > 0 ? first->note : note;
    return note;
}

Point combined(Points::iterator first, Points::iterator end, Combine how, bool isRatio)
{
    Point point = *first;
    point.note = lastNote(first, end);
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

QString textOf(double number)
{
    return QString::number(number, 'g', 15);
}

bool isFinite(const Point &point)
{
    return std::isfinite(point.value) && std::isfinite(point.numerator) && std::isfinite(point.denominator);
}

bool isZero(double number)
{
    return std::fpclassify(number) == FP_ZERO;
}

/// The numbers that cannot be added up, the first few of them: 1e+308 + 1e+308.
ImportBatch::Refused tooLarge(Points::iterator first, Points::iterator end, double Point::*part)
{
    constexpr int kShown = 3;
    QString text = textOf((*first).*part);
    int shown = 1;
    for (auto next = first + 1; next != end && shown <= kShown; ++next, ++shown)
        text += u" + " + (shown < kShown ? textOf((*next).*part) : QString(u'…'));
    return {first->line, Error{Error::Code::NumberTooLarge, {text}}};
}

ImportBatch::Refused tooLarge(Points::iterator first, Points::iterator end, const Point &sum)
{
    if (!std::isfinite(sum.numerator))
        return tooLarge(first, end, &Point::numerator);
    return tooLarge(first, end, std::isfinite(sum.denominator) ? &Point::value : &Point::denominator);
}

/// A ratio that is infinite, or 0 though its numerator is not.
bool isUnfit(const Point &point)
{
    const double ratio = point.numerator / point.denominator;
    return !std::isfinite(ratio) || (isZero(ratio) && !isZero(point.numerator));
}

Error faultOf(const Point &point)
{
    const QString text = textOf(point.numerator) + u" / " + textOf(point.denominator);
    if (std::isfinite(point.numerator / point.denominator))
        return {Error::Code::NumberTooSmall, {text}};
    return {Error::Code::NumberTooLarge, {text}};
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

std::vector<ImportBatch::Refused> combinePoints(Points &points, Combine how, bool isRatio)
{
    std::vector<ImportBatch::Refused> refused;
    auto to = points.begin();
    for (auto first = points.begin(); first != points.end();) {
        const auto end = endOfDay(first, points.end());
        if (const Point sum = combined(first, end, how, isRatio); isFinite(sum))
            *to++ = sum;
        else
            refused.push_back(tooLarge(first, end, sum));
        first = end;
    }
    points.erase(to, points.end());
    return refused;
}

void takeZeroDenominators(ImportBatch &batch)
{
    const auto hasNone = [](const Point &point) { return isZero(point.denominator); };
    for (const Point &point : batch.points) {
        if (!hasNone(point))
            continue;
        const auto series = static_cast<std::size_t>(point.series);
        if (batch.isNoted.size() <= series)
            batch.isNoted.resize(series + 1);
        batch.isNoted[series] = true;
        ++batch.zeroDenominators;
        batch.zeroDenominatorLines.append(point.line);
    }
    std::sort(batch.zeroDenominatorLines.begin(), batch.zeroDenominatorLines.end());
    if (batch.zeroDenominatorLines.size() > kLinesShown)
        batch.zeroDenominatorLines.resize(kLinesShown);
    std::erase_if(batch.points, hasNone);
}

std::vector<ImportBatch::Refused> takeUnfitRatios(Points &points)
{
    std::vector<ImportBatch::Refused> refused;
    for (const Point &point : points)
        if (isUnfit(point))
            refused.push_back({point.line, faultOf(point)});
    if (!refused.empty())
        std::erase_if(points, isUnfit);
    return refused;
}

} // namespace milepost
