// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/journal.h"
#include "core/storage/past.h"
#include "core/storage/verifier.h"
#include "tests/support/cells.h"
#include "tests/support/workspaces.h"

#include <random>

using namespace milepost;
using namespace milepost::tests;

namespace {

/// The content of a workspace, row by row, without the sequences of the rows' last changes.
QMap<std::pair<int, qint64>, QByteArray> contentOf(const WorkingSet &state)
{
    QMap<std::pair<int, qint64>, QByteArray> content;
    const auto put = [&content]<class Record>(const Record &record) {
        content.insert({Record::type().tag(), record.id.value()}, canonicalBytesOf(record));
    };
    forEachRecordType([&]<class Record>(const Record &) {
        for (const Record *record : state.of<Record>().all())
            put(*record);
    });
    for (const Series &series : state.series)
        for (const Measurement &point : series.points())
            put(point);
    return content;
}

using Content = decltype(contentOf(WorkingSet()));

/// A board with something of everything, on which acts are done at random.
class Workshop
{
public:
    Workshop()
        : board(desk.board(desk.ann, u"Board"_s))
        , other(desk.board(desk.ann, u"Other"_s))
        , objective(desk.objective(desk.ann, board, u"Goal"_s))
        , kpi(desk.kpi(desk.ann, board, u"Metric"_s))
    {
        desk.keyResult(desk.ann, objective, u"Result"_s);
    }

    /// One act of many kinds; nothing if it was refused or there was nothing to do.
    // NOLINTNEXTLINE(readability-function-size): one case for each kind
    Result<WorkspaceFile::Written> actAtRandom(std::mt19937 &random)
    {
        const auto number = [&random](int below) { return static_cast<int>(random() % unsigned(below)); };
        const QString name = u"N%1"_s.arg(++m_names);
        const auto some = [&](const auto &records) {
            return records.isEmpty() ? nullptr : records[number(int(records.size()))];
        };
        const Kpi *metric = some(desk.state().of<Kpi>().all());
        const Objective *goal = some(desk.state().of<Objective>().all());
        const KpiId metricId = metric ? metric->id : KpiId(1);
        const ObjectiveId goalId = goal ? goal->id : ObjectiveId(1);
        const BoardId target = number(2) == 0 ? board : other;
        const QDate date = kDay.addDays(-number(5));
        GivenValue given = Desk::value(metricId, number(4), date);
        given.reason = u"so"_s;
        switch (number(12)) {
        case 0:
            return desk.as(desk.ann, [=](Situation &in) {
                AddKpi request;
                request.kpi.board = target;
                request.kpi.name = name;
                return addKpi(in, request);
            });
        case 1:
            return desk.as(desk.ann, [=](Situation &in) {
                Objective fresh;
                fresh.board = target;
                fresh.title = name;
                return addObjective(in, fresh);
            });
        case 2:
        case 3:
            return desk.as(desk.ann, [=](Situation &in) { return recordValue(in, given); });
        case 4:
            return desk.as(desk.ann, [=](Situation &in) { return correctValue(in, given); });
        case 5:
            return desk.as(desk.ann, [=, named = desk.named(metricId)](Situation &in) {
                return editFields(in, named, {{u"name"_s, name}});
            });
        case 6:
            return desk.as(desk.ann, [=, named = desk.named(metricId)](Situation &in) {
                return moveTo(in, named, target);
            });
        case 7:
            return desk.as(desk.ann, [=, named = desk.named(goalId)](Situation &in) {
                return moveTo(in, named, target);
            });
        case 8:
            return desk.as(desk.ann, [=, named = desk.named(metricId)](Situation &in) {
                return deleteThing(in, named);
            });
        case 9:
            return desk.as(desk.ann,
                           [=](Situation &in) { return addComment(in, Subject::of(metricId), name); });
        case 10:
            return desk.as(desk.ann, [=](Situation &in) {
                KeyResult fresh;
                fresh.objective = goalId;
                fresh.title = name;
                fresh.target = 3;
                fresh.kpi = metricId;
                return addKeyResult(in, {fresh, {}});
            });
        default:
            return desk.as(desk.ann,
                           [=, named = desk.named(goalId)](Situation &in) { return archive(in, named); });
        }
    }

