// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/monthly.h"
#include "tests/support/printing.h"

using namespace milepost;

namespace {

const QDate kToday(2026, 3, 18);

/// A KPI with its measurements and targets.
struct World
{
    WorkingSet state;
    Kpi kpi;
    qint64 last = 10;

    explicit World(Aggregate aggregate, Cadence cadence = Cadence::Week, Direction direction = Direction::Up)
    {
        kpi.id = KpiId(1);
        kpi.aggregate = aggregate;
        kpi.cadence = cadence;
        kpi.direction = direction;
        kpi.amber = 1;
        state.of<Kpi>().put(kpi);
    }

    void measure(const QList<std::pair<QDate, double>> &values)
    {
        QList<Measurement> points;
        for (const auto &[date, value] : values) {
            Measurement point;
            point.id = MeasurementId(++last);
            point.kpi = kpi.id;
            point.date = date;
            point.value = value;
            points.append(point);
        }
        state.series.insert(kpi.id, Series(points));
    }
    void target(QDate from, double value)
    {
        Target target;
        target.id = TargetId(++last);
        target.kpi = kpi.id;
        target.validFrom = from;
        target.value = value;
        target.position = double(last);
        state.of<Target>().put(target);
    }
    QList<MonthFigures> months(int count = 4) const { return monthsOf(state, kpi, kToday, count); }
};

QDate in(int month, int day)
{
    return {2026, month, day};
}

} // namespace

TEST_CASE("a month's value is put together as the KPI says, and a month without one is a gap", "[monthly]")
{
    const auto [aggregate, february] = GENERATE(
        table<Aggregate, double>({{Aggregate::Last, 30.0}, {Aggregate::Sum, 40.0}, {Aggregate::Mean, 20.0}}));
    World world(aggregate);
    world.measure({{in(1, 5), 7}, {in(2, 2), 10}, {in(2, 20), 30}});

    const QList<MonthFigures> months = world.months();

    REQUIRE(months.size() == 4);
    CHECK(months[0].month == Period{QDate(2025, 12, 1), QDate(2025, 12, 31)});
    CHECK_FALSE(months[0].value.has_value());
    CHECK(months[1].value == 7);
    CHECK(months[2].value == february);
    CHECK_FALSE(months[3].value.has_value());
    CHECK_FALSE(months[3].health.has_value());
    CHECK(months[3].isRunning);
    CHECK_FALSE(months[2].isRunning);
}

TEST_CASE("a month is held against the target that was in force in it", "[monthly]")
{
    World world(Aggregate::Last);
    world.measure({{in(1, 30), 9}, {in(2, 27), 9}, {in(3, 2), 9}});
    world.target({}, 8);
    world.target(in(2, 15), 12);
    world.target(in(3, 10), 10);
    world.target(in(3, 25), 1); // not yet

    const QList<MonthFigures> months = world.months(3);

    CHECK(months[0].target == 8);
    CHECK(months[0].health == Health::Good);
    CHECK(months[1].target == 12);
    CHECK(months[1].health == Health::Bad);
    CHECK(months[2].target == 10);
    CHECK(months[2].health == Health::Amber);
}

TEST_CASE("a sum of weeks is not held against the target for one week", "[monthly]")
{
    World weekly(Aggregate::Sum, Cadence::Week);
    weekly.measure({{in(2, 2), 10}, {in(2, 9), 10}});
    weekly.target({}, 9);
    CHECK(weekly.months(2)[0].value == 20);
    CHECK_FALSE(weekly.months(2)[0].target.has_value());
    CHECK_FALSE(weekly.months(2)[0].health.has_value());

    World monthly(Aggregate::Sum, Cadence::Month);
    monthly.measure({{in(2, 2), 10}, {in(2, 9), 10}});
    monthly.target({}, 30);
    CHECK(monthly.months(2)[0].health == Health::Bad);
}

TEST_CASE("what comes after the day asked for does not count", "[monthly]")
{
    World world(Aggregate::Sum, Cadence::Month);
    world.measure({{in(3, 1), 1}, {in(3, 30), 5}});
    CHECK(world.months(1)[0].value == 1);
}

TEST_CASE("a key result's months are its latest values, good where its threshold is kept", "[monthly]")
{
    WorkingSet state;
    KeyResult keyResult;
    keyResult.id = KeyResultId(5);
    keyResult.kind = KeyResultKind::Below;
    keyResult.target = 6;
    state.of<KeyResult>().put(keyResult);
    qint64 last = 20;
    for (const auto &[date, value] :
         QList<std::pair<QDate, double>>{{in(1, 5), 9}, {in(1, 25), 8}, {in(2, 5), 6}}) {
        CheckIn checkIn;
        checkIn.id = CheckInId(++last);
        checkIn.keyResult = keyResult.id;
        checkIn.date = date;
        checkIn.value = value;
        state.of<CheckIn>().put(checkIn);
    }

    QList<MonthFigures> months = monthsOf(state, keyResult, kToday, 3);
    CHECK(months[0].value == 8);
    CHECK(months[0].health == Health::Bad);
    CHECK(months[1].health == Health::Good);
    CHECK(months[1].target == 6);
    CHECK_FALSE(months[2].health.has_value());
    CHECK_FALSE(months[2].target.has_value());

    keyResult.kind = KeyResultKind::Reach;
    keyResult.start = 10;
    months = monthsOf(state, keyResult, kToday, 3);
    CHECK_FALSE(months[0].health.has_value()); // on its way
    CHECK(months[1].health == Health::Good);   // there
}
