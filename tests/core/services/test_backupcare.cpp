// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupcare.h"
#include "core/services/session.h"
#include "core/storage/backups.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

using namespace milepost;
using namespace milepost::tests;
using namespace std::chrono_literals;

namespace {

bool waitUntil(const std::function<bool()> &isSo, int mostMs = 10'000)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo() && clock.elapsed() < mostMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return isSo();
}

/// A folder with a workspace that Ann has founded.
struct Place
{
    Place()
    {
        Session session(options(u"ann"_s));
        REQUIRE(session.wait(session.create(path, u"Org"_s, u"Ann"_s)));
    }
    SessionOptions options(const QString &profile, QDate today = kDay) const
    {
        return {folder.filePath(profile), today};
    }
    QStringList beside() const { return QDir(path + u"-backups"_s).entryList(QDir::Files, QDir::Name); }
    QString here(const Session &session, const QString &profile = u"ann"_s) const
    {
        return folder.filePath(profile) + u"/backups/"_s + session.state().workspace().id.toString();
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"team.milepost"_s);
};

/// Somebody at their window.
struct Window
{
    Window(const Place &place, const QString &profile, QDate today = kDay)
        : session(place.options(profile, today))
        , care(session.backups())
    {
        care.setDelay(0ms);
        QObject::connect(&care, &BackupCare::made, &care,
                         [this](const BackupOutcome &outcome) { outcomes.append(outcome); });
        REQUIRE(session.wait(session.open(place.path, Session::Read::Everything)));
    }
    void addTeam(const QString &name)
    {
        Intent intent;
        intent.decide = [name](Situation &in) { return milepost::addTeam(in, {name, {}}); };
        const QFuture<Result<Receipt>> written = session.submit(std::move(intent));
        REQUIRE(session.wait(written));
    }
    PersonId addPerson(const QString &name)
    {
        Intent intent;
        intent.decide = [name](Situation &in) { return milepost::addPerson(in, {name, {}}); };
        const Result<Receipt> receipt = session.wait(session.submit(std::move(intent)));
        REQUIRE(receipt);
        return receipt->change.edits.of<Person>().added[0].id;
    }
    /// The daily backup, if there is one to be made.
    void look()
    {
        outcomes.clear();
        session.setLive(true);
        waitUntil([&] { return !outcomes.isEmpty(); }, 4500);
        session.setLive(false);
    }
    QList<Backup> all() { return session.wait(care.list()); }
    Backup backUp()
    {
        const BackupOutcome outcome = session.wait(care.make());
        REQUIRE(outcome.isComplete());
        return *outcome.made;
    }
    QStringList teams() const
    {
        QStringList names;
        for (const Team *team : session.state().of<Team>().all())
            names.append(team->name);
        return names;
    }

    Session session;
    BackupCare &care;
    QList<BackupOutcome> outcomes;
};

std::shared_ptr<ImportBatch> batchOf(int points, const QString &board = u"Imported"_s)
{
    auto batch = std::make_shared<ImportBatch>();
    batch->board = board;
    batch->source = u"f.csv"_s;
    batch->series = {u"One"_s};
    for (int i = 0; i < points; ++i)
        batch->points.push_back(
            {0, i + 2, qint32(kDay.addDays(i - points + 1).toJulianDay()), 0, double(i), 0, 0});
    return batch;
}

} // namespace

TEST_CASE("the daily backup is made, and once, though the clock was ten years off on a day before",
          "[backups][clocks]")
{
    const int off = GENERATE(3653, -3653);
    const Place place;
    for (const int day : {0, off, 2, 3}) {
        Window ann(place, u"ann"_s, kDay.addDays(day));
        ann.addTeam(QString::number(day));
        ann.look();
        REQUIRE(ann.outcomes.size() == 1);
        CHECK(ann.outcomes.first().isComplete());
    }
    Window ann(place, u"ann"_s, kDay.addDays(3));
    ann.addTeam(u"More"_s);
    ann.look();
    CHECK(ann.outcomes.isEmpty());
    CHECK(ann.all().size() == 4);
}

