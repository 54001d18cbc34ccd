// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/boardfigures.h"
#include "core/domain/figures/recentvalues.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr BoardId kBoard(1);
const QDate kFrom(2026, 1, 1);
const QDate kTo(2026, 3, 31);
const QDate kMiddle(2026, 2, 14); // expected: exactly a half

/// A small workspace, told row by row.
struct World
{
    WorkingSet state;
    qint64 last = 100;

    World()
    {
        Cycle cycle;
        cycle.id = CycleId(1);
        cycle.from = kFrom;
        cycle.to = kTo;
        state.of<Cycle>().put(cycle);
        Board board;
        board.id = kBoard;
        board.cycle = cycle.id;
        state.of<Board>().put(board);
    }

    qint64 next() { return ++last; }

    BoardId otherBoard(Visibility visibility)
    {
        Board board;
        board.id = BoardId(next());
        board.visibility = visibility;
        state.of<Board>().put(board);
        return board.id;
    }

    void withoutCycle()
    {
        Board board = *state.find(kBoard);
        board.cycle = {};
        state.of<Board>().put(board);
    }

    ObjectiveId objective(std::optional<double> weight = {})
    {
        Objective objective;
        objective.id = ObjectiveId(next());
        objective.board = kBoard;
        objective.weight = weight;
        objective.position = static_cast<double>(last);
        state.of<Objective>().put(objective);
        return objective.id;
    }

    KeyResultId keyResult(KeyResult keyResult)
    {
        keyResult.id = KeyResultId(next());
        keyResult.position = static_cast<double>(last);
        if (!keyResult.objective.isValid())
            keyResult.objective = objective();
        state.of<KeyResult>().put(keyResult);
        return keyResult.id;
    }

    CheckInId checkIn(KeyResultId keyResult, QDate date, double value, std::optional<double> confidence = {},
                      MilestonePartId part = {})
    {
        CheckIn checkIn;
        checkIn.id = CheckInId(next());
        checkIn.keyResult = keyResult;
        checkIn.part = part;
        checkIn.date = date;
        checkIn.value = value;
        checkIn.confidence = confidence;
        state.of<CheckIn>().put(checkIn);
        return checkIn.id;
    }

    MilestonePartId part(KeyResultId keyResult, std::optional<double> weight)
    {
        MilestonePart part;
        part.id = MilestonePartId(next());
        part.keyResult = keyResult;
        part.weight = weight;
        state.of<MilestonePart>().put(part);
        return part.id;
    }

    KpiId kpi(Kpi kpi = {})
    {
        kpi.id = KpiId(next());
        if (!kpi.board.isValid())
            kpi.board = kBoard;
        state.of<Kpi>().put(kpi);
        state.series.insert(kpi.id, Series());
        return kpi.id;
    }

    void measure(KpiId kpi, QDate date, double value)
    {
        Measurement point;
        point.id = MeasurementId(next());
        point.kpi = kpi;
        point.date = date;
        point.value = value;
        state.series[kpi].put(point);
    }

    void measureRatio(KpiId kpi, QDate date, double numerator, double denominator)
    {
        Measurement point;
        point.id = MeasurementId(next());
        point.kpi = kpi;
        point.date = date;
        point.numerator = numerator;
        point.denominator = denominator;
        state.series[kpi].put(point);
    }

    void target(KpiId kpi, QDate from, double value)
    {
        Target target;
        target.id = TargetId(next());
        target.kpi = kpi;
        target.validFrom = from;
        target.value = value;
        target.position = static_cast<double>(last);
        state.of<Target>().put(target);
    }

    KeyResultFigures on(KeyResultId id, QDate day) const { return figuresOf(state, *state.find(id), day); }
    ObjectiveFigures on(ObjectiveId id, QDate day) const { return figuresOf(state, *state.find(id), day); }
    KpiFigures on(KpiId id, QDate day) const { return figuresOf(state, *state.find(id), day); }
};

KeyResult reach(std::optional<double> start, double target)
{
    KeyResult keyResult;
    keyResult.start = start;
    keyResult.target = target;
    return keyResult;
}

KeyResult stay(KeyResultKind kind, double threshold)
{
    KeyResult keyResult;
    keyResult.kind = kind;
    keyResult.target = threshold;
    return keyResult;
}

