// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/engine.h"
#include "core/storage/locks/machinelock.h"
#include "tests/support/shellsql.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace milepost;
using namespace milepost::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Outcome = ByteLocks::Outcome;
using Kind = ByteLocks::Kind;

constexpr ByteLocks::Range kByte{1000, 1};

/// A database with one row, in a folder of its own.
struct Shared
{
    Shared() { CHECK(shell().run("CREATE TABLE t (v); INSERT INTO t VALUES (1);").isEmpty()); }

    QString path() const { return folder.filePath(u"t.milepost"_s); }
    ShellSql shell() const { return ShellSql(path()); }
    std::unique_ptr<Engine> engine() const
    {
        Result<std::unique_ptr<Engine>> opened = Engine::open(path());
        REQUIRE(opened);
        (*opened)->setPatience(0ms);
        return *std::move(opened);
    }

    QTemporaryDir folder;
};

bool isLocked(const Done &done)
{
    return !done && done.error().code == Error::Code::WorkspaceLocked;
}

QByteArray fileIn(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"bytes"_s);
    QFile file(path);
    REQUIRE(file.open(QFile::WriteOnly));
    return QFile::encodeName(path);
}

} // namespace

TEST_CASE("a sqlite3 shell and our connections keep each other out on the same bytes", "[locks]")
{
    const Shared shared;
    const auto ours = shared.engine();
    ShellSql theirs = shared.shell();

    REQUIRE(ours->beginWrite());
    CHECK(theirs.run("SELECT v FROM t;") == "1");
    CHECK(theirs.run("BEGIN IMMEDIATE;").contains("database is locked"));
    REQUIRE(ours->exec(u"UPDATE t SET v=2"_s));
    REQUIRE(ours->commit());
    CHECK(theirs.run("SELECT v FROM t;") == "2");

    CHECK(theirs.run("BEGIN IMMEDIATE; UPDATE t SET v=3;").isEmpty());
    CHECK(isLocked(ours->beginWrite()));
    CHECK(ours->number(u"SELECT v FROM t"_s).value() == 2);
    CHECK(theirs.run("COMMIT;").isEmpty());
    CHECK(ours->number(u"SELECT v FROM t"_s).value() == 3);

    CHECK(theirs.run("BEGIN; SELECT v FROM t;") == "3");
    REQUIRE(ours->beginWrite());
    REQUIRE(ours->exec(u"UPDATE t SET v=4"_s));
    CHECK(isLocked(ours->commit()));
    ShellSql late = shared.shell();
    CHECK(late.run("SELECT v FROM t;").contains("database is locked")); // a writer waits: newcomers do, too
    CHECK(theirs.run("COMMIT;").isEmpty());
    REQUIRE(ours->commit());
    CHECK(late.run("SELECT v FROM t;") == "4");
}

TEST_CASE("two of our connections keep each other out, also within one process", "[locks]")
{
    const Shared shared;
    const auto one = shared.engine();
    const auto two = shared.engine();

    REQUIRE(one->beginWrite());
    CHECK(isLocked(two->beginWrite()));
    CHECK(two->number(u"SELECT v FROM t"_s).value() == 1);
    one->rollback();
    REQUIRE(two->beginRead());
    REQUIRE(two->number(u"SELECT v FROM t"_s));
    REQUIRE(one->beginWrite());
    REQUIRE(one->exec(u"UPDATE t SET v=2"_s));
    CHECK(isLocked(one->commit()));
    two->rollback();
    REQUIRE(one->commit());
    CHECK(two->number(u"SELECT v FROM t"_s).value() == 2);
}

TEST_CASE("closing another descriptor of the file drops none of our locks", "[locks]")
{
    const Shared shared;
    const auto ours = shared.engine();
    ShellSql theirs = shared.shell();
    REQUIRE(ours->beginWrite());

    ::close(::open(QFile::encodeName(shared.path()).constData(), O_RDWR | O_CLOEXEC));
    CHECK(shared.engine()->number(u"SELECT v FROM t"_s).value() == 1);

    CHECK(theirs.run("BEGIN IMMEDIATE;").contains("database is locked"));
}

