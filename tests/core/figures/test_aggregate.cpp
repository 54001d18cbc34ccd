// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/aggregate.h"
#include "tests/support/printing.h"

using namespace milepost;

namespace {

Measurement on(QDate date, double value)
{
    Measurement point;
    point.date = date;
    point.value = value;
    return point;
}

Measurement ratioOn(QDate date, double numerator, double denominator)
{
    Measurement point;
    point.date = date;
    point.numerator = numerator;
    point.denominator = denominator;
    return point;
}

std::optional<double> valueOfAll(const Series &series, Aggregate aggregate)
{
    return aggregated(pointsUpTo(series, QDate(9999, 12, 31)), aggregate);
}

/// NHS England, emergency departments: attendances over four hours and all attendances, sums over
/// organisations by month from April 2016 to March 2019 (NHS England, A&E attendances and emergency
/// admissions, Open Government Licence v3.0).
Series emergencyDepartments()
{
    constexpr std::pair<int, int> kMonths[] = {
        {186122, 1867781}, {201329, 2070340}, {184912, 1958802}, {201973, 2079034}, {174419, 1932901},
        {182597, 1952464}, {219137, 2001816}, {221713, 1907871}, {268818, 1944567}, {281612, 1895272},
        {216416, 1735619}, {201392, 2015834}, {184930, 1949762}, {212872, 2066789}, {184945, 1994056},
        {200180, 2073944}, {186706, 1924663}, {199027, 1925961}, {205602, 2044137}, {222082, 1976971},
        {300893, 2003954}, {294029, 2000086}, {272187, 1820012}, {315232, 2049785}, {226764, 1984369},
        {208002, 2164458}, {193418, 2093942}, {232824, 2179896}, {205239, 1997854}, {221756, 2005695},
        {228550, 2079492}, {252602, 2037847}, {277514, 2047518}, {330696, 2113413}, {308388, 1954947},
        {290359, 2167550}};
    QList<Measurement> points;
    for (QDate month(2016, 4, 1); const auto &[breaches, attendances] : kMonths) {
        points.append(ratioOn(month, breaches, attendances));
        month = month.addMonths(1);
    }
    return Series(points);
}

} // namespace

TEST_CASE("values of a longer period are the last, the sum or the mean, by the KPI's kind", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 5), 4), on(QDate(2026, 1, 12), -1), on(QDate(2026, 1, 19), 6)});

    CHECK(valueOfAll(series, Aggregate::Last) == 6);
    CHECK(valueOfAll(series, Aggregate::Sum) == 9);
    CHECK(valueOfAll(series, Aggregate::Mean) == 3);
}

TEST_CASE("averages of percentages are wrong: a ratio adds up both parts first", "[aggregate]")
{
    const Series series({ratioOn(QDate(2026, 1, 5), 1, 2), ratioOn(QDate(2026, 1, 12), 0, 98)});

    CHECK(valueOfAll(series, Aggregate::Ratio) == 0.01);
}

TEST_CASE("the months of England's emergency departments have the mean that NUMBERS gives", "[aggregate]")
{
    const Series series = emergencyDepartments();
    const QList<PeriodValue> months = resample(series, Aggregate::Ratio, Cadence::Month, QDate(2026, 11, 22));

    double sum = 0;
    for (const PeriodValue &month : months)
        sum += *month.value;

    REQUIRE(months.size() == 36);
    CHECK(sum / 36 == Approx(0.115294).margin(5e-7));
    CHECK(*valueOfAll(series, Aggregate::Ratio) == Approx(0.1151806).margin(5e-8));
}

TEST_CASE("a denominator of 0 is no value, never a division by zero", "[aggregate]")
{
    const Measurement zero = ratioOn(QDate(2026, 1, 5), 3, 0);

    CHECK(valueOf(zero) == std::nullopt);
    CHECK(valueOfAll(Series({zero}), Aggregate::Ratio) == std::nullopt);
    CHECK(valueOfAll(Series({zero, ratioOn(QDate(2026, 1, 6), 1, 4)}), Aggregate::Ratio) == 1);
}

TEST_CASE("denominators that cancel out are no value either", "[aggregate]")
{
    const Series series({ratioOn(QDate(2026, 1, 5), 1, 4), ratioOn(QDate(2026, 1, 6), 1, -4)});

    CHECK(valueOfAll(series, Aggregate::Ratio) == std::nullopt);
}

TEST_CASE("nothing adds up to nothing, not to 0", "[aggregate]")
{
    const Aggregate aggregate = GENERATE(Aggregate::Last, Aggregate::Sum, Aggregate::Mean, Aggregate::Ratio);

    CHECK(valueOfAll(Series(), aggregate) == std::nullopt);
    CHECK(valueOfAll(Series({Measurement()}), aggregate) == std::nullopt);
}

