// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/series.h"

#include <algorithm>

namespace milepost {
namespace {

bool isBefore(const Measurement &left, const Measurement &right)
{
    return left.date < right.date;
}

} // namespace

Series::Series(QList<Measurement> points) : m_points(std::move(points))
{
    if (!std::is_sorted(m_points.cbegin(), m_points.cend(), isBefore))
        std::stable_sort(m_points.begin(), m_points.end(), isBefore);
}

QList<Measurement>::const_iterator Series::lowerBound(QDate date) const
{
    return std::lower_bound(m_points.cbegin(), m_points.cend(), date,
                            [](const Measurement &point, QDate day) { return point.date < day; });
}

const Measurement *Series::at(QDate date) const
{
    const auto found = lowerBound(date);
    return found != m_points.cend() && found->date == date ? &*found : nullptr;
}

QList<Measurement> Series::between(QDate from, QDate to) const
{
    QList<Measurement> list;
    for (auto point = lowerBound(from); point != m_points.cend() && point->date <= to; ++point)
        list.append(*point);
    return list;
}

void Series::put(const Measurement &measurement)
{
    m_points.removeIf([&measurement](const Measurement &point) { return point.id == measurement.id; });
    m_points.insert(lowerBound(measurement.date), measurement);
}

void Series::remove(const QSet<MeasurementId> &ids)
{
    const auto isGone = [&ids](const Measurement &point) { return ids.contains(point.id); };
    if (std::any_of(m_points.cbegin(), m_points.cend(), isGone)) // else the points stay shared
        m_points.removeIf(isGone);
}

} // namespace milepost
