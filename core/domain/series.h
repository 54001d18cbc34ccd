// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/measurement.h"

#include <QList>
#include <QSet>

namespace milepost {

/// The measurements of one KPI, by date, at most one for each.
class Series
{
public:
    Series() = default;
    explicit Series(QList<Measurement> points); ///< in any order

    const QList<Measurement> &points() const { return m_points; }
    bool isEmpty() const { return m_points.isEmpty(); }
    const Measurement *at(QDate date) const;
    /// Points with from <= date <= to.
    QList<Measurement> between(QDate from, QDate to) const;

    void put(const Measurement &measurement); ///< replaces the one with its id
    void remove(const QSet<MeasurementId> &ids);

private:
    QList<Measurement>::const_iterator lowerBound(QDate date) const;

    QList<Measurement> m_points;
};

} // namespace milepost
