// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/keyresultvalues.h"

#include "core/domain/figures/weightedmean.h"

#include <algorithm>

namespace milepost {
namespace {

/// By date; those of one day in the order in which they were made.
QList<const CheckIn *> checkInsUpTo(const WorkingSet &state, KeyResultId keyResult, QDate day)
{
    QList<const CheckIn *> list = state.of<CheckIn>().of(keyResult);
    list.removeIf([day](const CheckIn *checkIn) { return checkIn->date > day; });
    std::stable_sort(list.begin(), list.end(),
                     [](const CheckIn *a, const CheckIn *b) { return a->date < b->date; });
    return list;
}

std::optional<double> latestConfidence(const QList<const CheckIn *> &checkIns)
{
    const auto last = std::find_if(checkIns.crbegin(), checkIns.crend(),
                                   [](const CheckIn *checkIn) { return checkIn->confidence.has_value(); });
    return last == checkIns.crend() ? std::nullopt : (*last)->confidence;
}

bool isOfOneOf(const QList<const MilestonePart *> &parts, const CheckIn &checkIn)
{
    return std::any_of(parts.cbegin(), parts.cend(),
                       [&checkIn](const MilestonePart *part) { return part->id == checkIn.part; });
}

} // namespace

KeyResultValues::KeyResultValues(const WorkingSet &state, const KeyResult &keyResult, QDate day)
    : m_day(day)
    , m_cadence(keyResult.cadence)
    , m_isDriven(keyResult.kpi.isValid())
    , m_checkIns(checkInsUpTo(state, keyResult.id, day))
    , m_confidence(latestConfidence(m_checkIns))
{
    if (const Kpi *kpi = state.find(keyResult.kpi)) {
        m_driver.emplace(state, *kpi, day);
        m_cadence = std::max(keyResult.cadence, kpi->cadence);
    }
    if (!m_isDriven && keyResult.kind == KeyResultKind::Milestone)
        m_parts = state.of<MilestonePart>().of(keyResult.id);
    if (!m_parts.isEmpty())
        m_checkIns.removeIf([this](const CheckIn *checkIn) { return !isOfOneOf(m_parts, *checkIn); });
}

qsizetype KeyResultValues::countUpTo(QDate day) const
{
    const auto end =
        std::upper_bound(m_checkIns.cbegin(), m_checkIns.cend(), day,
                         [](QDate date, const CheckIn *checkIn) { return date < checkIn->date; });
    return end - m_checkIns.cbegin();
}

double KeyResultValues::partDone(MilestonePartId part, QDate day) const
{
    for (qsizetype i = countUpTo(day) - 1; i >= 0; --i)
        if (m_checkIns[i]->part == part)
            return clampedProgress(m_checkIns[i]->value);
    return 0;
}

std::optional<double> KeyResultValues::shareDone(QDate day) const
{
    QList<Weighted> shares;
    for (const MilestonePart *part : m_parts)
        shares.append({partDone(part->id, day), part->weight});
    return weightedMean(shares);
}

std::optional<DatedValue> KeyResultValues::latest() const
{
    if (m_isDriven) {
        const std::optional<PeriodValue> latest = m_driver ? m_driver->latest() : std::nullopt;
        return latest ? std::optional(DatedValue{latest->date, *latest->value}) : std::nullopt;
    }
    if (m_checkIns.isEmpty())
        return std::nullopt;
    const CheckIn &last = *m_checkIns.last();
    return DatedValue{last.date, shareDone(m_day).value_or(last.value)};
}

std::optional<double> KeyResultValues::in(const Period &period) const
{
    if (m_isDriven)
        return m_driver ? m_driver->in(period) : std::nullopt;
    const qsizetype count = countUpTo(period.to);
    if (count == 0 || m_checkIns[count - 1]->date < period.from)
        return std::nullopt;
    return m_parts.isEmpty() ? m_checkIns[count - 1]->value : shareDone(period.to);
}

std::optional<Period> KeyResultValues::span() const
{
    if (m_isDriven)
        return m_driver ? m_driver->span(m_cadence) : std::nullopt;
    if (m_checkIns.isEmpty())
        return std::nullopt;
    return Period{m_checkIns.first()->date, m_checkIns.last()->date};
}

} // namespace milepost