TEST_CASE("a journal that a killed writer has left is played back by whoever comes next", "[locks]")
{
    const Shared shared;
    {
        ShellSql killed = shared.shell();
        CHECK(
            killed
                .run("PRAGMA cache_size=1; BEGIN IMMEDIATE; UPDATE t SET v=7;"
                     "CREATE TABLE much AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<9999) "
                     "SELECT i, hex(randomblob(50)) FROM n;")
                .isEmpty());
    }
    REQUIRE(QFile::exists(shared.path() + u"-journal"_s));

    const auto ours = shared.engine();

    CHECK(ours->number(u"SELECT v FROM t"_s).value() == 1);
    CHECK(ours->number(u"SELECT count(*) FROM sqlite_schema"_s).value() == 1);
    CHECK_FALSE(QFile::exists(shared.path() + u"-journal"_s));
}

TEST_CASE("a write of any length is committed whole, or taken back whole", "[locks]")
{
    const Shared shared;
    const auto ours = shared.engine();
    const int rows = GENERATE(1, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65, 500);
    const QString count = QString::number(rows);
    const QString longest = u"SELECT max(length(v)) FROM t"_s;
    REQUIRE(ours->beginWrite());
    REQUIRE(ours->exec(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count +
                       u") INSERT INTO t SELECT zeroblob(3000) FROM n"));
    REQUIRE(ours->commit());

    REQUIRE(ours->beginWrite());
    REQUIRE(ours->exec(u"UPDATE t SET v=zeroblob(3001)"_s));
    ours->rollback();
    CHECK(ours->number(longest).value() == 3000);
    REQUIRE(ours->beginWrite());
    REQUIRE(ours->exec(u"UPDATE t SET v=zeroblob(3002)"_s));
    REQUIRE(ours->commit());

    CHECK(ours->number(u"SELECT count(*) FROM t WHERE length(v)=3002"_s).value() == rows + 1);
    CHECK(shared.shell().run("PRAGMA integrity_check;") == "ok");
}

TEST_CASE("a lock that is kept for longer than SQLite asks is given up with the last statement", "[locks]")
{
    const Shared shared;
    const auto ours = shared.engine();
    const auto other = shared.engine();
    REQUIRE(ours->exec(u"INSERT INTO t VALUES (2)"_s));
    {
        Statement reading = ours->prepare("SELECT v FROM t");
        REQUIRE(reading.next());
        REQUIRE(ours->exec(u"UPDATE t SET v=v+1"_s));
        CHECK(isLocked(other->exec(u"UPDATE t SET v=0"_s)));
        REQUIRE(ours->exec(u"UPDATE t SET v=v+1"_s)); // from what SQLite takes for a shared lock
    }
    CHECK(other->number(u"SELECT sum(v) FROM t"_s).value() == 7);
    CHECK(other->exec(u"UPDATE t SET v=0"_s));
}

TEST_CASE("a file that was replaced or removed is noticed without opening it", "[locks]")
{
    const Shared shared;
    const auto ours = shared.engine();
    REQUIRE(ours->isInPlace());
    const QString aside = shared.folder.filePath(u"aside"_s);

    REQUIRE(QFile::rename(shared.path(), aside));
    CHECK_FALSE(ours->isInPlace());
    REQUIRE(QFile::copy(aside, shared.path()));
    CHECK_FALSE(ours->isInPlace());
    const Done begun = ours->beginWrite();
    REQUIRE_FALSE(begun);
    CHECK(begun.error() == Error{Error::Code::WorkspaceReplaced, {shared.path()}});
    REQUIRE(QFile::remove(shared.path()));
    REQUIRE(QFile::rename(aside, shared.path()));
    CHECK(ours->isInPlace());
    REQUIRE(ours->beginWrite());
    REQUIRE(ours->exec(u"UPDATE t SET v=2"_s));
    REQUIRE(ours->commit());
    CHECK(ours->number(u"SELECT v FROM t"_s).value() == 2);
}

