// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/session.h"
#include "core/storage/rawtables.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>
#include <QTimeZone>

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A folder with a workspace and a profile, and a session on them.
class Place
{
public:
    Place() { REQUIRE(session.wait(session.create(path, u"Org"_s, u"Ann"_s))); }

    SessionOptions options(const QString &profile = u"ann"_s) const
    {
        return {folder.path() + u'/' + profile, kDay};
    }

    void open(Session::Read read = Session::Read::Everything)
    {
        REQUIRE(session.wait(session.open(path, read)));
    }

    static Result<Receipt> submit(Session &to, Decide decide, const QList<KpiId> &needs = {})
    {
        Intent intent;
        intent.decide = std::move(decide);
        intent.needs = [needs](const WorkingSet &) { return needs; };
        return to.wait(to.submit(std::move(intent)));
    }

    Edits must(Decide decide, const QList<KpiId> &needs = {})
    {
        const Result<Receipt> receipt = submit(session, std::move(decide), needs);
        REQUIRE(receipt);
        REQUIRE(receipt->isWritten());
        return receipt->change.edits;
    }

    BoardId board(const QString &name, Visibility visibility = Visibility::Public)
    {
        return must([&](Situation &in) {
                   return addBoard(in, {name, visibility, {}});
               })
            .of<Board>()
            .added[0]
            .id;
    }
    KpiId kpi(BoardId on, const QString &name)
    {
        AddKpi request;
        request.kpi.board = on;
        request.kpi.name = name;
        return must([&](Situation &in) { return addKpi(in, request); }).of<Kpi>().added[0].id;
    }
    void record(KpiId kpi, double number, QDate date = kDay)
    {
        must([&](Situation &in) { return recordValue(in, Desk::value(kpi, number, date)); }, {kpi});
    }
    void correct(KpiId kpi, double number, const QString &reason)
    {
        GivenValue given = Desk::value(kpi, number);
        given.reason = reason;
        must([&](Situation &in) { return correctValue(in, given); }, {kpi});
    }

    QTemporaryDir folder;
    QString path = folder.path() + u"/w.milepost"_s;
    Session session{options()};
};

/// Without the one by which those who have a workspace open know of each other, which stays.
QStringList filesIn(const QTemporaryDir &folder)
{
    QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    files.removeIf([](const QString &file) { return file.endsWith(u".milepost-peers"_s); });
    return files;
}

std::shared_ptr<ImportBatch> batchOf(int points)
{
    auto batch = std::make_shared<ImportBatch>();
    batch->board = u"Imported"_s;
    batch->source = u"f.csv"_s;
    batch->series = {u"One"_s};
    for (int i = 0; i < points; ++i)
        batch->points.push_back(
            {0, i + 2, qint32(kDay.addDays(i - points + 1).toJulianDay()), 0, double(i), 0, 0});
    return batch;
}

} // namespace

TEST_CASE("a new workspace has its founder, whom the profile is from then on", "[session]")
{
    Place place;
    place.open(Session::Read::Frame);

    CHECK(place.session.isOpen());
    CHECK(place.session.state().find(place.session.me())->name == u"Ann"_s);
    CHECK(place.session.state().workspace().name == u"Org"_s);
    const Done again = place.session.wait(place.session.create(place.path, u"Org"_s, u"Ann"_s));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Error::Code::FileExists);
    CHECK(filesIn(place.folder) == QStringList{u"w.milepost"_s});
}

TEST_CASE("each way of opening reads as much as it says", "[session]")
{
    Place place;
    place.open();
    const KpiId first = place.kpi(place.board(u"First"_s), u"A"_s);
    const KpiId second = place.kpi(place.board(u"Second"_s), u"B"_s);
    place.record(first, 1);
    place.record(second, 2);

    place.open(Session::Read::Frame);
    CHECK(place.session.state().of<Board>().size() == 2);
    CHECK(place.session.state().of<Kpi>().isEmpty());
    place.open(Session::Read::Board);
    CHECK(place.session.state().find(first));
    CHECK(place.session.state().hasSeries(first));
    CHECK_FALSE(place.session.state().find(second));
    REQUIRE(place.session.wait(place.session.loadBoard(place.session.state().of<Board>().all()[1]->id)));
    CHECK(place.session.state().seriesOf(second).points().size() == 1);
    place.open(Session::Read::Structure);
    CHECK(place.session.state().find(second));
    CHECK_FALSE(place.session.state().hasSeries(second));
    place.open(Session::Read::Everything);
    CHECK(place.session.state().hasSeries(second));
    place.session.close();
    CHECK_FALSE(place.session.isOpen());
}

