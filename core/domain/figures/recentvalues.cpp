// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/recentvalues.h"

#include "core/domain/figures/keyresultvalues.h"

#include <algorithm>

namespace milepost {
namespace {

/// The values of \p count periods back from the one that \p last is in, but of none before \p first.
template<class Values>
QList<std::optional<double>> valuesBack(const Values &values, Cadence cadence, QDate first, QDate last,
                                        qsizetype count)
{
    QList<std::optional<double>> list;
    for (Period period = periodOf(cadence, last); list.size() < count && period.to >= first;
         period = previousPeriod(cadence, period))
        list.append(values.in(period));
    std::reverse(list.begin(), list.end());
    return list;
}

} // namespace

QList<std::optional<double>> recentValues(const WorkingSet &state, const Kpi &kpi, qsizetype count, QDate day)
{
    const KpiValues values(state, kpi, day);
    const std::optional<PeriodValue> latest = values.latest();
    if (!latest)
        return {};
    return valuesBack(values, kpi.cadence, values.span(kpi.cadence)->from, latest->period.to, count);
}

QList<std::optional<double>> recentValues(const WorkingSet &state, const KeyResult &keyResult,
                                          qsizetype count, QDate day)
{
    if (const Kpi *kpi = state.find(keyResult.kpi))
        return recentValues(state, *kpi, count, day);
    const KeyResultValues values(state, keyResult, day);
    const std::optional<Period> span = values.span();
    if (!span)
        return {};
    return valuesBack(values, values.cadence(), span->from, span->to, count);
}

} // namespace milepost