    /// As the state in memory has it; only series that were never loaded are read.
    Content content() const
    {
        QList<KpiId> kpis;
        for (const Kpi *one : desk.state().of<Kpi>().all())
            kpis.append(one->id);
        REQUIRE(desk.file->loadSeries(kpis));
        return contentOf(desk.state());
    }

    Desk desk;
    BoardId board;
    BoardId other;
    ObjectiveId objective;
    KpiId kpi;

private:
    int m_names = 0;
};

std::string told(const Result<WorkspaceFile::Written> &written)
{
    return written ? "done"
                   : std::to_string(int(written.error().code)) + ' ' +
                         written.error().values.join(u", "_s).toStdString();
}

bool isWritten(const Result<WorkspaceFile::Written> &written)
{
    return written && written->change.seq > 0;
}

bool verifies(const Desk &desk)
{
    const Result<Verification> verification = verify(desk.file->engine(), {});
    return verification && verification->findings.isEmpty();
}

} // namespace

TEST_CASE("whatever is done, undone and done again, the workspace is as it was then", "[undo]")
{
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U);
    std::mt19937 random(seed);
    Workshop workshop;
    // The setting up can be undone too; the model begins after it.
    QList<Content> done = {workshop.content()};
    QList<Content> undone;
    const qsizetype base = done.size();

    for (int i = 0; i < 120; ++i) {
        const auto choice = random() % 10;
        if (choice < 3 && done.size() > base) {
            REQUIRE(told(workshop.desk.undo(workshop.desk.ann)) == "done");
            undone.append(done.takeLast());
        } else if (choice < 5) {
            const auto written = workshop.desk.redo(workshop.desk.ann);
            REQUIRE(bool(written) == !undone.isEmpty());
            if (written)
                done.append(undone.takeLast());
            else
                CHECK(written.error().code == Error::Code::NothingToRedo);
        } else if (isWritten(workshop.actAtRandom(random))) {
            done.append(workshop.content());
            undone.clear();
        }
        if (i % 30 == 7)
            workshop.desk.open(); // it survives a restart
        REQUIRE(workshop.content() == done.last());
    }
    CHECK(workshop.desk.state().seq > 60);
    CHECK(verifies(workshop.desk));
    while (done.size() > base) {
        REQUIRE(told(workshop.desk.undo(workshop.desk.ann)) == "done");
        done.removeLast();
        REQUIRE(workshop.content() == done.last());
    }
    workshop.desk.open();
    CHECK(workshop.content() == done.last());
}

TEST_CASE("a state of the past is the state that was", "[past]")
{
    const unsigned seed = GENERATE(11U, 12U, 13U);
    std::mt19937 random(seed);
    Workshop workshop;
    QMap<qint64, Content> remembered;

    for (int i = 0; i < 80; ++i) {
        const auto choice = random() % 8;
        Result<WorkspaceFile::Written> written = choice == 0   ? workshop.desk.undo(workshop.desk.ann)
                                                 : choice == 1 ? workshop.desk.redo(workshop.desk.ann)
                                                               : workshop.actAtRandom(random);
        if (isWritten(written))
            remembered.insert(written->change.seq, workshop.content());
    }
    CHECK(remembered.size() > 20);
    for (auto moment = remembered.cbegin(); moment != remembered.cend(); ++moment) {
        const Result<WorkingSet> state = Past(workshop.desk.file->engine()).stateAfter(moment.key());
        REQUIRE(state);
        CHECK(contentOf(*state) == moment.value());
        CHECK(state->seq == moment.key());
    }
}

TEST_CASE("of entries whose times run backwards, a moment has the last by sequence", "[past]")
{
    Desk desk;
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.now = kNoon + 1000;
    const KpiId late = desk.kpi(desk.ann, board, u"Late"_s);
    desk.now = kNoon - 1000;
    const KpiId early = desk.kpi(desk.ann, board, u"Early"_s);
    const JournalReader journal(desk.file->engine());

    CHECK(*journal.lastUntil(kNoon - 1000) == 4);
    CHECK(*journal.lastUntil(kNoon) == 4);
    CHECK(*journal.lastUntil(kNoon - 1001) == 0);
    const Result<WorkingSet> state = Past(desk.file->engine()).stateAfter(3);
    REQUIRE(state);
    CHECK(state->find(late));
    CHECK_FALSE(state->find(early));
}