TEST_CASE("the board that is read first is the one that is shown first, and not an archived one", "[session]")
{
    Place place;
    place.open();
    const BoardId old = place.board(u"Old"_s);
    const BoardId live = place.board(u"Live"_s);
    const KpiId kpi = place.kpi(live, u"A"_s);
    place.must([old](Situation &in) { return archive(in, {Named::Kind::Board, old.value(), u"Old"_s, {}}); });

    place.open(Session::Read::Board);

    CHECK(place.session.startBoard() == live);
    CHECK(place.session.state().hasSeries(kpi));
}

TEST_CASE("a board comes with the KPIs that drive and guard what is on it", "[session]")
{
    Place place;
    place.open();
    const BoardId there = place.board(u"There"_s);
    const BoardId here = place.board(u"Here"_s);
    const KpiId guard = place.kpi(there, u"Guard"_s);
    const KpiId driver = place.kpi(there, u"Driver"_s);
    place.must([&](Situation &in) {
        return editFields(in, *nameOf(in.state, driver.value()), {{u"guardrail"_s, u"Guard"_s}});
    });
    Objective objective;
    objective.board = here;
    objective.title = u"Goal"_s;
    const ObjectiveId goal =
        place.must([&](Situation &in) { return addObjective(in, objective); }).of<Objective>().added[0].id;
    KeyResult result;
    result.objective = goal;
    result.title = u"Driven"_s;
    result.target = 1;
    result.kpi = driver;
    place.must([&](Situation &in) { return addKeyResult(in, {result, {}}); });
    place.record(guard, 1);
    place.session.profile().rememberBoard(place.path, here);

    place.open(Session::Read::Board);

    CHECK(place.session.startBoard() == here);
    CHECK(place.session.state().hasSeries(driver));
    CHECK(place.session.state().seriesOf(guard).points().size() == 1);
}

TEST_CASE("writes are made in the order in which they were submitted, and none stays pending", "[session]")
{
    Place place;
    place.open();
    QList<qint64> seqs;
    QObject::connect(&place.session, &Session::changed, [&](const ChangeSet &change) { seqs << change.seq; });
    QList<QFuture<Result<Receipt>>> answers;
    for (int i = 0; i < 8; ++i) {
        Intent intent;
        intent.decide = [i](Situation &in) { return addTeam(in, {u"Team %1"_s.arg(i), {}}); };
        answers << place.session.submit(std::move(intent));
    }
    CHECK(place.session.pending() == 8);
    qint64 expected = 1;
    for (auto &answer : answers) {
        const Result<Receipt> receipt = place.session.wait(answer);
        REQUIRE(receipt);
        CHECK(receipt->change.seq == ++expected);
    }
    CHECK(place.session.pending() == 0);
    CHECK(seqs == QList<qint64>{2, 3, 4, 5, 6, 7, 8, 9});
    CHECK(place.session.state().of<Team>().size() == 8);

    REQUIRE(place.session.wait(place.session.previewImport(batchOf(3))));
    REQUIRE(place.session.wait(place.session.import(batchOf(3), false)));
    REQUIRE(place.session.wait(place.session.join(place.session.me())));
    CHECK(place.session.pending() == 0);
}

TEST_CASE("what is too much for one read is read whole in several", "[session]")
{
    constexpr int kPoints = 25'000;
    Place place;
    place.open(Session::Read::Everything);
    REQUIRE(place.session.wait(place.session.import(batchOf(kPoints), false)));

    Session other(place.options());
    REQUIRE(other.wait(other.open(place.path, Session::Read::Everything)));
    const KpiId kpi = other.state().of<Kpi>().all().first()->id;
    const Result<WorkingSet> now = other.wait(other.stateOn(kDay));
    const Result<WorkingSet> before = other.wait(other.stateOn(kDay.addDays(-1)));

    CHECK(other.state().seriesOf(kpi).points().size() == kPoints);
    REQUIRE(now);
    CHECK(now->seriesOf(kpi).points() == other.state().seriesOf(kpi).points());
    REQUIRE(before);
    CHECK(before->of<Kpi>().isEmpty());
}

