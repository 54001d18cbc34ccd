// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/duerows.h"
#include "tests/support/printing.h"

using namespace milepost;

namespace {

const QDate kWednesday(2026, 11, 18);
const QDate kMonday(2026, 11, 16);

constexpr PersonId kAnn(1);
constexpr PersonId kBob(2);
constexpr TeamId kTeam(3);
constexpr BoardId kOpenBoard(10);
constexpr BoardId kSecretBoard(11);

/// Ann and, in a team, Bob; a public board and one that nobody was let into.
struct World
{
    WorkingSet state;
    qint64 last = 100;

    World()
    {
        Person ann;
        ann.id = kAnn;
        state.of<Person>().put(ann);
        Person bob;
        bob.id = kBob;
        bob.teams = {kTeam};
        state.of<Person>().put(bob);
        Team team;
        team.id = kTeam;
        state.of<Team>().put(team);
        Cycle cycle;
        cycle.id = CycleId(4);
        cycle.from = QDate(2026, 10, 1);
        cycle.to = QDate(2026, 12, 31);
        state.of<Cycle>().put(cycle);
        Board open;
        open.id = kOpenBoard;
        open.cycle = cycle.id;
        state.of<Board>().put(open);
        Board secret;
        secret.id = kSecretBoard;
        secret.visibility = Visibility::Private;
        state.of<Board>().put(secret);
    }

    template<class Record>
    decltype(Record::id) put(Record record)
    {
        record.id = decltype(Record::id)(++last);
        state.of<Record>().put(record);
        return record.id;
    }

    KpiId kpi(const QList<Owner> &owners, BoardId board = kOpenBoard, Cadence cadence = Cadence::Week)
    {
        Kpi kpi;
        kpi.board = board;
        kpi.owners = owners;
        kpi.cadence = cadence;
        const KpiId id = put(kpi);
        state.series.insert(id, Series());
        return id;
    }

    void measure(KpiId kpi, QDate date)
    {
        Measurement point;
        point.id = MeasurementId(++last);
        point.kpi = kpi;
        point.date = date;
        point.value = 1;
        state.series[kpi].put(point);
    }

    KeyResultId keyResult(KeyResultKind kind, const QList<Owner> &objectiveOwners = {Owner{kAnn, {}}})
    {
        Objective objective;
        objective.board = kOpenBoard;
        objective.owners = objectiveOwners;
        KeyResult keyResult;
        keyResult.objective = put(objective);
        keyResult.kind = kind;
        keyResult.cadence = Cadence::Week;
        keyResult.start = 0;
        keyResult.target = 10;
        return put(keyResult);
    }

    void checkIn(KeyResultId keyResult, QDate date, double value, MilestonePartId part = {})
    {
        CheckIn checkIn;
        checkIn.keyResult = keyResult;
        checkIn.date = date;
        checkIn.value = value;
        checkIn.part = part;
        put(checkIn);
    }

    template<class Record>
    void change(Id<Record> id, const std::function<void(Record &)> &edit)
    {
        Record record = *state.find(id);
        edit(record);
        state.of<Record>().put(record);
    }

    QList<DueRow> due(PersonId person = kAnn, QDate day = kWednesday) const
    {
        return dueRows(state, person, day);
    }
};

const QList<Owner> kOfAnn = {Owner{kAnn, {}}};

} // namespace

TEST_CASE("a value is due once its period has begun, and no more when the period has one", "[due]")
{
    World world;
    const KpiId kpi = world.kpi(kOfAnn);
    world.measure(kpi, QDate(2026, 11, 15)); // the Sunday before

    const QList<DueRow> due = world.due();
    REQUIRE(due.size() == 1);
    CHECK(due[0].board == kOpenBoard);
    CHECK(due[0].subject == Subject::of(kpi));
    CHECK(due[0].lastDate == QDate(2026, 11, 15));
    CHECK(due[0].dueSince == kMonday);
    CHECK_FALSE(due[0].isOverdue);
    CHECK(world.due(kAnn, QDate(2026, 11, 15)).isEmpty());

    world.measure(kpi, kMonday);
    CHECK(world.due().isEmpty());
}

TEST_CASE("what is overdue is due since the first period without a value", "[due]")
{
    World world;
    const KpiId kpi = world.kpi(kOfAnn);
    world.measure(kpi, QDate(2026, 11, 3));

    const QList<DueRow> due = world.due();
    REQUIRE(due.size() == 1);
    CHECK(due[0].dueSince == QDate(2026, 11, 9));
    CHECK(due[0].isOverdue);
}

TEST_CASE("a month asks for one value, not one a week", "[due]")
{
    World world;
    const KpiId kpi = world.kpi(kOfAnn, kOpenBoard, Cadence::Month);
    world.measure(kpi, QDate(2026, 11, 1));
    CHECK(world.due().isEmpty());
    CHECK(world.due(kAnn, QDate(2026, 12, 1)).size() == 1);
}