KeyResult in(ObjectiveId objective, KeyResult keyResult, std::optional<double> weight = {})
{
    keyResult.objective = objective;
    keyResult.weight = weight;
    return keyResult;
}

KeyResult ofKind(KeyResultKind kind)
{
    KeyResult keyResult;
    keyResult.kind = kind;
    return keyResult;
}

Kpi named(const QString &name, const QString &formula = {})
{
    Kpi kpi;
    kpi.name = name;
    kpi.formula = formula;
    return kpi;
}

} // namespace

TEST_CASE("a reach has value, raw and shown progress, and a pace", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(reach(10, 30));
    world.checkIn(id, QDate(2026, 1, 20), 15, 8);
    world.checkIn(id, QDate(2026, 2, 10), 25);

    const KeyResultFigures figures = world.on(id, kMiddle);

    CHECK(figures.value == 25);
    CHECK(figures.date == QDate(2026, 2, 10));
    CHECK(figures.rawProgress == 0.75);
    CHECK(figures.progress == 0.75);
    CHECK(figures.expected == 0.5);
    CHECK(figures.confidence == 8);
    CHECK(figures.status == Status::OnTrack);
    CHECK_FALSE(figures.isOverdue);
}

TEST_CASE("an absent start counts as 0", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(reach({}, 40));
    world.checkIn(id, kFrom, 10);

    CHECK(world.on(id, kMiddle).progress == 0.25);
}

TEST_CASE("progress below the start is not hidden: the raw figure stays", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(reach(10, 30));
    world.checkIn(id, kFrom, 5);

    CHECK(world.on(id, kMiddle).rawProgress == -0.25);
    CHECK(world.on(id, kMiddle).progress == 0);
    CHECK(world.on(id, kMiddle).status == Status::AtRisk);
}

TEST_CASE("lower is better in goal reached", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(reach(12, 4));
    world.checkIn(id, kFrom, 5);
    world.checkIn(id, QDate(2026, 2, 1), 4);

    CHECK(world.on(id, QDate(2026, 1, 31)).status == Status::OnTrack);
    CHECK(world.on(id, QDate(2026, 2, 1)).status == Status::Done);
    CHECK(world.on(id, QDate(2026, 2, 1)).progress == 1);
}

TEST_CASE("a start equal to the target is met or not, by what its levels or its KPI call better", "[figures]")
{
    World world;
    KeyResult falling = reach(5, 5);
    falling.stretch = 3;
    Kpi down;
    down.direction = Direction::Down;
    const KpiId kpi = world.kpi(down);
    world.measure(kpi, kFrom, 4);
    KeyResult driven = reach(5, 5);
    driven.kpi = kpi;
    const KeyResultId plain = world.keyResult(reach(5, 5));
    const KeyResultId byLevel = world.keyResult(falling);
    const KeyResultId byKpi = world.keyResult(driven);
    world.checkIn(plain, kFrom, 4);
    world.checkIn(byLevel, kFrom, 4);

    CHECK(world.on(plain, kMiddle).progress == 0);
    CHECK(world.on(byLevel, kMiddle).status == Status::Done);
    CHECK(world.on(byKpi, kMiddle).status == Status::Done);
}

TEST_CASE("with three levels a key result is done at the target, which counts 0.7", "[figures]")
{
    World world;
    KeyResult levels = reach(0, 70);
    levels.commit = 30;
    levels.stretch = 120;
    const KeyResultId id = world.keyResult(levels);
    world.checkIn(id, kFrom, 69);
    world.checkIn(id, QDate(2026, 2, 1), 70);

    CHECK(world.on(id, QDate(2026, 1, 31)).status == Status::OnTrack);
    CHECK(world.on(id, kMiddle).status == Status::Done);
    CHECK(world.on(id, kMiddle).progress == 0.7);
    CHECK(world.on(id, kMiddle).rawProgress == 1);
}