TEST_CASE("two sessions on one file see each other's changes and decide on fresh rows", "[session]")
{
    Place place;
    place.open();
    const KpiId kpi = place.kpi(place.board(u"Board"_s), u"Metric"_s);
    Session other(place.options());
    REQUIRE(other.wait(other.open(place.path, Session::Read::Everything)));
    QList<qint64> heard;
    QObject::connect(&other, &Session::changed, [&](const ChangeSet &change) { heard << change.seq; });
    place.record(kpi, 1);

    const Result<Receipt> refused =
        Place::submit(other, [&](Situation &in) { return recordValue(in, Desk::value(kpi, 2)); }, {kpi});

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::ValueExists);
    CHECK(heard == QList<qint64>{4});
    CHECK(other.state().seriesOf(kpi).at(kDay)->value == 1);
    const Result<History> history = other.wait(other.history(kpi));
    REQUIRE(history);
    CHECK(history->size() == 1);
}

TEST_CASE("a board that is loaded later does not make the state forget others' changes", "[session]")
{
    Place place;
    place.open();
    const BoardId first = place.board(u"First"_s);
    const BoardId second = place.board(u"Second"_s);
    const KpiId kpi = place.kpi(first, u"Metric"_s);
    Session other(place.options());
    REQUIRE(other.wait(other.open(place.path, Session::Read::Board)));
    place.record(kpi, 5);

    REQUIRE(other.wait(other.loadBoard(second)));

    CHECK(other.state().seriesOf(kpi).points().size() == 1);
    CHECK(other.state().seq == place.session.state().seq);
}

TEST_CASE("a correction leaves a trail of who, when and why, is gone when undone and back when done again",
          "[history]")
{
    Place place;
    place.open();
    const KpiId kpi = place.kpi(place.board(u"Board"_s), u"Metric"_s);
    place.record(kpi, 1);
    place.correct(kpi, 2, u"typo"_s);
    place.correct(kpi, 3, u"again"_s);
    const auto trail = [&] {
        const Result<History> history = place.session.wait(place.session.history(kpi));
        REQUIRE(history);
        REQUIRE(history->size() == 1);
        return history->first();
    };

    const HistoryPoint point = trail();
    CHECK(point.value == 3);
    CHECK(point.author == place.session.me());
    REQUIRE(point.correctedFrom.size() == 2);
    CHECK(point.correctedFrom[0].value == 1);
    CHECK(point.correctedFrom[0].reason == u"typo"_s);
    CHECK(point.correctedFrom[0].author == place.session.me());
    CHECK(point.correctedFrom[0].at == place.session.now());
    CHECK(point.correctedFrom[1].value == 2);
    CHECK(point.correctedFrom[1].reason == u"again"_s);
    REQUIRE(place.session.wait(place.session.undo()));
    CHECK(trail().value == 2);
    CHECK(trail().correctedFrom.size() == 1);
    REQUIRE(place.session.wait(place.session.redo()));
    CHECK(trail().correctedFrom.size() == 2);
    CHECK(trail().correctedFrom[1].reason == u"again"_s);
}

TEST_CASE("a day ends in the workspace's time zone", "[past]")
{
    QTemporaryDir folder;
    const QByteArray zone = GENERATE(as<QByteArray>(), "Pacific/Auckland", "America/Los_Angeles", "UTC");
    Desk desk(zone);
    const qint64 midnight = QDate(2026, 11, 23).startOfDay(QTimeZone(zone)).toMSecsSinceEpoch();
    desk.now = midnight - 1;
    const TeamId today = desk.team(u"Today"_s);
    desk.now = midnight;
    const TeamId tomorrow = desk.team(u"Tomorrow"_s);
    desk.file.reset();
    Session session({folder.path(), kDay});
    REQUIRE(session.wait(session.open(desk.path(), Session::Read::Everything)));

    const Result<WorkingSet> state = session.wait(session.stateOn(kDay));

    REQUIRE(state);
    CHECK(state->find(today));
    CHECK_FALSE(state->find(tomorrow));
    CHECK(session.wait(session.stateOn(kDay.addDays(1)))->find(tomorrow));
    CHECK(session.wait(session.stateOn(QDate(2020, 1, 1)))->of<Person>().isEmpty());
}