TEST_CASE("the first look of a day at a workspace with news makes a backup, and checks it", "[backups]")
{
    const Place place;
    {
        Window ann(place, u"ann"_s);
        CHECK_FALSE(ann.care.lastCheck());
        ann.look();
        REQUIRE(ann.outcomes.size() == 1);
        REQUIRE(ann.outcomes.first().isComplete());
        CHECK(ann.outcomes.first().made->reason == BackupReason::Daily);
        CHECK(ann.outcomes.first().made->seq == ann.session.state().seq);
        CHECK(ann.care.lastCheck() == IntegrityNote{ann.session.now(), 0});
        ann.addTeam(u"Sales"_s);
        ann.look();
        CHECK(ann.outcomes.isEmpty()); // one a day
    }
    {
        Window ann(place, u"ann"_s, kDay.addDays(1));
        ann.look();
        CHECK(ann.outcomes.size() == 1);
    }
    Window ann(place, u"ann"_s, kDay.addDays(2));
    ann.look();
    CHECK(ann.outcomes.isEmpty()); // nothing has come since
    CHECK(place.beside().size() == 2);
}

TEST_CASE("another's backup of the day is taken over instead of making one more", "[backups]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    const PersonId bob = ann.addPerson(u"Bob"_s);
    ann.look();
    REQUIRE(ann.outcomes.size() == 1);

    Window other(place, u"bob"_s);
    REQUIRE(other.session.wait(other.session.join(bob)));
    other.look();
    REQUIRE(other.outcomes.size() == 1);
    CHECK(other.outcomes.first().isComplete());
    CHECK(place.beside().size() == 1);
    CHECK(QDir(place.here(other.session, u"bob"_s)).entryList(QDir::Files) == place.beside());
    CHECK(other.care.lastCheck());
}

TEST_CASE("a visitor makes no backups", "[backups]")
{
    const Place place;
    Window visitor(place, u"nobody"_s);
    visitor.look();
    CHECK(visitor.outcomes.isEmpty());
    const BackupOutcome outcome = visitor.session.wait(visitor.care.make());
    REQUIRE(outcome.failure);
    CHECK(outcome.failure->code == Error::Code::VisitorWrites);
    CHECK_FALSE(QFile::exists(place.path + u"-backups"_s));
}

TEST_CASE("what is found in the daily copy is told, and that copy is no backup", "[backups]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    ann.addTeam(u"Sales"_s);
    REQUIRE(RawSql(place.path).run("UPDATE team SET name='Other'"));
    QList<Verification> found;
    QObject::connect(&ann.care, &BackupCare::checked, &ann.care,
                     [&found](const Verification &verification) { found.append(verification); });
    ann.look();

    REQUIRE(ann.outcomes.size() == 1);
    CHECK_FALSE(ann.outcomes.first().made);
    CHECK(ann.outcomes.first().failure->code == Error::Code::WorkspaceUnsound);
    REQUIRE(found.size() == 1);
    CHECK(found.first().findings.first().kind == Finding::Kind::RowChanged);
    CHECK(ann.care.lastCheck() == IntegrityNote{ann.session.now(), 1});
    CHECK(place.beside().isEmpty());
}

TEST_CASE("before a thousand rows are written a backup is made, and not before fewer", "[backups]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    const qint64 before = ann.session.state().seq;
    REQUIRE(ann.session.wait(ann.session.import(batchOf(999), false)));
    CHECK(ann.all().isEmpty());
    const Result<Session::Imported> imported =
        ann.session.wait(ann.session.import(batchOf(1000, u"Another"_s), false));

    REQUIRE(imported);
    CHECK_FALSE(imported->receipt.noBackup);
    REQUIRE(waitUntil([&] { return !ann.outcomes.isEmpty(); }));
    REQUIRE(ann.outcomes.first().isComplete());
    CHECK(ann.outcomes.first().made->reason == BackupReason::Bulk);
    CHECK(ann.outcomes.first().made->seq == before + 1);
}

