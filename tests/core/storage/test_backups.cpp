// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backups.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QDir>

using namespace milepost;
using namespace milepost::tests;

namespace {

constexpr qint64 kDayMs = 24 * 3'600'000;

/// A workspace with its two folders of backups.
struct Safe
{
    Safe() : store(BackupFolders{desk.path(), desk.path(u"here"_s)}) {}

    BackupOutcome make(BackupReason reason, qint64 now = kNoon) const
    {
        return store.make(desk.file->engine(), reason, now);
    }
    QStringList names(const QString &folder) const { return QDir(folder).entryList(QDir::Files, QDir::Name); }
    QString beside() const { return desk.path() + u"-backups"_s; }
    QString here() const { return desk.path(u"here"_s); }

    Desk desk;
    BackupStore store;
};

bool isSound(const QString &path)
{
    const Result<Verification> verification = verifyFile(path, {});
    return verification && verification->findings.isEmpty();
}

} // namespace

TEST_CASE("a backup is made in both places, verifies, and says in its name what it is", "[backups]")
{
    Safe safe;
    fillEveryTable(safe.desk);
    const BackupOutcome outcome = safe.make(BackupReason::Daily, kNoon + 123);

    REQUIRE(outcome.isComplete());
    const qint64 seq = safe.desk.state().seq;
    const QString name = u"2026-11-22T11-00-00Z-%1-daily.milepost"_s.arg(seq, 9, 10, QChar(u'0'));
    CHECK(outcome.made->here == safe.here() + u'/' + name);
    CHECK(outcome.made->beside == safe.beside() + u'/' + name);
    CHECK(outcome.made->at == kNoon);
    CHECK(outcome.made->seq == seq);
    CHECK(outcome.made->bytes == QFileInfo(outcome.made->here).size());
    CHECK(bytesOf(outcome.made->here) == bytesOf(outcome.made->beside));
    CHECK(isSound(outcome.made->here));
    CHECK(safe.store.all() == QList<Backup>{*outcome.made});
    CHECK(safe.names(safe.here()) == QStringList{name}); // no temporary is left
}

TEST_CASE("nobody else may read the backups on this machine, and the team those beside the file", "[backups]")
{
    using Right = QFileDevice::Permission;
    Safe safe;
    const auto others = Right::ReadGroup | Right::WriteGroup | Right::ReadOther | Right::WriteOther;
    const auto team = Right::ReadOwner | Right::WriteOwner | Right::ReadGroup | Right::WriteGroup;
    REQUIRE(QFile::setPermissions(safe.desk.path(), team));
    const BackupOutcome outcome = safe.make(BackupReason::Manual);

    REQUIRE(outcome.isComplete());
    CHECK_FALSE(QFileInfo(safe.here()).permissions() & others);
    CHECK_FALSE(QFileInfo(outcome.made->here).permissions() & others);
    CHECK(QFileInfo(safe.beside()).permission(team | Right::ExeGroup));
    CHECK(QFileInfo(outcome.made->beside).permission(team));
    CHECK_FALSE(QFileInfo(outcome.made->beside).permissions() & Right::ReadOther);
}

TEST_CASE("where one place cannot be written the other has the backup, and the failure is told", "[backups]")
{
    Safe safe;
    const bool isHere = GENERATE(true, false);
    const QString barred = isHere ? safe.here() : safe.beside();
    writeBytes(barred, "a file where the folder would be");
    const BackupOutcome outcome = safe.make(BackupReason::Daily);

    REQUIRE(outcome.made);
    REQUIRE(outcome.failure);
    CHECK(outcome.failure->code == Error::Code::FileUnwritable);
    CHECK(outcome.failure->values.value(0).startsWith(barred));
    CHECK(outcome.made->here.isEmpty() == isHere);
    CHECK(outcome.made->beside.isEmpty() != isHere);
    CHECK(isSound(outcome.made->path()));
}

TEST_CASE("where neither place can be written there is no backup, and it is said why", "[backups]")
{
    Safe safe;
    writeBytes(safe.here(), "x");
    writeBytes(safe.beside(), "x");
    const BackupOutcome outcome = safe.make(BackupReason::Daily);
    CHECK_FALSE(outcome.made);
    REQUIRE(outcome.failure);
    CHECK(outcome.failure->code == Error::Code::FileUnwritable);
}