TEST_CASE("values after the day do not count", "[due]")
{
    World world;
    const KpiId kpi = world.kpi(kOfAnn);
    world.measure(kpi, kWednesday);
    CHECK(world.due(kAnn, kMonday).size() == 1);
}

TEST_CASE("a KPI whose measurements nobody has read is not called due", "[due]")
{
    World world;
    const KpiId kpi = world.kpi(kOfAnn);
    REQUIRE(world.due().size() == 1);
    CHECK(seriesOfMine(world.state, kAnn) == QList{kpi});

    world.state.series.clear();
    CHECK(world.due().isEmpty());
}

TEST_CASE("derived, driven and archived rows ask nobody for a value", "[due]")
{
    World world;
    const KpiId kpi = world.kpi(kOfAnn);
    const KeyResultId keyResult = world.keyResult(KeyResultKind::Reach);
    REQUIRE(world.due().size() == 2);

    SECTION("derived")
    {
        world.change<Kpi>(kpi, [](Kpi &row) { row.formula = QStringLiteral("1"); });
        CHECK(world.due().size() == 1);
        CHECK(seriesOfMine(world.state, kAnn).isEmpty());
    }
    SECTION("driven")
    {
        world.change<KeyResult>(keyResult, [kpi](KeyResult &row) { row.kpi = kpi; });
        CHECK(world.due().size() == 1);
    }
    SECTION("archived rows")
    {
        world.change<Kpi>(kpi, [](Kpi &row) { row.archived = true; });
        world.change<KeyResult>(keyResult, [](KeyResult &row) { row.archived = true; });
        CHECK(world.due().isEmpty());
    }
    SECTION("an archived objective")
    {
        world.change<Objective>(world.state.find(keyResult)->objective,
                                [](Objective &row) { row.archived = true; });
        CHECK(world.due().size() == 1);
    }
    SECTION("an archived board")
    {
        world.change<Board>(kOpenBoard, [](Board &row) { row.archived = true; });
        CHECK(world.due().isEmpty());
        CHECK(seriesOfMine(world.state, kAnn).isEmpty());
    }
}

TEST_CASE("a key result is due within its cycle only, and until it is done", "[due]")
{
    World world;
    const KeyResultId keyResult = world.keyResult(KeyResultKind::Reach);
    REQUIRE(world.due().size() == 1);
    CHECK(world.due()[0].dueSince == QDate(2026, 10, 1));
    CHECK_FALSE(world.due()[0].lastDate.isValid());

    CHECK(world.due(kAnn, QDate(2026, 9, 30)).isEmpty());
    CHECK(world.due(kAnn, QDate(2027, 1, 1)).isEmpty());

    // A Wednesday: the week began before the cycle did, and what was said then is not of the cycle.
    world.checkIn(keyResult, QDate(2026, 9, 30), 1);
    CHECK(world.due(kAnn, QDate(2026, 10, 1)).size() == 1);

    world.checkIn(keyResult, QDate(2026, 11, 2), 10);
    CHECK(world.due().isEmpty());
}

TEST_CASE("of a milestone each part that is not done is due, until one was told of", "[due]")
{
    World world;
    const KeyResultId keyResult = world.keyResult(KeyResultKind::Milestone);
    MilestonePart part;
    part.keyResult = keyResult;
    const MilestonePartId first = world.put(part);
    const MilestonePartId second = world.put(part);
    const MilestonePartId third = world.put(part);
    world.checkIn(keyResult, QDate(2026, 11, 3), 1, first);
    world.checkIn(keyResult, QDate(2026, 11, 3), 0.5, second);

    const QList<DueRow> due = world.due();
    REQUIRE(due.size() == 2);
    CHECK(due[0].part == second);
    CHECK(due[1].part == third);
    CHECK(due[1].subject == Subject::of(keyResult));

    world.checkIn(keyResult, kWednesday, 0, second);
    CHECK(world.due().isEmpty());
}

TEST_CASE("a person is asked for what they or their team answer for, and can see", "[due]")
{
    World world;
    world.kpi({Owner{{}, kTeam}});
    world.kpi(kOfAnn, kSecretBoard);
    const KeyResultId keyResult = world.keyResult(KeyResultKind::Reach, {Owner{kBob, {}}});

    CHECK(world.due(kAnn).isEmpty());
    CHECK(world.due(kBob).size() == 2);
    CHECK(world.due(PersonId()).isEmpty());

    world.change<KeyResult>(keyResult, [](KeyResult &row) { row.owners = kOfAnn; });
    CHECK(world.due(kAnn).size() == 1);
    CHECK(world.due(kBob).size() == 1);

    world.change<Person>(kBob, [](Person &row) { row.leftOn = kMonday; });
    CHECK(world.due(kBob).isEmpty());
}
