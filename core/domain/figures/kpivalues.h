// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/aggregate.h"
#include "core/domain/figures/formula.h"
#include "core/domain/workingset.h"

#include <vector>

namespace milepost {

/// The values of a KPI as they were known on a day: those of its own measurements or, if it is derived, of
/// its formula over other KPIs, each aggregated to the same period first. A derived value is missing where a
/// part is, where a name means no KPI or several, and where the formula leads round to itself (NUMBERS,
/// KPIs).
class KpiValues
{
public:
    KpiValues(const WorkingSet &state, const Kpi &kpi, QDate day);

    /// How many measurements of its own there are.
    qsizetype count() const;
    /// The value of any period.
    std::optional<double> in(const Period &period) const;
    /// The latest period of its own cadence that has a value.
    std::optional<PeriodValue> latest() const;
    /// All periods of \p cadence from the first to the latest with data; gaps have no value.
    QList<PeriodValue> over(Cadence cadence) const;
    /// The periods of \p cadence that may have values, from the first to the last; none without data.
    std::optional<Period> span(Cadence cadence) const;

private:
    KpiValues(const WorkingSet &state, const Kpi &kpi, QDate day, const QList<KpiId> &way);
    void derive(const WorkingSet &state, const Kpi &kpi, const QList<KpiId> &way);
    Points points() const { return pointsUpTo(m_series, m_day); }
    QDate dateIn(const Period &period) const;
    PeriodValue valueOver(const Period &period) const;

    QDate m_day;
    Cadence m_cadence;
    Aggregate m_aggregate;
    bool m_isDerived;
    Series m_series;                  ///< unless derived
    std::optional<Formula> m_formula; ///< if derived, and sound
    QStringList m_names;
    std::vector<KpiValues> m_parts; ///< of each name
};

/// The KPI that \p name means in a formula on \p board: the one of that board, else the only one of all
/// public boards; null if there is none or more than one. A private metric is used on its own board alone.
const Kpi *kpiNamed(const WorkingSet &state, BoardId board, const QString &name);

/// The KPIs that the formula of \p kpi refers to; none if it has no sound formula.
QList<KpiId> partsOf(const WorkingSet &state, const Kpi &kpi);

} // namespace milepost