TEST_CASE("a backup that cannot be made keeps nobody from writing, and is told", "[backups]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    writeBytes(place.path + u"-backups"_s, "x");
    writeBytes(place.folder.filePath(u"ann/backups"_s), "x");
    const Result<Session::Imported> imported = ann.session.wait(ann.session.import(batchOf(1000), false));

    REQUIRE(imported);
    CHECK(imported->receipt.isWritten());
    REQUIRE(imported->receipt.noBackup);
    CHECK(imported->receipt.noBackup->code == Error::Code::FileUnwritable);
    REQUIRE(waitUntil([&] { return !ann.outcomes.isEmpty(); }));
    CHECK(ann.outcomes.first().failure == imported->receipt.noBackup);
}

TEST_CASE("a backup begun before a bulk change is finished though the program ends", "[backups]")
{
    const Place place;
    {
        Window ann(place, u"ann"_s);
        REQUIRE(ann.session.wait(ann.session.import(batchOf(1000), false)));
    }
    REQUIRE(place.beside().size() == 1);
    CHECK(place.beside().first().endsWith(u"-bulk.milepost"_s));
}

TEST_CASE("what restoring would lose is told by number, author and entry", "[restore]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    const PersonId bob = ann.addPerson(u"Bob"_s);
    Window other(place, u"bob"_s);
    REQUIRE(other.session.wait(other.session.join(bob)));
    const Backup backup = ann.backUp();
    const Result<BackupLoss> nothing = ann.session.wait(ann.care.lossOf(backup));
    REQUIRE(nothing);
    CHECK(nothing->lost == 0);
    ann.addTeam(u"One"_s);
    other.addTeam(u"Two"_s);
    other.addTeam(u"Three"_s);

    const Result<BackupLoss> loss = ann.session.wait(ann.care.lossOf(backup));
    REQUIRE(loss);
    CHECK(loss->since == backup.seq);
    CHECK(loss->lost == 3);
    CHECK(loss->regained == 0);
    REQUIRE(loss->authors.size() == 2);
    CHECK(loss->authors[0] == std::pair(bob, qint64{2}));
    CHECK(loss->authors[1] == std::pair(ann.session.me(), qint64{1}));
    REQUIRE(loss->latest.size() == 3);
    CHECK(loss->latest[0].about == u"Three"_s);
    CHECK(loss->latest[2].about == u"One"_s);
}

TEST_CASE("of entries about boards that one does not see, only their number is told", "[restore]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    const PersonId bob = ann.addPerson(u"Bob"_s);
    Window other(place, u"bob"_s);
    REQUIRE(other.session.wait(other.session.join(bob)));
    const Backup backup = ann.backUp();
    Intent hidden;
    hidden.decide = [](Situation &in) { return addBoard(in, {u"Hidden"_s, Visibility::Private, {}}); };
    const QFuture<Result<Receipt>> secret = other.session.submit(std::move(hidden));
    REQUIRE(other.session.wait(secret));

    const Result<BackupLoss> loss = ann.session.wait(ann.care.lossOf(backup));
    REQUIRE(loss);
    CHECK(loss->lost == 1);
    CHECK(loss->latest.isEmpty());
    const Result<Receipt> refused = ann.session.wait(ann.care.restore(backup));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::NotSeenWhole);
    CHECK(QDir(place.here(ann.session)).entryList({u"*.new-*"_s}).isEmpty());
}

