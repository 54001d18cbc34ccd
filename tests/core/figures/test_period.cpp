// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/overdue.h"
#include "core/domain/figures/period.h"
#include "tests/support/printing.h"

using namespace milepost;

TEST_CASE("a day belongs to one period of each cadence", "[period]")
{
    const QDate day(2026, 5, 20);

    CHECK(periodOf(Cadence::Day, day) == Period{day, day});
    CHECK(periodOf(Cadence::Week, day) == Period{QDate(2026, 5, 18), QDate(2026, 5, 24)});
    CHECK(periodOf(Cadence::Month, day) == Period{QDate(2026, 5, 1), QDate(2026, 5, 31)});
    CHECK(periodOf(Cadence::Quarter, day) == Period{QDate(2026, 4, 1), QDate(2026, 6, 30)});
    CHECK(periodOf(Cadence::Year, day) == Period{QDate(2026, 1, 1), QDate(2026, 12, 31)});
}

TEST_CASE("weeks are those of ISO 8601, also across the turn of a year", "[period]")
{
    const Period week{QDate(2024, 12, 30), QDate(2025, 1, 5)};

    CHECK(periodOf(Cadence::Week, QDate(2024, 12, 30)) == week); // a Monday
    CHECK(periodOf(Cadence::Week, QDate(2025, 1, 5)) == week);   // a Sunday
    CHECK(periodOf(Cadence::Week, QDate(2025, 1, 6)).from == QDate(2025, 1, 6));
}

TEST_CASE("periods follow each other without gap or overlap", "[period]")
{
    const Cadence cadence =
        GENERATE(Cadence::Day, Cadence::Week, Cadence::Month, Cadence::Quarter, Cadence::Year);
    Period period = periodOf(cadence, QDate(2023, 12, 28));
    for (int i = 0; i < 60; ++i) {
        const Period next = nextPeriod(cadence, period);
        REQUIRE(next.from == period.to.addDays(1));
        REQUIRE(previousPeriod(cadence, next) == period);
        period = next;
    }
}

TEST_CASE("February of a leap year has its 29th", "[period]")
{
    CHECK(periodOf(Cadence::Month, QDate(2024, 2, 10)).to == QDate(2024, 2, 29));
}

TEST_CASE("a period is complete only once the day is past it", "[period]")
{
    const Period february{QDate(2026, 2, 1), QDate(2026, 2, 28)};

    CHECK(lastCompletePeriod(Cadence::Month, QDate(2026, 3, 1)) == february);
    CHECK(lastCompletePeriod(Cadence::Month, QDate(2026, 3, 31)) == february);
    CHECK(lastCompletePeriod(Cadence::Month, QDate(2026, 4, 1)).to == QDate(2026, 3, 31));
    CHECK(lastCompletePeriod(Cadence::Day, QDate(2026, 3, 1)).from == QDate(2026, 2, 28));
}

TEST_CASE("a value is overdue when neither the last complete period nor the running one has any", "[overdue]")
{
    const QDate day(2026, 5, 20);

    CHECK_FALSE(isOverdue(QDate(2026, 5, 1), Cadence::Month, day));
    CHECK_FALSE(isOverdue(QDate(2026, 4, 1), Cadence::Month, day));
    CHECK(isOverdue(QDate(2026, 3, 31), Cadence::Month, day));
    CHECK(isOverdue(std::nullopt, Cadence::Month, day));
    CHECK_FALSE(isOverdue(QDate(2026, 5, 11), Cadence::Week, day));
    CHECK(isOverdue(QDate(2026, 5, 10), Cadence::Week, day));
}

TEST_CASE("nothing is overdue of a period before the cycle, nor after it", "[overdue]")
{
    const Period quarter{QDate(2026, 4, 1), QDate(2026, 6, 30)};

    CHECK_FALSE(isOverdueWithin(quarter, std::nullopt, Cadence::Month, QDate(2026, 4, 30)));
    CHECK(isOverdueWithin(quarter, std::nullopt, Cadence::Month, QDate(2026, 5, 1)));
    CHECK(isOverdueWithin(quarter, QDate(2026, 4, 30), Cadence::Month, QDate(2026, 6, 30)));
    CHECK_FALSE(isOverdueWithin(quarter, QDate(2026, 4, 30), Cadence::Month, QDate(2026, 7, 1)));
}
