// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/placing.h"
#include "core/storage/restoring.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QDir>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace milepost;
using namespace milepost::tests;
using namespace std::chrono_literals;

namespace {

/// A workspace with its backups.
struct Safe
{
    Safe() : store(BackupFolders{desk.path(), desk.path(u"here"_s)}) {}

    Backup backup()
    {
        now += 3'600'000; // of an hour only the last is kept
        const BackupOutcome outcome = store.make(desk.file->engine(), BackupReason::Daily, now);
        REQUIRE(outcome.isComplete());
        return *outcome.made;
    }
    Result<restoring::Prepared> prepare(const Backup &backup) const
    {
        return restoring::prepare(backup, desk.path(u"here"_s), desk.state().workspace().id, {});
    }
    Result<JournalEntry> put(const restoring::Prepared &prepared)
    {
        const QByteArray writeId = QByteArray::number(++writes).rightJustified(16, 'r');
        const WorkspaceFile &file = *desk.file;
        const Engine::Turn turn(file.engine());
        Result<JournalEntry> entry = restoring::putInPlace(file.engine(), prepared, {desk.ann, now, writeId},
                                                           {file.state().seq, file.headHash()});
        placing::discard(prepared.path);
        return entry;
    }
    JournalEntry restore(const Backup &backup)
    {
        const Result<restoring::Prepared> prepared = prepare(backup);
        REQUIRE(prepared);
        const Result<JournalEntry> entry = put(*prepared);
        REQUIRE(entry);
        REQUIRE(desk.file->catchUp());
        return *entry;
    }

    Desk desk;
    BackupStore store;
    qint64 now = kNoon;
    int writes = 0;
};

std::unique_ptr<WorkspaceFile> another(const Desk &desk)
{
    Result<std::unique_ptr<WorkspaceFile>> opened = WorkspaceFile::open(desk.path());
    REQUIRE(opened);
    REQUIRE((*opened)->loadStructure());
    return *std::move(opened);
}

Result<WorkspaceFile::Written> addTeamBy(WorkspaceFile &file, PersonId person, const QString &name)
{
    static int count = 0;
    WorkspaceFile::Request request;
    request.writer = {person, kDay, kNoon};
    request.writeId = QByteArray::number(++count).rightJustified(16, 'x');
    request.firstId = 50'000'000 + count * 1000;
    request.decide = [name](Situation &in) { return addTeam(in, {name, {}}); };
    return file.write(request);
}

QStringList teamsIn(const WorkspaceFile &file)
{
    QStringList names;
    for (const Team *team : file.state().of<Team>().all())
        names.append(team->name);
    names.sort();
    return names;
}

bool isSound(const QString &path)
{
    const Result<Verification> verification = verifyFile(path, {});
    return verification && verification->findings.isEmpty();
}

/// Puts the bytes of an older state over the file without a word, as another tool would.
void rollBack(const Desk &desk, const Backup &backup)
{
    const Result<std::unique_ptr<Engine>> older = Engine::open(backup.here, Engine::Mode::ReadOnly);
    REQUIRE(older);
    REQUIRE(desk.file->engine().overwriteWith(**older));
}

} // namespace

TEST_CASE("a restored backup is the state of then, with an entry that tells what was given up", "[restore]")
{
    Safe safe;
    safe.desk.team(u"Kept"_s);
    const Backup backup = safe.backup();
    const WorkingSet then = safe.desk.state();
    safe.desk.team(u"Lost"_s);
    const qint64 head = safe.desk.state().seq;
    const QByteArray hash = safe.desk.file->headHash();
    const JournalEntry entry = safe.restore(backup);

    CHECK(entry.act == wordOf(Act::Restore).toLatin1());
    CHECK(entry.seq == backup.seq + 1);
    const QVariantMap values = unpackDetails(entry.details);
    CHECK(values.value(u"from"_s).toLongLong() == backup.seq);
    CHECK(values.value(u"abandoned"_s).toLongLong() == head);
    CHECK(values.value(u"abandonedHash"_s).toString().toLatin1() == hash.toHex());
    CHECK(values.value(u"backupAt"_s).toLongLong() == backup.at);
    CHECK(teamsIn(*safe.desk.file) == QStringList{u"Kept"_s});
    CHECK(safe.desk.state().of<Team>().all().size() == then.of<Team>().all().size());
    CHECK(isSound(safe.desk.path()));

    safe.desk.team(u"Next"_s); // and work goes on
    CHECK(isSound(safe.desk.path()));
}