TEST_CASE("the log tells what was done, and of private boards only to those who see them", "[log]")
{
    Place place;
    place.open();
    const PersonId bob = place.must([](Situation &in) {
                                  return addPerson(in, {u"Bob"_s, {}});
                              })
                             .of<Person>()
                             .added[0]
                             .id;
    const BoardId secret = place.board(u"Secret"_s, Visibility::Private);
    const KpiId kpi = place.kpi(secret, u"Hidden"_s);
    const KpiId gone = place.kpi(secret, u"Gone"_s);
    place.record(kpi, 1);
    place.must([&](Situation &in) { return deleteThing(in, *nameOf(in.state, gone.value())); }, {gone});
    Session other(place.options(u"bob"_s));
    const auto read = GENERATE(Session::Read::Frame, Session::Read::Everything);
    REQUIRE(other.wait(other.open(place.path, read)));
    REQUIRE(other.wait(other.join(bob)));
    const auto acts = [](Session &session, qint64 since) {
        const Result<QList<LogEntry>> log = session.wait(session.log(since));
        REQUIRE(log);
        QList<Act> list;
        for (const LogEntry &entry : *log)
            list << entry.act;
        return list;
    };

    CHECK(acts(place.session, 0) == QList<Act>{Act::CreateWorkspace, Act::AddPerson, Act::AddBoard,
                                               Act::AddKpi, Act::AddKpi, Act::Record, Act::Delete,
                                               Act::Join});
    CHECK(acts(place.session, 7) == QList<Act>{Act::Join});
    CHECK(acts(other, 0) == QList<Act>{Act::CreateWorkspace, Act::AddPerson, Act::Join});
    place.must([&](Situation &in) { return deleteThing(in, *nameOf(in.state, secret.value())); }, {kpi});
    CHECK(acts(other, 0) == QList<Act>{Act::CreateWorkspace, Act::AddPerson, Act::Join});
    CHECK(acts(place.session, 0).size() == 9);
}

TEST_CASE("joining makes the profile that person, and who has left or is unknown cannot be joined",
          "[session]")
{
    Place place;
    place.open();
    const PersonId bob = place.must([](Situation &in) {
                                  return addPerson(in, {u"Bob"_s, {}});
                              })
                             .of<Person>()
                             .added[0]
                             .id;
    Session other(place.options(u"bob"_s));
    REQUIRE(other.wait(other.open(place.path, Session::Read::Structure)));
    CHECK_FALSE(other.me().isValid());
    const Result<Receipt> visitor = Place::submit(other, [](Situation &in) {
        return addTeam(in, {u"T"_s, {}});
    });
    REQUIRE_FALSE(visitor);
    CHECK(visitor.error().code == Error::Code::VisitorWrites);

    REQUIRE(other.wait(other.join(bob)));
    CHECK(other.me() == bob);
    const Result<Receipt> unknown = other.wait(other.join(PersonId(5)));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == Error::Code::NameUnknown);
    CHECK(other.me() == bob);
    place.must([&](Situation &in) { return personLeaves(in, {bob, {}}); });
    const Result<Receipt> left = other.wait(other.join(bob));
    REQUIRE_FALSE(left);
    CHECK(left.error().code == Error::Code::PersonLeft);
}

TEST_CASE("a backup verifies and never replaces a file", "[session]")
{
    Place place;
    place.open();
    place.record(place.kpi(place.board(u"Board"_s), u"Metric"_s), 1);
    const QString copy = place.folder.path() + u"/copy.milepost"_s;

    REQUIRE(place.session.wait(place.session.copyTo(copy)));
    const Done again = place.session.wait(place.session.copyTo(copy));
    const Done nowhere = place.session.wait(place.session.copyTo(place.folder.path() + u"/no/where"_s));

    REQUIRE_FALSE(again);
    CHECK(again.error().code == Error::Code::FileExists);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == Error::Code::FileUnwritable);
    Session other(place.options());
    REQUIRE(other.wait(other.open(copy, Session::Read::Everything)));
    const Result<Verification> verification = other.wait(other.verify());
    REQUIRE(verification);
    CHECK(verification->findings.isEmpty());
    CHECK(verification->entries == 4);
}

TEST_CASE("a backup is for someone who sees every board", "[session]")
{
    Place place;
    place.open();
    place.board(u"Hidden"_s, Visibility::Private);
    Session visitor(place.options(u"visitor"_s));
    REQUIRE(visitor.wait(visitor.open(place.path, Session::Read::Frame)));
    const QString copy = place.folder.path() + u"/copy.milepost"_s;

    const Done refused = visitor.wait(visitor.copyTo(copy));

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::NotSeenWhole);
    CHECK_FALSE(QFile::exists(copy));
    CHECK(place.session.wait(place.session.copyTo(copy)));
}

