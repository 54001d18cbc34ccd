// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/monthly.h"

#include "core/domain/figures/keyresultvalues.h"
#include "core/domain/figures/targetinforce.h"

#include <algorithm>

namespace milepost {
namespace {

/// The months without their figures.
QList<MonthFigures> emptyMonths(QDate day, int count)
{
    QList<MonthFigures> months;
    for (Period month = periodOf(Cadence::Month, day); months.size() < count;
         month = previousPeriod(Cadence::Month, month)) {
        MonthFigures figures;
        figures.month = month;
        figures.isRunning = day <= month.to;
        months.append(figures);
    }
    std::reverse(months.begin(), months.end());
    return months;
}

bool isReached(const KeyResult &keyResult, double value)
{
    const bool isLower = keyResult.start && keyResult.target && *keyResult.target < *keyResult.start;
    const Bounds good = isLower ? Bounds{{}, keyResult.target} : Bounds{keyResult.target, {}};
    return keyResult.target && isWithin(value, good);
}

Bounds boundsOf(const KeyResult &keyResult)
{
    switch (keyResult.kind) {
    case KeyResultKind::Above:
        return {keyResult.target, {}};
    case KeyResultKind::Below:
        return {{}, keyResult.target};
    case KeyResultKind::Between:
        return {keyResult.low, keyResult.high};
    case KeyResultKind::Reach:
    case KeyResultKind::Milestone:
    case KeyResultKind::Baseline:
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<Health> healthOf(const KeyResult &keyResult, const std::optional<double> &value)
{
    if (!value)
        return std::nullopt;
    if (keyResult.kind == KeyResultKind::Reach && isReached(keyResult, *value))
        return Health::Good;
    const Bounds good = boundsOf(keyResult);
    return good.isEmpty() ? std::nullopt : std::optional(milepost::healthOf(value, good, 0, false));
}

} // namespace

QList<MonthFigures> monthsOf(const WorkingSet &state, const Kpi &kpi, QDate day, int count)
{
    const KpiValues values(state, kpi, day);
    const QList<const Target *> targets = state.of<Target>().of(kpi.id);
    const bool isComparable = kpi.aggregate != Aggregate::Sum || kpi.cadence == Cadence::Month;
    QList<MonthFigures> months = emptyMonths(day, count);
    for (MonthFigures &month : months) {
        month.value = values.in(month.month);
        const Target *target = isComparable ? targetInForce(targets, std::min(day, month.month.to)) : nullptr;
        if (target) {
            month.target = target->value;
            month.low = target->low;
            month.high = target->high;
        }
        if (const Bounds good = boundsOf(target, kpi.direction); month.value && !good.isEmpty())
            month.health = milepost::healthOf(month.value, good, kpi.amber, false);
    }
    return months;
}

QList<MonthFigures> monthsOf(const WorkingSet &state, const KeyResult &keyResult, QDate day, int count)
{
    const KeyResultValues values(state, keyResult, day);
    QList<MonthFigures> months = emptyMonths(day, count);
    for (MonthFigures &month : months) {
        month.value = values.in(month.month);
        if (!month.value)
            continue; // it may not have been there yet
        month.target = keyResult.target;
        month.low = keyResult.low;
        month.high = keyResult.high;
        month.health = healthOf(keyResult, month.value);
    }
    return months;
}

} // namespace milepost