TEST_CASE("others who have the workspace open follow a restore, also in the middle of a write", "[restore]")
{
    Safe safe;
    safe.desk.team(u"Kept"_s);
    const Backup backup = safe.backup();
    safe.desk.team(u"Lost"_s);
    const std::unique_ptr<WorkspaceFile> other = another(safe.desk);
    const std::unique_ptr<WorkspaceFile> writer = another(safe.desk);
    REQUIRE(addTeamBy(*writer, safe.desk.ann, u"Lost, too"_s));
    REQUIRE(other->catchUp());
    const JournalEntry entry = safe.restore(backup);

    const Result<bool> hasNews = other->hasNews();
    REQUIRE(hasNews);
    CHECK(*hasNews);
    const Result<QList<ChangeSet>> news = other->catchUp();
    REQUIRE(news);
    REQUIRE(news->size() == 1);
    CHECK(news->first().act == Act::Restore);
    CHECK(news->first().author == safe.desk.ann);
    CHECK(news->first().isTooLarge);
    CHECK(teamsIn(*other) == QStringList{u"Kept"_s});
    CHECK(other->state().seq == entry.seq);

    REQUIRE(addTeamBy(*writer, safe.desk.ann, u"New"_s));
    CHECK(teamsIn(*writer) == QStringList{u"Kept"_s, u"New"_s});
    CHECK(isSound(safe.desk.path()));
}

TEST_CASE("a restore is noticed also where the file has come to the same number again", "[restore]")
{
    Safe safe;
    const Backup backup = safe.backup();
    safe.desk.team(u"Lost"_s);
    safe.desk.team(u"Lost, too"_s);
    const std::unique_ptr<WorkspaceFile> asleep = another(safe.desk);
    safe.restore(backup);
    safe.desk.team(u"New"_s);
    REQUIRE(safe.desk.state().seq == asleep->state().seq);

    const Result<QList<ChangeSet>> news = asleep->catchUp();
    REQUIRE(news);
    CHECK(news->size() == 2);
    CHECK(teamsIn(*asleep) == QStringList{u"New"_s});
}

TEST_CASE("who slept through several restores follows the last of them", "[restore]")
{
    Safe safe;
    const Backup first = safe.backup();
    safe.desk.team(u"One"_s);
    const Backup second = safe.backup();
    for (int i = 0; i < 5; ++i)
        safe.desk.team(u"Lost %1"_s.arg(i));
    const std::unique_ptr<WorkspaceFile> asleep = another(safe.desk);
    safe.restore(second);
    safe.desk.team(u"Between"_s);
    // Gives up far fewer entries than the one who sleeps has seen, and the entry of the restore before.
    const JournalEntry last = safe.restore(first);

    CHECK(unpackDetails(last.details).value(u"abandoned"_s).toLongLong() < asleep->state().seq);
    REQUIRE(asleep->catchUp());
    CHECK(teamsIn(*asleep).isEmpty());
}

TEST_CASE("a restored backup can be taken back by restoring the state before", "[restore]")
{
    Safe safe;
    const Backup backup = safe.backup();
    safe.desk.team(u"Lost"_s);
    const Backup before = safe.backup();
    const std::unique_ptr<WorkspaceFile> other = another(safe.desk);
    const std::unique_ptr<WorkspaceFile> asleep = another(safe.desk);
    safe.restore(backup);
    REQUIRE(other->catchUp());
    safe.restore(before);

    REQUIRE(other->catchUp());
    CHECK(teamsIn(*other) == QStringList{u"Lost"_s});
    REQUIRE(asleep->catchUp());
    CHECK(teamsIn(*asleep) == QStringList{u"Lost"_s});
    CHECK(isSound(safe.desk.path()));
}

TEST_CASE("a file that was rolled back without such an entry is neither followed nor written", "[restore]")
{
    Safe safe;
    const Backup backup = safe.backup();
    safe.desk.team(u"Gone"_s);
    const std::unique_ptr<WorkspaceFile> other = another(safe.desk);
    rollBack(safe.desk, backup);
    const QByteArray rolledBack = bytesOf(safe.desk.path());

    const Result<QList<ChangeSet>> news = other->catchUp();
    REQUIRE_FALSE(news);
    CHECK(news.error().code == Error::Code::WorkspaceReplaced);
    const Result<WorkspaceFile::Written> written = addTeamBy(*other, safe.desk.ann, u"T"_s);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == Error::Code::WorkspaceReplaced);
    CHECK(other->loadStructure().error().code == Error::Code::WorkspaceReplaced);
    CHECK(other->reconnect().error().code == Error::Code::WorkspaceReplaced);
    CHECK(bytesOf(safe.desk.path()) == rolledBack);
    CHECK(teamsIn(*other) == QStringList{u"Gone"_s}); // what was seen is still there to look at
}