TEST_CASE("what does not verify is neither copied nor exported", "[session]")
{
    Place place;
    place.open();
    place.board(u"Board"_s);
    REQUIRE(RawSql(place.path).run("UPDATE board SET name='Bored'"));
    const QStringList files = filesIn(place.folder);

    const Done copied = place.session.wait(place.session.copyTo(place.folder.path() + u"/copy"_s));
    const Done read = place.session.wait(place.session.readRaw([](const RawRow &) { return true; }));

    REQUIRE_FALSE(copied);
    CHECK(copied.error() == Error{Error::Code::WorkspaceUnsound, {place.path}});
    REQUIRE_FALSE(read);
    CHECK(read.error() == copied.error());
    CHECK(filesIn(place.folder) == files);
}

TEST_CASE("a killed backup hinders no later one", "[session]")
{
    Place place;
    place.open();
    const QString copy = place.folder.path() + u"/copy"_s;
    writeBytes(copy + u".new-0badcafe"_s, "half");
    writeBytes(copy + u".new-0badcafe-journal"_s, "half");

    CHECK(place.session.wait(place.session.copyTo(copy)));
    CHECK(bytesOf(copy + u".new-0badcafe"_s) == "half");
}

TEST_CASE("who cannot be remembered neither founds nor joins", "[session]")
{
    Place place;
    place.open();
    const PersonId bob = place.must([](Situation &in) {
                                  return addPerson(in, {u"Bob"_s, {}});
                              })
                             .of<Person>()
                             .added[0]
                             .id;
    const QByteArray before = bytesOf(place.path);
    // A folder where the profile's file should be.
    REQUIRE(QDir(place.folder.path()).mkpath(u"blocked/profile.ini"_s));
    Session session(place.options(u"blocked"_s));
    REQUIRE(session.wait(session.open(place.path, Session::Read::Structure)));
    const QString fresh = place.folder.path() + u"/fresh"_s;

    const Result<Receipt> joined = session.wait(session.join(bob));
    const Done founded = session.wait(session.create(fresh, u"Org"_s, u"Eve"_s));
    const Done shown = session.wait(session.createDemo(fresh, {3, 3, 2, 1}));

    REQUIRE_FALSE(joined);
    CHECK(joined.error().code == Error::Code::FileUnwritable);
    CHECK_FALSE(session.me().isValid());
    CHECK(bytesOf(place.path) == before);
    REQUIRE_FALSE(founded);
    CHECK(founded.error().code == Error::Code::FileUnwritable);
    CHECK_FALSE(shown);
    CHECK(QDir(place.folder.path()).entryList({u"fresh*"_s}).isEmpty());
}

TEST_CASE("whoever could not join is who they were before", "[session]")
{
    Place place;
    place.open();
    const PersonId ann = place.session.me();
    const PersonId bob = place.must([](Situation &in) {
                                  return addPerson(in, {u"Bob"_s, {}});
                              })
                             .of<Person>()
                             .added[0]
                             .id;
    REQUIRE(RawSql(place.path)
                .run("CREATE TRIGGER no BEFORE INSERT ON journal BEGIN SELECT raise(FAIL, 'no'); END"));

    CHECK_FALSE(place.session.wait(place.session.join(bob)));

    CHECK(place.session.me() == ann);
    Session again(place.options());
    REQUIRE(again.wait(again.open(place.path, Session::Read::Frame)));
    CHECK(again.me() == ann);
}

