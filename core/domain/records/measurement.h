// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// One value of a KPI. It belongs to a date, never to an instant.
struct Measurement
{
    MeasurementId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    KpiId kpi = {};
    QDate date = {};
    std::optional<double> value = {}; ///< absent for a ratio, whose value is made of its parts
    std::optional<double> numerator = {};
    std::optional<double> denominator = {};
    QString note = {};
    QString reason = {}; ///< why this value replaced the one before it; empty if it is the first

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return kpi.value(); }
    static const RecordType<Measurement> &type();
    friend bool operator==(const Measurement &, const Measurement &) = default;
};

} // namespace milepost