TEST_CASE("a workspace that does not verify neither becomes a backup nor makes one go", "[backups]")
{
    Safe safe;
    safe.desk.team(u"Sales"_s);
    for (int i = 0; i < 3; ++i)
        REQUIRE(safe.make(BackupReason::Daily, kNoon + i * 60'000).made);
    const QList<Backup> before = safe.store.all();
    REQUIRE(before.size() == 1); // of an hour the last
    REQUIRE(RawSql(safe.desk.path()).run("UPDATE team SET name='Other'"));
    const BackupOutcome outcome = safe.make(BackupReason::Daily, kNoon + 40 * kDayMs);

    CHECK_FALSE(outcome.made);
    REQUIRE(outcome.failure);
    CHECK(outcome.failure->code == Error::Code::WorkspaceUnsound);
    CHECK(safe.store.all() == before);
    CHECK(safe.names(safe.here()).size() == 1);
    CHECK(safe.names(safe.beside()).size() == 1);
}

TEST_CASE("the state before a restore is kept also if it does not verify, for rescue", "[backups]")
{
    Safe safe;
    safe.desk.team(u"Sales"_s);
    REQUIRE(RawSql(safe.desk.path()).run("UPDATE team SET name='Other'"));
    const BackupOutcome outcome = safe.make(BackupReason::Restore);

    REQUIRE(outcome.made);
    CHECK(outcome.made->reason == BackupReason::Damaged);
    CHECK(safe.store.all() == QList<Backup>{*outcome.made});
}

TEST_CASE("the bytes of a file are kept as they are", "[backups]")
{
    Safe safe;
    fillEveryTable(safe.desk);
    const Result<BackupStore::Taken> taken = safe.store.takeBytes(safe.desk.file->engine(), kNoon);
    REQUIRE(taken);
    const BackupStore::Kept kept = safe.store.keep(*taken, kNoon);
    REQUIRE(kept.outcome.isComplete());
    CHECK(bytesOf(kept.outcome.made->beside) == bytesOf(safe.desk.path()));
}

TEST_CASE("two backups of one second and entry are one", "[backups]")
{
    Safe safe;
    REQUIRE(safe.make(BackupReason::Manual).isComplete());
    REQUIRE(safe.make(BackupReason::Manual).isComplete());
    CHECK(safe.store.all().size() == 1);
    CHECK(safe.names(safe.beside()).size() == 1);
}

TEST_CASE("another's backup beside the file is taken over, and leftovers and strangers are no backups",
          "[backups]")
{
    Safe safe;
    const BackupStore others(BackupFolders{safe.desk.path(), {}});
    const BackupOutcome theirs = others.make(safe.desk.file->engine(), BackupReason::Daily, kNoon);
    REQUIRE(theirs.isComplete());
    writeBytes(safe.beside() + u"/notes.milepost"_s, "x");
    writeBytes(safe.beside() + u"/2026-11-22T11-00-00Z-000000001-daily.milepost.new-1f"_s, "x");
    writeBytes(safe.beside() + u"/2026-11-22T11-00-00Z-000000001-weekly.milepost"_s, "x");
    writeBytes(safe.beside() + u"/2026-13-22T11-00-00Z-000000001-daily.milepost"_s, "x");

    REQUIRE(safe.store.all() == QList<Backup>{*theirs.made});
    const BackupOutcome fetched = safe.store.fetch(*theirs.made, kNoon).outcome;
    REQUIRE(fetched.isComplete());
    CHECK(safe.store.all() == QList<Backup>{*fetched.made});
    CHECK(bytesOf(fetched.made->here) == bytesOf(theirs.made->beside));
    CHECK(QFile::exists(safe.beside() + u"/notes.milepost"_s));
}

TEST_CASE("what a killed program left in the folders goes after a day", "[backups]")
{
    Safe safe;
    REQUIRE(safe.make(BackupReason::Daily).isComplete());
    const QString old = safe.beside() + u"/2026-11-20T11-00-00Z-000000001-daily.milepost.new-1f"_s;
    const QString fresh = safe.beside() + u"/2026-11-22T11-00-00Z-000000001-daily.milepost.new-2f"_s;
    writeBytes(old, "x");
    writeBytes(fresh, "x");
    QFile file(old);
    REQUIRE(file.open(QFile::ReadWrite));
    REQUIRE(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
    file.close();
    REQUIRE(safe.make(BackupReason::Daily, kNoon + 60'000).isComplete());

    CHECK_FALSE(QFile::exists(old));
    CHECK(QFile::exists(fresh));
}

TEST_CASE("thirty-five days of use leave the hours of the last days and one backup for each of thirty",
          "[backups]")
{
    Safe safe;
    for (int day = 0; day < 35; ++day)
        for (int hour = 0; hour < 3; ++hour) {
            const qint64 now = kNoon + day * kDayMs + hour * 3'600'000;
            REQUIRE(safe.make(hour == 0 ? BackupReason::Daily : BackupReason::Bulk, now).isComplete());
        }
    const QList<Backup> left = safe.store.all();
    // Three an hour apart on each of the last eight days, and before them the last of each of 22.
    REQUIRE(left.size() == 8 * 3 + 22);
    CHECK(left.first().at == kNoon + 34 * kDayMs + 2 * 3'600'000);
    CHECK(left.last().at == kNoon + 5 * kDayMs + 2 * 3'600'000);
}