TEST_CASE("what others have touched since cannot be undone", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    const auto rename = [&](PersonId who, const QString &name) {
        desk.must(who, [&](Situation &in) { return editFields(in, desk.named(kpi), {{u"name"_s, name}}); });
    };
    rename(desk.ann, u"A"_s);
    rename(bob, u"B"_s);
    const qint64 bobs = desk.state().seq;

    const auto refused = desk.undo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::TouchedSince);
    CHECK(refused.error().values == QStringList{QString::number(bobs)});
    REQUIRE(desk.undo(bob)); // then it is as Ann left it
    REQUIRE(desk.undo(desk.ann));
    CHECK(desk.state().find(kpi)->name == u"Metric"_s);
}

TEST_CASE("what others have deleted since does not come back by an undo of something older", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(kpi), {{u"name"_s, u"A"_s}});
    });
    desk.must(bob, [&](Situation &in) { return deleteThing(in, desk.named(kpi)); });

    const auto refused = desk.undo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::TouchedSince);
    CHECK(refused.error().values == QStringList{QString::number(desk.state().seq)});
}

TEST_CASE("a creation that others have built on cannot be undone, and the reason is clear", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const BoardId bobs = desk.board(bob, u"Bob's"_s);
    const ObjectiveId bobsGoal = desk.objective(bob, bobs, u"Bob's goal"_s);

    SECTION("by a value of a KPI")
    {
        const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
        desk.record(bob, Desk::value(kpi, 1));
    }
    SECTION("by a key result that it drives")
    {
        const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
        desk.keyResult(bob, bobsGoal, u"Driven"_s, kpi);
    }
    SECTION("by a comment, which no foreign key sees")
    {
        const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
        desk.must(bob, [&](Situation &in) { return addComment(in, Subject::of(kpi), u"nice"_s); });
    }
    SECTION("by a child objective")
    {
        const ObjectiveId goal = desk.objective(desk.ann, board, u"Goal"_s);
        desk.objective(bob, bobs, u"Child"_s, goal);
    }
    SECTION("by a member of a team")
    {
        const TeamId team = desk.team(u"Team"_s);
        desk.must(bob, [&](Situation &in) { return addPerson(in, {u"Cyd"_s, team}); });
    }
    SECTION("by an owner")
    {
        desk.person(u"Dan"_s);
        desk.must(bob, [&](Situation &in) {
            return editFields(in, desk.named(bobsGoal), {{u"owner"_s, u"Dan"_s}});
        });
    }
    const qint64 head = desk.state().seq;
    const auto refused = desk.undo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::TouchedSince);
    CHECK(refused.error().values == QStringList{QString::number(head)});
}

TEST_CASE("what points at something that is gone does not come back", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const ObjectiveId goal = desk.objective(desk.ann, board, u"Goal"_s);
    const ObjectiveId parent = desk.objective(bob, board, u"Parent"_s);
    const auto align = [&](const QString &to) {
        desk.must(desk.ann, [&](Situation &in) {
            return editFields(in, desk.named(goal), {{u"parent"_s, to}});
        });
    };
    align(u"Parent"_s);
    align({});
    desk.must(bob, [&](Situation &in) { return deleteThing(in, desk.named(parent)); });

    const auto refused = desk.undo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::TouchedSince);
    CHECK(refused.error().values == QStringList{QString::number(desk.state().seq)});
}

TEST_CASE("doing again never makes a second value for a date, a taken name or a circle", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    const ObjectiveId one = desk.objective(desk.ann, board, u"One"_s);
    const ObjectiveId two = desk.objective(desk.ann, board, u"Two"_s);
    const KeyResultId result = desk.keyResult(desk.ann, one, u"Result"_s);
    GivenValue said;
    said.keyResult = result;
    said.date = kDay;
    said.value = 1;
    Error::Code expected = Error::Code::TouchedSince;

    SECTION("a value")
    {
        desk.record(desk.ann, Desk::value(kpi, 1));
        REQUIRE(desk.undo(desk.ann));
        desk.record(bob, Desk::value(kpi, 2));
    }
    SECTION("a check-in")
    {
        desk.record(desk.ann, said);
        REQUIRE(desk.undo(desk.ann));
        said.value = 2;
        desk.record(bob, said);
    }
    SECTION("a name")
    {
        desk.kpi(desk.ann, board, u"New"_s);
        REQUIRE(desk.undo(desk.ann));
        desk.kpi(bob, board, u"New"_s);
        expected = Error::Code::NameTaken;
    }
    SECTION("a circle")
    {
        desk.must(desk.ann, [&](Situation &in) {
            return editFields(in, desk.named(one), {{u"parent"_s, u"Two"_s}});
        });
        REQUIRE(desk.undo(desk.ann));
        desk.must(bob, [&](Situation &in) {
            return editFields(in, desk.named(two), {{u"parent"_s, u"One"_s}});
        });
        expected = Error::Code::ObjectiveLoop;
    }
    const auto refused = desk.redo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == expected);
}