TEST_CASE("a lock on bytes is waited for in its queue, and no longer than one has patience", "[locks]")
{
    const QTemporaryDir folder;
    const QByteArray path = fileIn(folder);
    ByteLocks one;
    ByteLocks two;
    REQUIRE(one.open(path, ByteLocks::Access::ReadWrite));
    REQUIRE(two.open(path, ByteLocks::Access::ReadWrite));
    REQUIRE(one.tryLock(kByte, Kind::Exclusive) == Outcome::Taken);
    CHECK(two.tryLock(kByte, Kind::Shared) == Outcome::Busy);
    CHECK(two.isHeldByOther(kByte) == true);
    CHECK(one.isHeldByOther(kByte) == false);

    QElapsedTimer timer;
    timer.start();
    CHECK(two.waitFor(kByte, Kind::Exclusive, 50ms) == Outcome::Busy);
    CHECK(timer.elapsed() >= 50);
    CHECK(timer.elapsed() < 5000);

    std::thread releasing([&one] {
        std::this_thread::sleep_for(50ms);
        one.unlock(kByte);
    });
    CHECK(two.waitFor(kByte, Kind::Exclusive, 20s) == Outcome::Taken);
    CHECK(timer.elapsed() < 15'000);
    releasing.join();
    CHECK(one.isHeldByOther(kByte) == true);
    two.close();
    CHECK(one.isHeldByOther(kByte) == false);
}

TEST_CASE("the machine's lock lets in one at a time, and the one as often as it likes", "[locks]")
{
    const QTemporaryDir folder;
    const QByteArray path = fileIn(folder);
    ByteLocks file;
    REQUIRE(file.open(path, ByteLocks::Access::ReadOnly));
    MachineLock one(file.descriptor(), MachineLock::Use::Everything);
    MachineLock two(file.descriptor(), MachineLock::Use::Everything);
    one.setPatience(0ms);
    two.setPatience(20ms);

    REQUIRE(one.take());
    REQUIRE(one.take());
    CHECK_FALSE(two.take());
    one.release();
    CHECK_FALSE(two.take());
    one.release();
    CHECK(two.take());
    CHECK_FALSE(one.take());
    two.release();
    CHECK(MachineLock::useFor(path) == MachineLock::Use::Nothing);
}

TEST_CASE("after a turn a machine gives others a moment to take theirs", "[locks]")
{
    const QTemporaryDir folder;
    ByteLocks file;
    REQUIRE(file.open(fileIn(folder), ByteLocks::Access::ReadOnly));
    MachineLock machine(file.descriptor(), MachineLock::Use::Turns);
    QElapsedTimer timer;
    timer.start();

    machine.giveWay();
    CHECK(timer.elapsed() < 5000);
    machine.noteTurn();
    timer.start();
    machine.giveWay();
    CHECK(timer.elapsed() >= 30);
    CHECK(timer.elapsed() < 5000);
}

TEST_CASE("with the machine's lock readers and writers of one file take turns", "[locks]")
{
    const Shared shared;
    const auto forced = [&shared] {
        Result<std::unique_ptr<Engine>> opened =
            Engine::open(shared.path(), Engine::Mode::ReadWrite, Engine::Place::Share);
        REQUIRE(opened);
        (*opened)->setPatience(0ms);
        return *std::move(opened);
    };
    const auto one = forced();
    const auto two = forced();

    REQUIRE(one->beginRead());
    REQUIRE(one->number(u"SELECT v FROM t"_s));
    CHECK_FALSE(two->number(u"SELECT v FROM t"_s));
    one->rollback();
    CHECK(two->number(u"SELECT v FROM t"_s).value() == 1);
    REQUIRE(two->beginWrite());
    CHECK(isLocked(one->exec(u"SELECT v FROM t"_s)));
    two->rollback();
    CHECK(one->exec(u"SELECT v FROM t"_s));
}
