// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/rawsql.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace milepost::test;
using milepost::tests::RawSql;

TEST_CASE("status tells how the file is to be had, who is there, and what is kept of it", "[live]")
{
    const Shell shell;
    shell.found();
    const QJsonObject status = shell.ok(words("status"));

    CHECK(status.keys() == QStringList{u"backups"_s, u"integrity"_s, u"last_seq"_s, u"mode"_s, u"peers"_s,
                                       u"queue"_s, u"why"_s});
    CHECK(status[u"mode"_s] == u"write"_s);
    CHECK(status[u"why"_s].isNull());
    CHECK(status[u"queue"_s] == 0);
    CHECK(status[u"last_seq"_s] == shell.ok(words("log"))[u"entries"_s].toArray().last()[u"seq"_s]);
    CHECK(status[u"integrity"_s].isNull());
    CHECK(status[u"backups"_s].toArray().isEmpty());
    const QJsonArray peers = status[u"peers"_s].toArray();
    REQUIRE(peers.size() == 1);
    CHECK(peers[0][u"self"_s] == true);
    CHECK(peers[0][u"person"_s] == u"Ann"_s);
}

TEST_CASE("an import of a thousand rows leaves a backup, which status lists", "[live]")
{
    const Shell shell;
    shell.found();
    const QJsonValue before = shell.ok(words("status"))[u"last_seq"_s];
    QByteArray csv = "date,v\n";
    for (int i = 0; i < 1000; ++i)
        csv += QDate(2020, 1, 1).addDays(i).toString(Qt::ISODate).toLatin1() + ',' + QByteArray::number(i) +
               '\n';
    shell.write(u"many.csv"_s, csv);
    shell.ok(words("import many.csv --board Support --date date --value v --name Many"));

    const QJsonArray backups = shell.ok(words("status"))[u"backups"_s].toArray();
    REQUIRE(backups.size() == 1);
    const QJsonObject backup = backups[0].toObject();
    CHECK(backup[u"seq"_s] == before);
    CHECK(backup[u"reason"_s] == u"bulk"_s);
    CHECK(QFile(backup[u"here"_s].toString()).size() == backup[u"bytes"_s].toInteger());
    CHECK(QFile(backup[u"beside"_s].toString()).size() == backup[u"bytes"_s].toInteger());
}

TEST_CASE("a file that may only be read has mode read, and why", "[live]")
{
    const Shell shell;
    shell.found();
    REQUIRE(QFile::setPermissions(shell.path(u"W.milepost"_s), QFile::ReadOwner));
    if (QFileInfo(shell.path(u"W.milepost"_s)).isWritable())
        return; // whoever may do everything
    const QJsonObject status = shell.ok(words("status"));
    CHECK(status[u"mode"_s] == u"read"_s);
    CHECK(status[u"why"_s].toString().endsWith(u'.'));
}

TEST_CASE("verify and check find an index that does not fit its table", "[live]")
{
    const Shell shell;
    shell.found();
    const QJsonObject whole = shell.ok(words("check"));
    CHECK(whole[u"ok"_s] == true);
    CHECK(whole[u"entries"_s] == shell.ok(words("verify"))[u"entries"_s]);
    const QString path = shell.path(u"W.milepost"_s);
    const auto describe = [&path](const QByteArray &columns) {
        RawSql raw(path);
        REQUIRE(raw.run("PRAGMA writable_schema=ON"));
        REQUIRE(raw.run("UPDATE sqlite_schema SET sql='CREATE INDEX journal_by_author ON journal (" +
                        columns + ")' WHERE name='journal_by_author'"));
    };
    describe("at, seq");
    REQUIRE(RawSql(path).run("REINDEX journal_by_author"));
    describe("author, seq");
    const char *const command = GENERATE("verify", "check");
    const Answer answer = shell(words(command));
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(answer.json()[u"ok"_s] == false);
    const QJsonObject problem = answer.json()[u"problems"_s].toArray().first().toObject();
    CHECK(problem[u"kind"_s] == u"file_damaged"_s);
    CHECK(problem[u"text"_s].toString().contains(u"journal_by_author"_s));
}

TEST_CASE("a command that was killed while it waited is finished by the next one, which says so", "[live]")
{
    const Shell shell;
    shell.found();
    RawSql other(shell.path(u"W.milepost"_s));
    REQUIRE(other.run("BEGIN IMMEDIATE"));
    const std::unique_ptr<QProcess> killed = shell.begin(words("team add Sales"));
    const QString outbox = shell.path(u"ann/outbox"_s);
    const auto isKept = [&outbox] {
        QDirIterator files(outbox, QDir::Files, QDirIterator::Subdirectories);
        QFile file(files.hasNext() ? files.next() : QString());
        return file.open(QFile::ReadOnly) && file.readAll().contains("Sales");
    };
    while (!isKept())
        REQUIRE_FALSE(killed->waitForFinished(20));
    killed->kill();
    REQUIRE(killed->waitForFinished(10'000));
    REQUIRE(other.run("ROLLBACK"));

    const Answer answer = shell(words("team add Service"));
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 0);
    CHECK(answer.complaints() == 1);
    CHECK(answer.err.contains("is saved: Add team Sales"));
    CHECK(RawSql(shell.path(u"W.milepost"_s)).value("SELECT count(*) FROM team WHERE name='Sales'") == "1");
    CHECK(shell(words("team add Support")).err.isEmpty());
}

TEST_CASE("watch tells each change of others as a line until it is interrupted", "[live]")
{
    const Shell shell;
    shell.found();
    const std::unique_ptr<QProcess> watch = shell.begin(words("watch"));
    while (shell.ok(words("status"))[u"peers"_s].toArray().size() < 2)
        REQUIRE(watch->state() == QProcess::Running);
    shell.ok(words("team add Sales"));
    shell.ok(words("team add Service"));
    QByteArrayList lines;
    while (lines.size() < 2 && watch->waitForReadyRead(15'000))
        while (watch->canReadLine())
            lines << watch->readLine();
    REQUIRE(lines.size() == 2);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    CHECK(first[u"what"_s] == u"add_team"_s);
    CHECK(first[u"author"_s] == u"Ann"_s);
    CHECK(first[u"text"_s] == u"Add team Sales"_s);
    CHECK(QJsonDocument::fromJson(lines[1]).object()[u"text"_s] == u"Add team Service"_s);

    watch->terminate();
    REQUIRE(watch->waitForFinished(10'000));
    CHECK(watch->exitStatus() == QProcess::NormalExit);
    CHECK(watch->exitCode() == 0);
}