TEST_CASE("with three falling levels a key result is done at the target too", "[figures]")
{
    World world;
    KeyResult levels = reach(100, 60);
    levels.commit = 80;
    levels.stretch = 50;
    const KeyResultId id = world.keyResult(levels);
    world.checkIn(id, kFrom, 61);
    world.checkIn(id, QDate(2026, 2, 1), 58);

    CHECK(world.on(id, kFrom).status == Status::OnTrack);
    CHECK(world.on(id, kMiddle).status == Status::Done);
    CHECK(*world.on(id, kMiddle).progress == Approx(0.76));
}

TEST_CASE("no check-in is no data, not 0", "[figures]")
{
    const KeyResultKind kind =
        GENERATE(KeyResultKind::Reach, KeyResultKind::Above, KeyResultKind::Below, KeyResultKind::Between,
                 KeyResultKind::Milestone, KeyResultKind::Baseline);
    World world;
    KeyResult keyResult = ofKind(kind);
    keyResult.target = 10;
    keyResult.low = 1;
    keyResult.high = 2;
    const KeyResultId id = world.keyResult(keyResult);
    world.checkIn(id, kMiddle.addDays(1), 10); // tomorrow

    const KeyResultFigures figures = world.on(id, kMiddle);

    CHECK(figures.value == std::nullopt);
    CHECK(figures.progress == std::nullopt);
    CHECK(figures.rawProgress == std::nullopt);
    CHECK(figures.status == Status::NoData);
    CHECK(figures.isOverdue);
}

TEST_CASE("of several check-ins the latest date counts, then the last made", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(reach(0, 100));
    world.checkIn(id, QDate(2026, 2, 10), 30);
    world.checkIn(id, QDate(2026, 2, 10), 40, 3);
    world.checkIn(id, QDate(2026, 1, 10), 10, 9);

    CHECK(world.on(id, kMiddle).value == 40);
    CHECK(world.on(id, kMiddle).confidence == 3);
}

TEST_CASE("a stay kind counts due check-ins that were met", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(stay(KeyResultKind::Above, 95));
    world.checkIn(id, QDate(2026, 1, 10), 90);
    world.checkIn(id, QDate(2026, 1, 20), 95); // the latest of its period counts, and inclusive
    world.checkIn(id, QDate(2026, 3, 2), 99);

    CHECK(world.on(id, QDate(2026, 1, 31)).progress == 1);
    CHECK(world.on(id, QDate(2026, 2, 28)).progress == 1);
    CHECK(world.on(id, QDate(2026, 3, 1)).progress == 0.5);
    CHECK(*world.on(id, QDate(2026, 3, 31)).progress == Approx(2.0 / 3));
    CHECK(dueCheckIns(world.state, *world.state.find(id), QDate(2026, 3, 1))[1].value == std::nullopt);
}

TEST_CASE("stay below and stay between are met inclusively", "[figures]")
{
    World world;
    const KeyResultId below = world.keyResult(stay(KeyResultKind::Below, 0.05));
    KeyResult band = ofKind(KeyResultKind::Between);
    band.low = -1;
    band.high = 1;
    const KeyResultId between = world.keyResult(band);
    world.checkIn(below, QDate(2026, 1, 10), 0.05);
    world.checkIn(below, QDate(2026, 2, 10), 0.06);
    world.checkIn(between, QDate(2026, 1, 10), -1);
    world.checkIn(between, QDate(2026, 2, 10), 1);

    CHECK(world.on(below, kMiddle).progress == 0.5);
    CHECK(world.on(between, kMiddle).progress == 1);
}

TEST_CASE("a stay kind can be done only once its cycle has ended", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(stay(KeyResultKind::Above, 95));
    for (const int month : {1, 2, 3})
        world.checkIn(id, QDate(2026, month, 5), 99);

    CHECK(world.on(id, QDate(2026, 3, 30)).progress == 1);
    CHECK(world.on(id, QDate(2026, 3, 30)).status == Status::OnTrack);
    CHECK(world.on(id, kTo).status == Status::OnTrack);
    CHECK(world.on(id, kTo.addDays(1)).status == Status::Done);
    CHECK(world.on(id, QDate(2026, 6, 1)).status == Status::Done);
}