TEST_CASE("whoever has lost the right to an act cannot take it back", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s, GENERATE(Visibility::Public, Visibility::Private));
    const bool isPublic = desk.state().find(board)->visibility == Visibility::Public;
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    SECTION("a value")
    {
        desk.record(bob, Desk::value(kpi, 1));
    }
    SECTION("a KPI")
    {
        desk.kpi(bob, board, u"His"_s);
    }
    SECTION("a deletion")
    {
        desk.must(bob, [&](Situation &in) { return deleteThing(in, desk.named(kpi)); });
    }
    desk.must(desk.ann, [&](Situation &in) { return unshareBoard(in, {board, {bob, {}}}); });

    const auto refused = desk.undo(bob);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == (isPublic ? Error::Code::NotAllowed : Error::Code::UndoUnseen));
}

TEST_CASE("who is no longer an owner makes no board public by an undo", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(board), {{u"visibility"_s, u"private"_s}});
    });
    desk.share(desk.ann, board, {bob, {}}, Role::Owner);
    desk.share(bob, board, {desk.ann, {}}, Role::Editor);

    const auto refused = desk.undo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{Error::Code::NotAllowed, {u"Board"_s, wordOf(Role::Owner)}});
}

TEST_CASE("grants, joining and leaving are left out of undo", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const PersonId cyd = desk.person(u"Cyd"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    desk.must(desk.ann, [&](Situation &in) { return join(in, {desk.ann, u"other desk"_s}); });
    desk.must(desk.ann, [&](Situation &in) { return personLeaves(in, {cyd, {}}); });

    REQUIRE(desk.undo(desk.ann));

    CHECK_FALSE(desk.state().find(kpi));
    CHECK(desk.state().of<Grant>().of(board).size() == 2);
    CHECK_FALSE(desk.state().find(cyd)->isActive());
}

TEST_CASE("what was undone cannot be done again after a new act of one's own, but after others'", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    desk.team(u"Mine"_s);
    REQUIRE(desk.undo(desk.ann));
    desk.must(bob, [&](Situation &in) { return addTeam(in, {u"Bob's"_s, {}}); });
    REQUIRE(desk.redo(desk.ann));
    REQUIRE(desk.undo(desk.ann));
    desk.team(u"Another"_s);

    const auto refused = desk.redo(desk.ann);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::NothingToRedo);
}

TEST_CASE("someone who has done nothing has nothing to undo, and a visitor may not ask", "[undo]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);

    CHECK(desk.undo(bob).error().code == Error::Code::NothingToUndo);
    CHECK(desk.redo(bob).error().code == Error::Code::NothingToRedo);
    CHECK(desk.undo({}).error().code == Error::Code::VisitorWrites);
}

TEST_CASE("an import is undone in one step, and done again in one", "[undo]")
{
    Desk desk;
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const KpiId old = desk.kpi(desk.ann, board, u"Old"_s);
    desk.record(desk.ann, Desk::value(old, 7));
    const auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Board"_s;
    batch->source = u"f.csv"_s;
    batch->series = {u"New"_s, u"Old"_s};
    for (int i = 0; i < 20; ++i)
        batch->points.push_back(
            {i / 10, i + 2, qint32(kDay.addDays(-(i % 10)).toJulianDay()), 0, double(i), 0, 0});
    const Content before = contentOf(desk.state());
    ImportSummary summary;
    const auto written =
        desk.as(desk.ann, [&](Situation &in) { return importBatch(in, batch, false, summary); });
    REQUIRE(isWritten(written));
    REQUIRE(desk.file->loadAllSeries());
    const Content after = contentOf(desk.state());
    CHECK(after.size() == before.size() + 20);

    REQUIRE(desk.undo(desk.ann));
    CHECK(contentOf(desk.state()) == before);
    REQUIRE(desk.redo(desk.ann));
    desk.open();
    CHECK(contentOf(desk.state()) == after);
    CHECK(verifies(desk));
}
