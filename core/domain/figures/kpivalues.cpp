// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/kpivalues.h"

namespace milepost {
namespace {

/// What stands on a private board is used nowhere else.
bool mayUse(const WorkingSet &state, BoardId board, const Kpi &kpi)
{
    const Board *home = state.find(kpi.board);
    return kpi.board == board || (home && home->visibility == Visibility::Public);
}

const Kpi *onlyOneNamed(const WorkingSet &state, const QList<const Kpi *> &kpis, BoardId user,
                        const QString &name)
{
    const Kpi *found = nullptr;
    for (const Kpi *kpi : kpis) {
        if (kpi->archived || kpi->name != name || !mayUse(state, user, *kpi))
            continue;
        if (found)
            return nullptr;
        found = kpi;
    }
    return found;
}

} // namespace

const Kpi *kpiNamed(const WorkingSet &state, BoardId board, const QString &name)
{
    const Kpi *near = onlyOneNamed(state, state.of<Kpi>().of(board), board, name);
    return near ? near : onlyOneNamed(state, state.of<Kpi>().all(), board, name);
}

QList<KpiId> partsOf(const WorkingSet &state, const Kpi &kpi)
{
    QList<KpiId> parts;
    const Result<Formula> formula = Formula::parse(kpi.formula);
    if (!formula)
        return parts;
    for (const QString &name : formula->names())
        if (const Kpi *part = kpiNamed(state, kpi.board, name))
            parts.append(part->id);
    return parts;
}

KpiValues::KpiValues(const WorkingSet &state, const Kpi &kpi, QDate day) : KpiValues(state, kpi, day, {}) {}

KpiValues::KpiValues(const WorkingSet &state, const Kpi &kpi, QDate day, const QList<KpiId> &way)
    : m_day(day)
    , m_cadence(kpi.cadence)
    , m_aggregate(kpi.aggregate)
    , m_isDerived(!kpi.formula.isEmpty())
{
    if (m_isDerived)
        derive(state, kpi, way);
    else
        m_series = state.seriesOf(kpi.id);
}

void KpiValues::derive(const WorkingSet &state, const Kpi &kpi, const QList<KpiId> &way)
{
    // Formulas upon formulas: more than people write, and few enough that no chain of them can hold up a
    // board.
    constexpr qsizetype kDeepest = 12;
    const Result<Formula> formula = Formula::parse(kpi.formula);
    if (!formula || way.contains(kpi.id) || way.size() >= kDeepest)
        return;
    m_names = formula->names();
    for (const QString &name : std::as_const(m_names)) {
        const Kpi *part = kpiNamed(state, kpi.board, name);
        if (!part)
            return;
        m_parts.push_back(KpiValues(state, *part, m_day, way + QList{kpi.id}));
    }
    m_formula = *formula;
}

qsizetype KpiValues::count() const
{
    return static_cast<qsizetype>(points().size());
}

std::optional<double> KpiValues::in(const Period &period) const
{
    if (!m_isDerived)
        return aggregated(pointsIn(points(), period), m_aggregate);
    if (!m_formula)
        return std::nullopt;
    return m_formula->evaluate([this, &period](const QString &name) {
        return m_parts[static_cast<size_t>(m_names.indexOf(name))].in(period);
    });
}

QDate KpiValues::dateIn(const Period &period) const
{
    if (!m_isDerived) {
        const Points within = pointsIn(points(), period);
        return within.empty() ? QDate() : within.back().date;
    }
    QDate latest = m_parts.empty() ? std::min(period.to, m_day) : QDate();
    for (const KpiValues &part : m_parts)
        latest = std::max(latest, part.dateIn(period));
    return latest;
}

PeriodValue KpiValues::valueOver(const Period &period) const
{
    const std::optional<double> value = in(period);
    return {period, value, m_day <= period.to, value ? dateIn(period) : QDate()};
}

std::optional<Period> KpiValues::span(Cadence cadence) const
{
    if (!m_isDerived) {
        const Points all = points();
        if (all.empty())
            return std::nullopt;
        return Period{periodOf(cadence, all.front().date).from, periodOf(cadence, all.back().date).to};
    }
    if (!m_formula)
        return std::nullopt;
    if (m_parts.empty())
        return periodOf(cadence, m_day);
    std::optional<Period> common = m_parts.front().span(cadence);
    for (const KpiValues &part : m_parts) {
        const std::optional<Period> span = part.span(cadence);
        if (!span || !common)
            return std::nullopt;
        common = Period{std::max(common->from, span->from), std::min(common->to, span->to)};
    }
    return common->from <= common->to ? common : std::nullopt;
}

std::optional<PeriodValue> KpiValues::latest() const
{
    if (!m_isDerived)
        return latestValue(m_series, m_aggregate, m_cadence, m_day);
    const std::optional<Period> whole = span(m_cadence);
    if (!whole)
        return std::nullopt;
    for (Period period = periodOf(m_cadence, whole->to); period.from >= whole->from;
         period = previousPeriod(m_cadence, period))
        if (const PeriodValue value = valueOver(period); value.value)
            return value;
    return std::nullopt;
}

QList<PeriodValue> KpiValues::over(Cadence cadence) const
{
    if (!m_isDerived)
        return resample(m_series, m_aggregate, cadence, m_day);
    QList<PeriodValue> values;
    const std::optional<Period> whole = span(cadence);
    if (!whole)
        return values;
    for (Period period = periodOf(cadence, whole->from); period.to <= whole->to;
         period = nextPeriod(cadence, period))
        values.append(valueOver(period));
    return values;
}

} // namespace milepost
