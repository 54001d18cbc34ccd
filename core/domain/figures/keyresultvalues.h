// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/kpivalues.h"
#include "core/domain/figures/progress.h"

namespace milepost {

/// A value and the day it is of.
struct DatedValue
{
    QDate date = {};
    double value = 0;

    friend bool operator==(const DatedValue &, const DatedValue &) = default;
};

/// The values of a key result as they were known on a day: of its check-ins, of the parts of a milestone (the
/// weighted share that is done), or of the KPI that drives it (milepostctl(1): a driven key result takes the
/// KPI's value). Of several check-ins of one day the last made counts.
class KeyResultValues
{
public:
    KeyResultValues(const WorkingSet &state, const KeyResult &keyResult, QDate day);

    /// Its own, or that of the KPI which drives it if that is longer: no value can be due more often than the
    /// KPI's.
    Cadence cadence() const { return m_cadence; }
    std::optional<DatedValue> latest() const;
    /// The value of a period: the latest check-in in it; the KPI's value of it, by the KPI's aggregation; the
    /// share that was done by its end, if a part was recorded in it.
    std::optional<double> in(const Period &period) const;
    /// The first and the last day with a value.
    std::optional<Period> span() const;
    /// Of the latest check-in that has one (NUMBERS: from a person, never from a formula).
    std::optional<double> confidence() const { return m_confidence; }

private:
    std::optional<double> shareDone(QDate day) const;
    double partDone(MilestonePartId part, QDate day) const;
    qsizetype countUpTo(QDate day) const;

    QDate m_day;
    Cadence m_cadence;
    bool m_isDriven;
    std::optional<KpiValues> m_driver;    ///< none if the KPI is not there (any more)
    QList<const CheckIn *> m_checkIns;    ///< by date, then by id; with parts: of parts only
    QList<const MilestonePart *> m_parts; ///< of a milestone that is not driven
    std::optional<double> m_confidence;
};

} // namespace milepost