TEST_CASE("a stay kind whose last check-in is missing is not done when its cycle ends", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(stay(KeyResultKind::Above, 95));
    world.checkIn(id, QDate(2026, 1, 5), 99);
    world.checkIn(id, QDate(2026, 2, 5), 99);

    CHECK(world.on(id, kTo).status == Status::OnTrack);
    CHECK(*world.on(id, kTo.addDays(1)).progress == Approx(2.0 / 3));
    CHECK(world.on(id, kTo.addDays(1)).status == Status::Behind);
}

TEST_CASE("without a cycle a stay kind counts from its first value and is never done", "[figures]")
{
    World world;
    world.withoutCycle();
    const KeyResultId id = world.keyResult(stay(KeyResultKind::Above, 95));
    world.checkIn(id, QDate(2025, 11, 20), 99);

    CHECK(world.on(id, QDate(2025, 11, 30)).progress == 1);
    CHECK(world.on(id, QDate(2025, 11, 30)).status == Status::OnTrack);
    CHECK(world.on(id, QDate(2026, 1, 1)).progress == 0.5);
    CHECK(world.on(id, QDate(2026, 1, 1)).expected == std::nullopt);
}

TEST_CASE("a stay kind takes the values of the KPI that drives it, period by period", "[figures]")
{
    World world;
    Kpi weekly;
    weekly.cadence = Cadence::Week;
    weekly.aggregate = Aggregate::Sum;
    const KpiId kpi = world.kpi(weekly);
    world.measure(kpi, QDate(2026, 1, 5), 6);
    world.measure(kpi, QDate(2026, 1, 12), 6);
    world.measure(kpi, QDate(2026, 2, 2), 6);
    KeyResult keyResult = stay(KeyResultKind::Above, 10);
    keyResult.kpi = kpi;
    const KeyResultId id = world.keyResult(keyResult);

    CHECK(world.on(id, QDate(2026, 1, 31)).progress == 1);
    CHECK(world.on(id, kMiddle).progress == 0.5);
    CHECK(world.on(id, kMiddle).value == 6); // of the KPI's own latest period
}

TEST_CASE("nothing is due more often than the KPI that drives it is measured", "[figures]")
{
    World world;
    Kpi quarterly;
    quarterly.cadence = Cadence::Quarter;
    const KpiId kpi = world.kpi(quarterly);
    world.measure(kpi, QDate(2026, 1, 5), 12);
    KeyResult keyResult = stay(KeyResultKind::Above, 10);
    keyResult.kpi = kpi;
    const KeyResultId id = world.keyResult(keyResult);

    CHECK(world.on(id, QDate(2026, 3, 20)).progress == 1);
    CHECK_FALSE(world.on(id, QDate(2026, 3, 20)).isOverdue);
}

TEST_CASE("a milestone is done or not", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(ofKind(KeyResultKind::Milestone));
    world.checkIn(id, kFrom, 0);
    world.checkIn(id, QDate(2026, 2, 1), 1);

    CHECK(world.on(id, kFrom).progress == 0);
    CHECK(world.on(id, kMiddle).progress == 1);
    CHECK(world.on(id, kMiddle).status == Status::Done);
}

TEST_CASE("a milestone with parts is the weighted share that is done", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(ofKind(KeyResultKind::Milestone));
    const MilestonePartId big = world.part(id, 3);
    const MilestonePartId small = world.part(id, {});
    CHECK(world.on(id, kMiddle).status == Status::NoData);

    world.checkIn(id, QDate(2026, 1, 5), 1, 7, small);
    world.checkIn(id, QDate(2026, 2, 5), 1, {}, big);

    CHECK(world.on(id, QDate(2026, 1, 31)).progress == 0.25);
    CHECK(world.on(id, QDate(2026, 1, 31)).value == 0.25);
    CHECK(world.on(id, kMiddle).status == Status::Done);
    CHECK(world.on(id, kMiddle).confidence == 7);
    CHECK(recentValues(world.state, *world.state.find(id), 9, kMiddle) ==
          QList<std::optional<double>>{0.25, 1});
}

TEST_CASE("parts whose weights are all 0 weigh the same", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(ofKind(KeyResultKind::Milestone));
    const MilestonePartId first = world.part(id, 0);
    world.part(id, 0);
    world.checkIn(id, kFrom, 1, {}, first);

    CHECK(world.on(id, kMiddle).progress == 0.5);
}

