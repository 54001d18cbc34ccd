// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/period.h"

namespace milepost {
namespace {

Period monthsFrom(QDate from, int count)
{
    return {from, from.addMonths(count).addDays(-1)};
}

} // namespace

Period periodOf(Cadence cadence, QDate day)
{
    switch (cadence) {
    case Cadence::Day:
        return {day, day};
    case Cadence::Week: {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        return {monday, monday.addDays(6)};
    }
    case Cadence::Month:
        return monthsFrom(QDate(day.year(), day.month(), 1), 1);
    case Cadence::Quarter:
        return monthsFrom(QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1), 3);
    case Cadence::Year:
        return monthsFrom(QDate(day.year(), 1, 1), 12);
    }
    Q_UNREACHABLE();
}

Period previousPeriod(Cadence cadence, const Period &period)
{
    return periodOf(cadence, period.from.addDays(-1));
}

Period nextPeriod(Cadence cadence, const Period &period)
{
    return periodOf(cadence, period.to.addDays(1));
}

Period lastCompletePeriod(Cadence cadence, QDate day)
{
    return previousPeriod(cadence, periodOf(cadence, day));
}

} // namespace milepost