TEST_CASE("a sum larger than a double can hold is no value, not infinite", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 5), 1.7e308), on(QDate(2026, 1, 6), 1.7e308)});

    CHECK(valueOfAll(series, Aggregate::Sum) == std::nullopt);
    CHECK(valueOfAll(series, Aggregate::Last) == 1.7e308);
}

TEST_CASE("points of a period are found at both ends of a series", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 1), 1), on(QDate(2026, 1, 31), 2), on(QDate(2026, 2, 1), 3)});
    const Points all = pointsUpTo(series, QDate(2026, 2, 1));

    CHECK(all.size() == 3);
    CHECK(pointsUpTo(series, QDate(2025, 12, 31)).empty());
    CHECK(pointsIn(all, periodOf(Cadence::Month, QDate(2026, 1, 15))).size() == 2);
    CHECK(pointsIn(all, periodOf(Cadence::Month, QDate(2026, 2, 15))).front().value == 3);
    CHECK(pointsIn(all, periodOf(Cadence::Month, QDate(2026, 3, 15))).empty());
}

TEST_CASE("the value is that of the latest period that has data", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 5), 1), on(QDate(2026, 3, 2), 10), on(QDate(2026, 3, 9), 20),
                         on(QDate(2026, 6, 1), 99)});

    const auto latest = latestValue(series, Aggregate::Sum, Cadence::Month, QDate(2026, 5, 20));

    REQUIRE(latest);
    CHECK(latest->value == 30);
    CHECK(latest->period == periodOf(Cadence::Month, QDate(2026, 3, 1)));
    CHECK(latest->date == QDate(2026, 3, 9));
    CHECK_FALSE(latest->isPartial);
}

TEST_CASE("a value dated after the day asked for does not count", "[aggregate]")
{
    const Series series({on(QDate(2026, 3, 2), 10), on(QDate(2026, 3, 9), 20)});

    CHECK(latestValue(series, Aggregate::Sum, Cadence::Month, QDate(2026, 3, 8))->value == 10);
    CHECK(latestValue(series, Aggregate::Sum, Cadence::Month, QDate(2026, 3, 1)) == std::nullopt);
}

TEST_CASE("a period whose denominators are 0 is passed over for the one before", "[aggregate]")
{
    const Series series({ratioOn(QDate(2026, 1, 5), 1, 4), ratioOn(QDate(2026, 2, 5), 0, 0)});

    const auto latest = latestValue(series, Aggregate::Ratio, Cadence::Month, QDate(2026, 2, 20));

    REQUIRE(latest);
    CHECK(latest->value == 0.25);
    CHECK(latest->date == QDate(2026, 1, 5));
}

TEST_CASE("missing is a gap, never 0", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 5), 4), on(QDate(2026, 4, 12), 6)});

    const QList<PeriodValue> months = resample(series, Aggregate::Sum, Cadence::Month, QDate(2026, 4, 20));

    REQUIRE(months.size() == 4);
    CHECK(months[0].value == 4);
    CHECK(months[1].value == std::nullopt);
    CHECK_FALSE(months[1].date.isValid());
    CHECK(months[2].value == std::nullopt);
    CHECK(months[3].value == 6);
}

TEST_CASE("a period that is not over is partial", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 5), 4), on(QDate(2026, 4, 12), 6)});
    const auto lastOnDay = [&series](QDate day) {
        return resample(series, Aggregate::Sum, Cadence::Quarter, day).last();
    };

    CHECK_FALSE(resample(series, Aggregate::Sum, Cadence::Quarter, QDate(2026, 6, 30)).first().isPartial);
    CHECK(lastOnDay(QDate(2026, 6, 30)).isPartial);
    CHECK_FALSE(lastOnDay(QDate(2026, 7, 1)).isPartial);
}

TEST_CASE("a week's measurement belongs to the month of its date", "[aggregate]")
{
    const Series series({on(QDate(2026, 1, 26), 1), on(QDate(2026, 2, 2), 2), on(QDate(2026, 2, 9), 4)});

    const QList<PeriodValue> months = resample(series, Aggregate::Sum, Cadence::Month, QDate(2026, 12, 1));

    REQUIRE(months.size() == 2);
    CHECK(months[0].value == 1);
    CHECK(months[1].value == 6);
    CHECK(resample(Series(), Aggregate::Sum, Cadence::Month, QDate(2026, 12, 1)).isEmpty());
}