TEST_CASE("one restores, and the other's window follows and is told who it was", "[restore]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    const PersonId bob = ann.addPerson(u"Bob"_s);
    Window other(place, u"bob"_s);
    REQUIRE(other.session.wait(other.session.join(bob)));
    ann.addTeam(u"Kept"_s);
    const Backup backup = ann.backUp();
    ann.addTeam(u"Lost"_s);
    other.addTeam(u"Lost, too"_s);
    const qint64 head = other.session.state().seq;
    QList<ChangeSet> told;
    int reloads = 0;
    QObject::connect(&other.session, &Session::changed, &other.session,
                     [&told](const ChangeSet &change) { told.append(change); });
    QObject::connect(&other.session, &Session::reloaded, &other.session, [&reloads] { ++reloads; });

    const Result<Receipt> receipt = ann.session.wait(ann.care.restore(backup));
    REQUIRE(receipt);
    CHECK(receipt->change.act == Act::Restore);
    CHECK(receipt->change.seq == backup.seq + 1);
    CHECK(ann.teams() == QStringList{u"Kept"_s});
    other.session.setLive(true);
    REQUIRE(waitUntil([&] { return !told.isEmpty(); }));
    CHECK(told.first().act == Act::Restore);
    CHECK(told.first().author == ann.session.me());
    CHECK(reloads == 1);
    CHECK(other.teams() == QStringList{u"Kept"_s});
    CHECK(other.session.condition().isWritable());

    // What was given up is there to be restored itself.
    REQUIRE(waitUntil([&] { return ann.all().size() == 2; }));
    const Backup before = ann.all().value(ann.all().first().reason == BackupReason::Restore ? 0 : 1);
    CHECK(before.reason == BackupReason::Restore);
    CHECK(before.seq == head);
    const Result<BackupLoss> loss = ann.session.wait(ann.care.lossOf(before));
    REQUIRE(loss);
    CHECK(loss->lost == 1); // the restore itself
    CHECK(loss->regained == head - backup.seq);
    REQUIRE(ann.session.wait(ann.care.restore(before)));
    CHECK(ann.teams().size() == 3);
    other.addTeam(u"Next"_s);
    CHECK(other.teams().size() == 4);
    const Result<Verification> verification = other.session.wait(other.session.verify());
    REQUIRE(verification);
    CHECK(verification->findings.isEmpty());
}

TEST_CASE("a restore is no step of undo", "[restore]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    ann.addTeam(u"Kept"_s);
    const Backup backup = ann.backUp();
    ann.addTeam(u"Lost"_s);
    const Result<Receipt> receipt = ann.session.wait(ann.care.restore(backup));
    REQUIRE(receipt);

    const Result<UndoStep> step = ann.session.wait(ann.session.nextUndo());
    REQUIRE(step);
    CHECK(step->act == Act::AddTeam);
    CHECK(step->about == u"Kept"_s);
    CHECK(ann.session.wait(ann.session.takeBack(receipt->change.seq)).error().code ==
          Error::Code::NotUndoable);
}

TEST_CASE("a damaged workspace is restored, and its bytes are kept for rescue", "[restore]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    for (int i = 0; i < 60; ++i)
        ann.addTeam(u"Team %1"_s.arg(i));
    const Backup backup = ann.backUp();
    QFile file(place.path);
    REQUIRE(file.open(QFile::ReadWrite));
    for (qint64 page = 6; page < 20; ++page) { // the tables, not the schema
        REQUIRE(file.seek(page * 4096 + 8));
        REQUIRE(file.write(QByteArray(64, '\x7f')) == 64);
    }
    REQUIRE(file.seek(27)); // SQLite's change counter: else nobody reads anew what they have in memory
    REQUIRE(file.write("~") == 1);
    file.close();
    const QByteArray damaged = bytesOf(place.path);
    const Result<Verification> verification = ann.session.wait(ann.session.verify());
    REQUIRE((!verification || !verification->findings.isEmpty()));

    REQUIRE(ann.session.wait(ann.care.restore(backup)));
    CHECK(ann.session.wait(ann.session.verify())->findings.isEmpty());
    REQUIRE(waitUntil([&] { return ann.all().size() == 2; }));
    const QList<Backup> all = ann.all();
    const auto kept = std::find_if(all.begin(), all.end(),
                                   [](const Backup &one) { return one.reason == BackupReason::Damaged; });
    REQUIRE(kept != all.end());
    CHECK(bytesOf(kept->here) == damaged);
}

TEST_CASE("a restore that is cancelled changes nothing and leaves nothing", "[restore]")
{
    const Place place;
    Window ann(place, u"ann"_s);
    const Backup backup = ann.backUp();
    ann.addTeam(u"Sales"_s);
    const QByteArray before = bytesOf(place.path);
    const Result<Receipt> receipt = ann.session.wait(ann.care.restore(backup, [](double) { return false; }));

    REQUIRE_FALSE(receipt);
    CHECK(receipt.error().code == Error::Code::Cancelled);
    CHECK(bytesOf(place.path) == before);
    CHECK(QDir(place.here(ann.session)).entryList(QDir::Files).size() == 1);
}
