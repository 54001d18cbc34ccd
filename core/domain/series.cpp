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
    remove(measurement.id);
    m_points.insert(lowerBound(measurement.date), measurement);
}

void Series::remove(MeasurementId id)
{
    m_points.removeIf([id](const Measurement &point) { return point.id == id; });
}

} // namespace milepost