TEST_CASE("a restore that gave up less than was seen is a rollback to who saw more", "[restore]")
{
    Safe safe;
    safe.desk.team(u"Kept"_s);
    const Backup first = safe.backup();
    safe.desk.team(u"Seen"_s);
    const Backup second = safe.backup();
    safe.desk.team(u"Seen, too"_s);
    const std::unique_ptr<WorkspaceFile> other = another(safe.desk);
    rollBack(safe.desk, second);
    safe.desk.open(); // and knows nothing of it
    safe.restore(first);

    const Result<QList<ChangeSet>> news = other->catchUp();
    REQUIRE_FALSE(news);
    CHECK(news.error().code == Error::Code::WorkspaceReplaced);
}

TEST_CASE("after a file was away, a restored one is gone on with", "[restore]")
{
    Safe safe;
    const Backup backup = safe.backup();
    safe.desk.team(u"Lost"_s);
    const std::unique_ptr<WorkspaceFile> other = another(safe.desk);
    safe.restore(backup);

    REQUIRE(other->reconnect());
    REQUIRE(other->catchUp());
    CHECK(teamsIn(*other).isEmpty());
}

TEST_CASE("a damaged row is mended by restoring the backup of the same entry, for everybody", "[restore]")
{
    Safe safe;
    safe.desk.team(u"Sales"_s);
    const Backup backup = safe.backup();
    REQUIRE(RawSql(safe.desk.path()).run("UPDATE team SET name='Other'"));
    const std::unique_ptr<WorkspaceFile> other = another(safe.desk);
    REQUIRE(teamsIn(*other) == QStringList{u"Other"_s});
    safe.restore(backup);

    REQUIRE(other->catchUp());
    CHECK(teamsIn(*other) == QStringList{u"Sales"_s});
    CHECK(isSound(safe.desk.path()));
}

TEST_CASE("what is no sound backup of this workspace is not restored", "[restore]")
{
    Safe safe;
    safe.desk.team(u"Sales"_s);
    Backup backup = safe.backup();
    const QByteArray before = bytesOf(safe.desk.path());
    Error::Code expected = Error::Code::BackupUnsound;

    SECTION("a row was changed")
    {
        REQUIRE(RawSql(backup.here).run("UPDATE team SET name='Other'"));
    }
    SECTION("cut short")
    {
        const QByteArray bytes = bytesOf(backup.here);
        writeBytes(backup.here, bytes.left(bytes.size() / 2));
    }
    SECTION("no database")
    {
        writeBytes(backup.here, "This is no database, but some text.");
    }
    SECTION("of another workspace")
    {
        REQUIRE(RawSql(backup.here).run("PRAGMA defer_foreign_keys=ON; UPDATE workspace SET id=id+1"));
        expected = Error::Code::BackupForeign;
    }
    SECTION("of a newer program")
    {
        REQUIRE(RawSql(backup.here).run("PRAGMA user_version=99"));
        expected = Error::Code::WorkspaceNewer;
    }
    SECTION("gone")
    {
        REQUIRE(QFile::remove(backup.here));
        expected = Error::Code::FileMissing;
    }

    const Result<restoring::Prepared> prepared = safe.prepare(backup);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().code == expected);
    CHECK(prepared.error().values.value(0) == backup.here);
    CHECK(bytesOf(safe.desk.path()) == before);
    CHECK(QDir(safe.desk.path(u"here"_s)).entryList({u"*.new-*"_s}).isEmpty());
}

TEST_CASE("a program that is killed while it restores leaves the old state or the new one", "[restore]")
{
    Safe safe;
    const Backup few = safe.backup();
    for (int i = 0; i < 200; ++i)
        safe.desk.team(u"Team %1"_s.arg(i));
    const Backup many = safe.backup();
    const QString path = safe.desk.path();
    safe.desk.file.reset();

    const auto restoreForEver = [&] {
        const Result<std::unique_ptr<Engine>> live = Engine::open(path);
        for (bool isFew = true; live; isFew = !isFew) {
            const Result<std::unique_ptr<Engine>> source =
                Engine::open((isFew ? few : many).here, Engine::Mode::ReadOnly);
            if (!source || !(*live)->overwriteWith(**source))
                return;
        }
    };
    QSet<qint64> met;
    int journals = 0;
    for (int kill = 0; kill < 40; ++kill) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            restoreForEver();
            ::_exit(1);
        }
        std::this_thread::sleep_for(10ms + kill * 1ms);
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status)); // it had not given up
        journals += QFile::exists(path + u"-journal"_s) ? 1 : 0;

        REQUIRE(isSound(path)); // and whoever opens it to write takes back what is half done
        const Result<BackupContent> content = contentOf(path);
        REQUIRE(content);
        CHECK((content->seq == few.seq || content->seq == many.seq));
        met.insert(content->seq);
    }
    CHECK(met.size() == 2);
    CHECK(journals > 0); // some were killed in the middle
}