TEST_CASE("a baseline is done once it is measured, whatever the value", "[figures]")
{
    World world;
    const KeyResultId id = world.keyResult(ofKind(KeyResultKind::Baseline));
    world.checkIn(id, kFrom, -17);

    CHECK(world.on(id, kMiddle).progress == 1);
    CHECK(world.on(id, kMiddle).value == -17);
    CHECK(world.on(id, kMiddle).status == Status::Done);
}

TEST_CASE("the value of a driven key result follows its KPI", "[figures]")
{
    World world;
    Kpi ratio;
    ratio.aggregate = Aggregate::Ratio;
    const KpiId kpi = world.kpi(ratio);
    world.measureRatio(kpi, QDate(2026, 2, 2), 1, 2);
    world.measureRatio(kpi, QDate(2026, 2, 9), 0, 2);
    KeyResult keyResult = reach(0, 0.5);
    keyResult.kpi = kpi;
    const KeyResultId id = world.keyResult(keyResult);
    world.checkIn(id, QDate(2026, 2, 10), 0.9, 6); // says how confident someone is; the value is the KPI's

    CHECK(world.on(id, kMiddle).value == 0.25);
    CHECK(world.on(id, kMiddle).date == QDate(2026, 2, 9));
    CHECK(world.on(id, kMiddle).progress == 0.5);
    CHECK(world.on(id, kMiddle).confidence == 6);
}

