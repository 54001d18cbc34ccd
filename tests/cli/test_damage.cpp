// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/rawsql.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace milepost::test;
using milepost::tests::RawSql;

namespace {

/// So many days of values, more than SQLite keeps in its memory before it writes.
QByteArray manyRows(int rows)
{
    QByteArray csv = "date,s,v\n";
    for (int i = 0; i < rows; ++i)
        csv += QDate(1990, 1, 1).addDays(i % 10'000).toString(Qt::ISODate).toLatin1() + ",S" +
               QByteArray::number(i / 10'000) + ',' + QByteArray::number(i) + '\n';
    return csv;
}

QStringList filesOf(const Shell &shell)
{
    return QDir(shell.path(u""_s)).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

TEST_CASE("an import that the disk has no room for leaves the file as it was, and nothing beside it",
          "[damage]")
{
    const Shell shell;
    shell.found();
    shell.write(u"many.csv"_s, manyRows(300'000));
    const QByteArray before = shell.read(u"W.milepost"_s);
    const QStringList files = filesOf(shell);
    const int kilobytes = GENERATE(6'000, 30'000);

    const Answer answer = shell.runLimited(
        kilobytes, words("-w W.milepost --profile ann --json import many.csv --board Support --date date "
                         "--series s --value v"));

    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(answer.err.contains("“W.milepost”"));
    CHECK(shell.read(u"W.milepost"_s) == before);
    CHECK(filesOf(shell) == files);
    CHECK(shell.ok(words("verify"))[u"ok"_s] == true);
}

TEST_CASE("verify answers with one object also where SQLite cannot read the file", "[damage]")
{
    const Shell shell;
    shell.found();
    const QByteArray whole = shell.read(u"W.milepost"_s);
    QByteArray zeros = whole;
    zeros.replace(qsizetype{3} * 4096, 4096, QByteArray(4096, '\0'));
    const QByteArray bytes = GENERATE_COPY(whole.left(whole.size() / 2), whole.left(5'000), zeros);
    shell.write(u"W.milepost"_s, bytes);

    const Answer answer = shell(words("verify"));

    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    const QJsonObject object = answer.json();
    CHECK(object[u"ok"_s] == false);
    CHECK(object[u"entries"_s].isDouble());
    CHECK(object[u"rows"_s].isDouble());
    const QJsonArray problems = object[u"problems"_s].toArray();
    REQUIRE_FALSE(problems.isEmpty());
    const QJsonObject last = problems.last().toObject();
    CHECK(last[u"kind"_s] == u"file_damaged"_s);
    CHECK(last[u"id"_s].isNull());
    CHECK(last[u"text"_s].toString().startsWith(u"The file itself is damaged"));
    CHECK(shell.read(u"W.milepost"_s) == bytes);
}

TEST_CASE("verify names the table that was dropped", "[damage]")
{
    const Shell shell;
    shell.found();
    REQUIRE(
        RawSql(shell.path(u"W.milepost"_s)).run("PRAGMA legacy_alter_table=ON; ALTER TABLE kpi RENAME TO k"));

    const Answer answer = shell(words("verify"));

    CHECK(answer.exit == 1);
    const QJsonObject problem = answer.json()[u"problems"_s].toArray().first().toObject();
    CHECK(problem[u"kind"_s] == u"schema"_s);
    CHECK(problem[u"table"_s] == u"kpi"_s);
}

TEST_CASE("a file that says that it is of a newer schema is shown by nobody older", "[damage]")
{
    const Shell shell;
    shell.found();
    REQUIRE(RawSql(shell.path(u"W.milepost"_s)).run("PRAGMA user_version=99"));
    const QByteArray before = shell.read(u"W.milepost"_s);

    for (const char *const line : {"show", "board add X", "export x.json", "backup x"}) {
        const Answer answer = shell(words(line));
        CHECK(answer.exit == 1);
        CHECK(answer.out.isEmpty());
        CHECK(answer.err.contains("newer Milepost"));
    }
    CHECK(shell.read(u"W.milepost"_s) == before);
    const QJsonObject problem = shell(words("verify")).json()[u"problems"_s].toArray().first().toObject();
    CHECK(problem[u"kind"_s] == u"header"_s);
}

TEST_CASE("a workspace that the disk has no room for leaves nothing", "[damage]")
{
    const Shell shell;
    const char *const line = GENERATE("new --name Acme --person Ann", "demo --people 8 --weeks 8");

    const Answer answer = shell.runLimited(40, words("-w W.milepost --profile ann --json") + words(line));

    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(answer.err.contains("“W.milepost”"));
    CHECK(filesOf(shell).isEmpty());
}

TEST_CASE("an export that the disk has no room for leaves nothing", "[damage]")
{
    const Shell shell;
    shell.found();
    const QStringList files = filesOf(shell);

    const Answer answer = shell.runLimited(1, words("-w W.milepost --profile ann --json export out.json"));

    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(filesOf(shell) == files);
}

TEST_CASE("a profile that has no room for one more keeps those it has", "[damage]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("person add Cyd"));
    const QByteArray profile = shell.read(u"ann/profile.ini"_s);
    const QByteArray before = shell.read(u"W.milepost"_s);

    const Answer answer = shell.runLimited(1, words("-w W.milepost --profile ann --json join Cyd"));

    CHECK(answer.exit == 1);
    CHECK(answer.err.contains("ann/")); // the profile, or what it keeps of what is on its way
    CHECK(shell.read(u"ann/profile.ini"_s) == profile);
    CHECK(shell.read(u"W.milepost"_s) == before);
}

TEST_CASE("a backup that the disk has no room for names its target and leaves nothing", "[damage]")
{
    const Shell shell;
    shell.ok(words("--today 2026-03-10 demo --people 8 --weeks 8"));
    shell.ok(words("backup first.milepost")); // it takes a turn, which stays a file
    const QStringList files = filesOf(shell);

    const Answer answer =
        shell.runLimited(100, words("-w W.milepost --profile ann --json backup copy.milepost"));

    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(answer.err.contains("“copy.milepost” is full"));
    CHECK(filesOf(shell) == files);
}

TEST_CASE("a backup takes any name as the name of a file", "[damage]")
{
    const Shell shell;
    shell.found();

    shell.ok(words("backup file:a.bak?mode=memory"));
    CHECK(shell.run(words("-w file:a.bak?mode=memory --profile ann show")).exit == 0);
    CHECK(filesOf(shell).contains(u"file:a.bak?mode=memory"_s));
    for (const char *const line : {"backup ''", "export ''"}) {
        const Answer answer = shell(words(line));
        CHECK(answer.exit == 2);
        CHECK(answer.complaints() == 1);
        CHECK(answer.err.contains("OUT needs the name of a file"));
    }
}

TEST_CASE("a workspace that does not verify is neither backed up nor exported", "[damage]")
{
    const Shell shell;
    shell.found();
    REQUIRE(RawSql(shell.path(u"W.milepost"_s)).run("UPDATE board SET name='Bored'"));
    const QStringList files = filesOf(shell);

    for (const char *const line : {"backup copy", "export copy"}) {
        const Answer answer = shell(words(line));
        CHECK(answer.exit == 1);
        CHECK(answer.complaints() == 1);
        CHECK(answer.err.contains("“W.milepost” is damaged"));
        CHECK(answer.err.contains("milepostctl verify"));
    }
    CHECK(filesOf(shell) == files);
}

TEST_CASE("a backup is refused to whoever may not export", "[damage]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("board add Hidden --private"));

    for (const QString &who : {u"bob"_s, u"visitor"_s}) {
        const Answer backup = shell.as(who, words("backup copy"));
        const Answer copy = shell.as(who, words("export copy"));
        CHECK(backup.exit == 1);
        CHECK(backup.err == copy.err);
        CHECK_FALSE(QFile::exists(shell.path(u"copy"_s)));
    }
    shell.ok(words("backup copy"));
}

TEST_CASE("whoever cannot be remembered makes no workspace and joins none", "[damage]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("person add Cyd"));
    const QByteArray before = shell.read(u"W.milepost"_s);
    REQUIRE(QDir(shell.path(u""_s)).mkpath(u"cyd/profile.ini"_s));

    const Answer joined = shell.as(u"cyd"_s, words("join Cyd"));
    const Answer made = shell.run(words("-w New.milepost --profile cyd new --name Acme --person Cyd"));
    const Answer demo = shell.run(words("-w New.milepost --profile cyd demo --people 3 --weeks 2"));

    for (const Answer &answer : {joined, made, demo}) {
        INFO(answer.err.toStdString());
        CHECK(answer.exit == 1);
        CHECK(answer.complaints() == 1);
        CHECK(answer.err.contains("cyd/profile.ini"));
    }
    CHECK(shell.read(u"W.milepost"_s) == before);
    CHECK_FALSE(QFile::exists(shell.path(u"New.milepost"_s)));
}

TEST_CASE("an export holds its ids as text, and one with numbers can be restored as well", "[damage]")
{
    const Shell shell;
    shell.ok(words("--today 2026-03-10 demo --people 8 --weeks 8"));
    shell.ok(words("export out.json"));
    const QByteArray text = shell.read(u"out.json"_s);

    const QJsonObject tables = QJsonDocument::fromJson(text).object()[u"tables"_s].toObject();
    for (const QString &table : tables.keys())
        for (const QJsonValue row : tables[table].toArray()) { // clazy:exclude=range-loop-reference
            const QJsonObject cells = row.toObject();
            for (const QString &column : cells.keys()) {
                INFO(table.toStdString() << '.' << column.toStdString());
                CHECK((!cells[column].isDouble() || qAbs(cells[column].toDouble()) < 9007199254740992.0));
                if (column == u"id" || (column.endsWith(u"_id") && column != u"write_id"))
                    CHECK(cells[column].isString());
            }
        }
    QString numbers = QString::fromUtf8(text);
    numbers.replace(QRegularExpression(u"\"(id|row|author|[a-z_]+_id)\":\"([0-9]+)\""_s), u"\"\\1\":\\2"_s);
    REQUIRE(numbers.toUtf8() != text);
    shell.write(u"numbers.json"_s, numbers.toUtf8());
    for (const char *const source : {"out.json", "numbers.json"}) {
        const QStringList where = {u"-w"_s, QString::fromLatin1(source) + u".milepost"_s, u"--profile"_s,
                                   u"ann"_s, u"--json"_s};
        const Answer restored = shell.run(where + QStringList{u"restore"_s, QString::fromLatin1(source)});
        INFO(restored.err.toStdString());
        REQUIRE(restored.exit == 0);
        REQUIRE(shell.run(where + words("export again.json")).exit == 0);
        CHECK(shell.read(u"again.json"_s) == text);
        REQUIRE(QFile::remove(shell.path(u"again.json"_s)));
    }
}