TEST_CASE("rows that are exported and restored make an equal workspace", "[restore]")
{
    Desk desk;
    fillEveryTable(desk);
    desk.file.reset();
    QTemporaryDir folder;
    QList<RawRow> rows;
    Session session({folder.path(), kDay});
    REQUIRE(session.profile().become(WorkspaceId(1000), desk.ann));
    REQUIRE(session.wait(session.open(desk.path(), Session::Read::Frame)));
    const auto take = [&rows](const RawRow &row) {
        rows << row;
        return true;
    };
    const Done blind = session.wait(session.readRaw(take));
    REQUIRE_FALSE(blind); // Bob's board is private
    CHECK(blind.error().code == Error::Code::NotSeenWhole);
    REQUIRE(session.profile().become(WorkspaceId(1000), {}));
    REQUIRE(RawSql(desk.path()).run("SELECT 1"));
    const Result<std::unique_ptr<Engine>> engine = Engine::open(desk.path());
    REQUIRE(engine);
    REQUIRE(rawtables::readAll(**engine, take));
    const QString copy = folder.path() + u"/restored.milepost"_s;
    qsizetype next = 0;
    const auto give = [&]() -> Result<std::optional<RawRow>> {
        return next < rows.size() ? std::optional(rows[next++]) : std::nullopt;
    };

    SECTION("as they were")
    {
        REQUIRE(session.wait(session.restore(copy, give)));
        QList<RawRow> again;
        const Result<std::unique_ptr<Engine>> restored = Engine::open(copy);
        REQUIRE(restored);
        REQUIRE(rawtables::readAll(**restored, [&again](const RawRow &row) {
            again << row;
            return true;
        }));
        REQUIRE(again.size() == rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            CHECK(again[i].table == rows[i].table);
            CHECK(again[i].cells == rows[i].cells);
        }
    }
    SECTION("one less")
    {
        rows.removeAt(GENERATE(0, 1, 5, 30));
    }
    SECTION("one changed")
    {
        for (auto &[name, cell] : rows[3].cells)
            if (name == "rev")
                cell = qint64{99};
    }
    SECTION("of an unknown table")
    {
        rows[2].table = "coins";
    }
    SECTION("with an unknown column")
    {
        rows[2].cells.append({"coins", Cell(qint64{1})});
    }
    SECTION("of another type")
    {
        rows[2].cells[1].second = Text{"x"};
    }
    if (!QFile::exists(copy)) {
        const Done refused = session.wait(session.restore(copy, give));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::RestoreUnfit);
        CHECK(QDir(folder.path()).entryList({u"restored*"_s}).isEmpty());
    }
}

TEST_CASE("what is cancelled leaves nothing behind", "[cancel]")
{
    Place place;
    place.open();
    const QByteArray before = bytesOf(place.path);

    SECTION("a demo")
    {
        int asked = 0;
        const Done done = place.session.wait(place.session.createDemo(
            place.folder.path() + u"/demo.milepost"_s, {}, [&asked](double) { return ++asked < 5; }));
        REQUIRE_FALSE(done);
        CHECK(done.error().code == Error::Code::Cancelled);
    }
    SECTION("an import, at any part")
    {
        const int parts = GENERATE(0, 1, 2);
        int asked = 0;
        // Whoever has said no once may say yes later: it stays cancelled.
        const auto answer = place.session.wait(place.session.import(
            batchOf(12000), false, [&asked, parts](double) { return asked++ != parts; }));
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == Error::Code::Cancelled);
        CHECK(place.session.state().of<Board>().isEmpty());
    }
    SECTION("a verification")
    {
        const auto answer = place.session.wait(place.session.verify([](double) { return false; }));
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == Error::Code::Cancelled);
    }
    CHECK(bytesOf(place.path) == before);
    CHECK(filesIn(place.folder) == QStringList{u"w.milepost"_s});
    CHECK(place.session.pending() == 0);
}

TEST_CASE("a file is not called silent while the program itself is at work on it", "[session]")
{
    Place place;
    place.open();
    QStringList conditions;
    const QMetaObject::Connection following =
        QObject::connect(&place.session, &Session::conditionChanged, &place.session,
                         [&conditions](const Condition &condition) {
                             conditions.append(QString::number(int(condition.kind)));
                         });
    REQUIRE(following);
    place.session.setLive(true);
    Intent intent;
    intent.decide = [](Situation &in) {
        QThread::msleep(1500); // several looks long
        return addTeam(in, {u"T"_s, {}});
    };
    const QFuture<Result<Receipt>> answer = place.session.submit(std::move(intent));
    while (!answer.isFinished())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);

    CHECK(conditions == QStringList());
}

TEST_CASE("nothing that needs an open workspace works without one", "[session]")
{
    QTemporaryDir folder;
    Session session({folder.path(), kDay});

    CHECK(session.wait(session.undo()).error().code == Error::Code::NotConnected);
    CHECK(session.wait(session.verify()).error().code == Error::Code::NotConnected);
    CHECK(session.wait(session.log(0)).error().code == Error::Code::NotConnected);
    CHECK(session.wait(session.copyTo(folder.path() + u"/x"_s)).error().code == Error::Code::NotConnected);
    CHECK(session.wait(session.history(KpiId(1))).error().code == Error::Code::NotConnected);
}