TEST_CASE("a key result whose KPI is gone has no data", "[figures]")
{
    World world;
    KeyResult keyResult = reach(0, 10);
    keyResult.kpi = KpiId(999'999);
    const KeyResultId id = world.keyResult(keyResult);

    CHECK(world.on(id, kMiddle).status == Status::NoData);
    CHECK(recentValues(world.state, *world.state.find(id), 5, kMiddle).isEmpty());
}

TEST_CASE("a phased curve says what is expected of its key result and of the objective", "[figures]")
{
    World world;
    const ObjectiveId objective = world.objective();
    KeyResult phased = in(objective, reach(0, 100));
    phased.phases = {{kMiddle, 0.1}};
    const KeyResultId id = world.keyResult(phased);
    world.checkIn(id, kFrom, 10);

    CHECK(world.on(id, kMiddle).expected == 0.1);
    CHECK(world.on(id, kMiddle).status == Status::OnTrack);
    CHECK(world.on(objective, kMiddle).expected == 0.1);
    CHECK(world.on(objective, kMiddle).paceGap == 0);
}

TEST_CASE("without a cycle nothing is expected, and progress alone is the status", "[figures]")
{
    World world;
    world.withoutCycle();
    const KeyResultId id = world.keyResult(reach(0, 100));
    world.checkIn(id, kFrom, 1);

    CHECK(world.on(id, kMiddle).expected == std::nullopt);
    CHECK(world.on(id, kMiddle).status == Status::OnTrack);
}

TEST_CASE("an objective is the weighted mean of clamped progress, and names its weakest", "[figures]")
{
    World world;
    const ObjectiveId objective = world.objective();
    const KeyResultId over = world.keyResult(in(objective, reach(0, 10), 1));
    const KeyResultId under = world.keyResult(in(objective, reach(0, 10), 3));
    world.keyResult(in(objective, reach(0, 10), 100)); // has no data
    world.checkIn(over, kFrom, 50);
    world.checkIn(under, kFrom, 2);

    const ObjectiveFigures figures = world.on(objective, kMiddle);

    CHECK(*figures.progress == Approx(0.4));
    CHECK(figures.weakest == under);
    CHECK(figures.weakestProgress == 0.2);
    CHECK(figures.expected == 0.5);
    CHECK(*figures.paceGap == Approx(-0.1));
    CHECK(figures.status == Status::OnTrack);
    CHECK(figures.keyResults.size() == 3);
}

TEST_CASE("of several weakest key results the first is named", "[figures]")
{
    World world;
    const ObjectiveId objective = world.objective();
    const KeyResultId first = world.keyResult(in(objective, reach(0, 10)));
    const KeyResultId second = world.keyResult(in(objective, reach(0, 20)));
    world.checkIn(second, kFrom, -5);
    world.checkIn(first, kFrom, 0);

    CHECK(world.on(objective, kMiddle).weakest == first);
}

TEST_CASE("an objective without data has no progress, which is not 0", "[figures]")
{
    World world;
    const ObjectiveId objective = world.objective();
    world.keyResult(in(objective, reach(0, 10)));

    const ObjectiveFigures figures = world.on(objective, kMiddle);

    CHECK(figures.progress == std::nullopt);
    CHECK_FALSE(figures.weakest.isValid());
    CHECK(figures.paceGap == std::nullopt);
    CHECK(figures.expected == 0.5);
    CHECK(figures.status == Status::NoData);
}

TEST_CASE("an objective is done when every key result is, and not by its mean alone", "[figures]")
{
    World world;
    const ObjectiveId objective = world.objective();
    const KeyResultId reached = world.keyResult(in(objective, reach(0, 10)));
    const KeyResultId kept = world.keyResult(in(objective, stay(KeyResultKind::Above, 5)));
    world.checkIn(reached, kFrom, 10);
    for (const int month : {1, 2, 3})
        world.checkIn(kept, QDate(2026, month, 3), 6);

    CHECK(world.on(objective, kMiddle).progress == 1);
    CHECK(world.on(objective, kMiddle).status == Status::OnTrack);
    CHECK(world.on(objective, kTo.addDays(1)).status == Status::Done);
}

TEST_CASE("a board is the weighted mean of its objectives with data, in their order", "[figures]")
{
    World world;
    const ObjectiveId one = world.objective(1);
    const ObjectiveId two = world.objective(3);
    world.objective(50);
    world.checkIn(world.keyResult(in(one, reach(0, 10))), kFrom, 2);
    world.checkIn(world.keyResult(in(two, reach(0, 10))), kFrom, 6);
    world.kpi();

    const BoardFigures figures = figuresOf(world.state, kBoard, kMiddle);

    CHECK(*figures.progress == Approx(0.5));
    REQUIRE(figures.objectives.size() == 3);
    CHECK(figures.objectives[1].id == two);
    CHECK(figures.kpis.size() == 1);
}

TEST_CASE("a board without data has no progress, which is not 0", "[figures]")
{
    World world;
    world.objective();

    CHECK(figuresOf(world.state, kBoard, kMiddle).progress == std::nullopt);
    CHECK(figuresOf(world.state, BoardId(777), kMiddle).objectives.isEmpty());
}

TEST_CASE("archived rows are left out of every figure", "[figures]")
{
    World world;
    const ObjectiveId objective = world.objective();
    const KeyResultId kept = world.keyResult(in(objective, reach(0, 10)));
    KeyResult gone = in(objective, reach(0, 10));
    gone.archived = true;
    world.checkIn(kept, kFrom, 5);
    world.checkIn(world.keyResult(gone), kFrom, 0);
    Kpi old;
    old.archived = true;
    world.kpi(old);
    Objective shelved = *world.state.find(world.objective());
    shelved.archived = true;
    world.state.of<Objective>().put(shelved);

    const BoardFigures figures = figuresOf(world.state, kBoard, kMiddle);

    CHECK(figures.progress == 0.5);
    CHECK(figures.objectives.size() == 1);
    CHECK(figures.objectives[0].keyResults.size() == 1);
    CHECK(figures.kpis.isEmpty());
}

TEST_CASE("a KPI has value, target in force, health and a count", "[figures]")
{
    World world;
    Kpi down;
    down.direction = Direction::Down;
    down.amber = 0.01;
    const KpiId id = world.kpi(down);
    world.target(id, {}, 0.08);
    world.target(id, QDate(2026, 2, 1), 0.05);
    world.measure(id, QDate(2026, 1, 15), 0.06);
    world.measure(id, QDate(2026, 3, 1), 0.2);

    const KpiFigures january = world.on(id, QDate(2026, 1, 31));
    const KpiFigures february = world.on(id, QDate(2026, 2, 1));

    CHECK(january.value == 0.06);
    CHECK(january.date == QDate(2026, 1, 15));
    CHECK(january.points == 1);
    CHECK(january.target == 0.08);
    CHECK(january.health == Health::Good);
    CHECK(january.isWon);
    CHECK(february.target == 0.05);
    CHECK(february.health == Health::Amber);
    CHECK_FALSE(february.isWon);
    CHECK(world.on(id, QDate(2026, 3, 1)).points == 2);
}

TEST_CASE("a KPI that is overdue is stale, not green", "[figures]")
{
    World world;
    const KpiId id = world.kpi();
    world.target(id, {}, 10);
    world.measure(id, QDate(2026, 1, 15), 99);

    CHECK(world.on(id, QDate(2026, 2, 28)).health == Health::Good);
    CHECK(world.on(id, QDate(2026, 3, 1)).health == Health::Stale);
    CHECK(world.on(id, QDate(2026, 3, 1)).isOverdue);
    CHECK(world.on(id, QDate(2026, 3, 1)).value == 99);
}

TEST_CASE("a KPI without data or without a target is not healthy", "[figures]")
{
    World world;
    const KpiId empty = world.kpi();
    world.target(empty, {}, 10);
    const KpiId untargeted = world.kpi();
    world.measure(untargeted, kFrom, 5);

    CHECK(world.on(empty, kMiddle).health == Health::NoData);
    CHECK(world.on(empty, kMiddle).isOverdue);
    CHECK(world.on(untargeted, kMiddle).health == Health::NoTarget);
}

TEST_CASE("a KPI that is good is not won while its guardrail is breached", "[figures]")
{
    World world;
    const KpiId guard = world.kpi();
    world.target(guard, {}, 10);
    world.measure(guard, kFrom, 5);
    Kpi guarded;
    guarded.guardrail = guard;
    const KpiId id = world.kpi(guarded);
    world.target(id, {}, 10);
    world.measure(id, kFrom, 50);

    CHECK(world.on(id, kMiddle).health == Health::Good);
    CHECK_FALSE(world.on(id, kMiddle).isWon);

    world.measure(guard, QDate(2026, 2, 1), 15);
    CHECK(world.on(id, kMiddle).isWon);
}

TEST_CASE("a derived KPI is computed period by period from aggregated parts", "[figures]")
{
    World world;
    Kpi weekly = named(u"Closed"_s);
    weekly.cadence = Cadence::Week;
    weekly.aggregate = Aggregate::Sum;
    const KpiId closed = world.kpi(weekly);
    const KpiId agents = world.kpi(named(u"Agents"_s));
    const KpiId id = world.kpi(named(u"Closed per agent"_s, u"[Closed] / [Agents]"_s));
    world.measure(closed, QDate(2026, 1, 5), 10);
    world.measure(closed, QDate(2026, 1, 12), 20);
    world.measure(closed, QDate(2026, 2, 2), 7);
    world.measure(agents, QDate(2026, 1, 1), 4);
    world.measure(agents, QDate(2026, 2, 1), 0);
    world.target(id, {}, 5);

    const KpiFigures figures = world.on(id, kMiddle);

    CHECK(figures.value == 7.5); // February divides by 0: no result
    CHECK(figures.date == QDate(2026, 1, 12));
    CHECK(figures.health == Health::Good);
    CHECK(figures.points == 0);
    CHECK(seriesNeeded(world.state, kBoard).contains(closed));
}

TEST_CASE("a missing part leaves a derived KPI without a value, not with 0", "[figures]")
{
    World world;
    const KpiId there = world.kpi(named(u"There"_s));
    world.kpi(named(u"Empty"_s));
    const KpiId sum = world.kpi(named(u"Sum"_s, u"[There] + [Empty]"_s));
    const KpiId unknown = world.kpi(named(u"Unknown"_s, u"[There] + [Nowhere]"_s));
    const KpiId broken = world.kpi(named(u"Broken"_s, u"[There] +"_s));
    world.measure(there, kFrom, 5);

    CHECK(world.on(sum, kMiddle).health == Health::NoData);
    CHECK(world.on(unknown, kMiddle).value == std::nullopt);
    CHECK(world.on(broken, kMiddle).value == std::nullopt);
}

TEST_CASE("formulas that lead round to themselves have no result and come to an end", "[figures]")
{
    World world;
    const KpiId a = world.kpi(named(u"A"_s, u"[B] + 1"_s));
    const KpiId b = world.kpi(named(u"B"_s, u"[A] + 1"_s));
    const KpiId self = world.kpi(named(u"Self"_s, u"[Self]"_s));

    CHECK(world.on(a, kMiddle).value == std::nullopt);
    CHECK(world.on(self, kMiddle).value == std::nullopt);
    CHECK(seriesNeeded(world.state, kBoard) == QSet<KpiId>{a, b, self});
}

TEST_CASE("a name in a formula means the KPI of the same board first, else the only one", "[figures]")
{
    World world;
    Kpi elsewhere = named(u"Costs"_s);
    elsewhere.board = world.otherBoard(Visibility::Public);
    const KpiId far = world.kpi(elsewhere);
    const KpiId id = world.kpi(named(u"Double"_s, u"2 * [Costs]"_s));
    world.measure(far, kFrom, 5);
    CHECK(world.on(id, kMiddle).value == 10);

    const KpiId near = world.kpi(named(u"Costs"_s));
    world.measure(near, kFrom, 8);
    CHECK(world.on(id, kMiddle).value == 16);
}

TEST_CASE("a formula reaches no KPI of another board that is private", "[figures]")
{
    World world;
    const BoardId secret = world.otherBoard(Visibility::Private);
    Kpi pay = named(u"Pay"_s);
    pay.board = secret;
    world.measure(world.kpi(pay), kFrom, 5);
    Kpi twice = named(u"Twice"_s, u"2 * [Pay]"_s);
    const KpiId outside = world.kpi(twice);
    twice.board = secret;
    const KpiId inside = world.kpi(twice);

    CHECK(world.on(outside, kMiddle).value == std::nullopt);
    CHECK(seriesNeeded(world.state, kBoard) == QSet<KpiId>{outside});
    CHECK(world.on(inside, kMiddle).value == 10);

    pay.board = world.otherBoard(Visibility::Public);
    world.measure(world.kpi(pay), kFrom, 4);
    CHECK(world.on(outside, kMiddle).value == 8); // the hidden namesake makes it no less clear
}

TEST_CASE("recent values end with the latest period that has data, and keep their gaps", "[figures]")
{
    World world;
    const KpiId id = world.kpi();
    world.measure(id, QDate(2025, 9, 5), 1);
    world.measure(id, QDate(2025, 11, 5), 3);
    world.measure(id, QDate(2025, 12, 5), 4);
    const auto recent = [&](qsizetype count) {
        return recentValues(world.state, *world.state.find(id), count, kMiddle);
    };

    CHECK(recent(12) == QList<std::optional<double>>{1, std::nullopt, 3, 4});
    CHECK(recent(2) == QList<std::optional<double>>{3, 4});
    CHECK(recent(0).isEmpty());
}

TEST_CASE("recent values of a key result are its own check-ins or its KPI's values", "[figures]")
{
    World world;
    const KeyResultId own = world.keyResult(reach(0, 10));
    world.checkIn(own, QDate(2025, 12, 5), 1);
    world.checkIn(own, QDate(2026, 2, 5), 3);
    const KpiId kpi = world.kpi();
    world.measure(kpi, QDate(2026, 2, 5), 7);
    KeyResult keyResult = reach(0, 10);
    keyResult.kpi = kpi;
    const KeyResultId driven = world.keyResult(keyResult);

    CHECK(recentValues(world.state, *world.state.find(own), 9, kMiddle) ==
          QList<std::optional<double>>{1, std::nullopt, 3});
    CHECK(recentValues(world.state, *world.state.find(driven), 9, kMiddle) ==
          QList<std::optional<double>>{7});
}

TEST_CASE("the series that a board needs are its own, its drivers' and its guardrails'", "[figures]")
{
    World world;
    Kpi elsewhere;
    elsewhere.board = BoardId(2);
    const KpiId guard = world.kpi(elsewhere);
    const KpiId driver = world.kpi(elsewhere);
    world.kpi(elsewhere);
    Kpi guarded;
    guarded.guardrail = guard;
    const KpiId own = world.kpi(guarded);
    KeyResult keyResult = reach(0, 10);
    keyResult.kpi = driver;
    world.keyResult(keyResult);

    CHECK(seriesNeeded(world.state, kBoard) == QSet<KpiId>{guard, driver, own});
}
