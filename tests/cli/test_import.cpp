// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/printing.h"

#include <QFile>

#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace milepost::test;

namespace {

QJsonObject kpi(const Shell &shell, const QString &board, const QString &name)
{
    return named(shell.board(board)[u"kpis"_s], name);
}

} // namespace

TEST_CASE("an import makes a missing board, in one entry that one undo takes back", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,calls\n2026-01-31,5\n2026-02-28,\n2026-03-01,7\n");
    const QJsonObject done = shell.ok(words("import a.csv --board Phones --date date --value calls --unit n "
                                            "--cadence week --good down --target 6"));
    CHECK(done[u"new"_s] == 2);
    CHECK(done[u"changed"_s] == 0);
    CHECK(done[u"same"_s] == 0);
    CHECK(done[u"gaps"_s] == 1);
    CHECK(done[u"refused"_s].toArray().isEmpty());
    CHECK(done[u"seq"_s] == 5);
    const QJsonObject calls = kpi(shell, u"Phones"_s, u"calls"_s);
    CHECK(calls[u"points"_s] == 2);
    CHECK(calls[u"cadence"_s] == u"week"_s);
    CHECK(calls[u"target"_s] == 6);
    CHECK(shell.board(u"Phones"_s)[u"visibility"_s] == u"public"_s);
    shell.ok(words("undo"));
    CHECK(shell(words("show Phones")).exit == 1);
}

TEST_CASE("a column of notes is kept with the values of its rows", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,calls,why\n2026-01-31,5,strike\n2026-03-01,7,\n");
    const QJsonObject done = shell.ok(words("import a.csv --board Support --date date --value * --note why"));
    CHECK(done[u"new"_s] == 2);
    const QJsonArray points = shell.ok(words("history calls"))[u"points"_s].toArray();
    CHECK(points.first().toObject()[u"note"_s] == u"strike"_s);
    CHECK(points.last().toObject()[u"note"_s] == QString());
    CHECK(shell(words("import a.csv --board Support --date date --value calls --note nothing")).exit == 1);
}

TEST_CASE("the command line names its options where something is missing", "[import]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Goal"));
    CHECK(shell(words("kr add Goal Reply --kind between --low 3")).err.contains("needs --high"));
    shell.write(u"a.csv"_s, "date,calls,mails\n2026-01-31,5,6\n");
    const Answer both =
        shell(words("import a.csv --board Support --date date --value calls,mails --name Both"));
    CHECK(both.exit == 2);
    CHECK(both.err.contains("--name, --value"));
}

TEST_CASE("the same file again is all the same, without an entry, and what differs is a correction",
          "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,calls\n2026-01-31,5\n2026-03-01,7\n");
    const QStringList import = words("import a.csv --board Support --date date --value calls");
    shell.ok(import);
    const QJsonObject again = shell.ok(import);
    CHECK(again[u"same"_s] == 2);
    CHECK(again[u"seq"_s].isNull());
    shell.write(u"a.csv"_s, "date,calls\n2026-01-31,6\n2026-03-01,7\n");
    const QJsonObject preview = shell.ok(import + words("--dry-run"));
    CHECK(preview[u"changed"_s] == 1);
    CHECK(preview[u"seq"_s].isNull());
    CHECK(shell.ok(import)[u"changed"_s] == 1);
    const QJsonObject point = shell.ok(words("history calls"))[u"points"_s].toArray().first().toObject();
    CHECK(point[u"corrected_from"_s].toArray().first()[u"reason"_s] == u"import a.csv"_s);
    CHECK(point[u"corrected_from"_s].toArray().first()[u"value"_s] == 5);
    CHECK(shell(import + words("--unit min")).exit == 1);
}

TEST_CASE("one refused row stops the import, unless refused rows are skipped", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,calls\n2026-01-31,5\n2026-02-28,five\n2026-03-01,7\n2999-01-01,1\n");
    const QStringList import = words("import a.csv --board Support --date date --value calls");
    for (const QStringList &arguments : {import, import + words("--dry-run")}) {
        const Answer answer = shell(arguments);
        CHECK(answer.exit == 1);
        CHECK(answer.complaints() == 1);
        CHECK(answer.err.contains("3"));
        const QJsonArray refused = answer.json()[u"refused"_s].toArray();
        REQUIRE(refused.size() == 2);
        CHECK(refused[0][u"line"_s] == 3);
        CHECK_FALSE(refused[0][u"reason"_s].toString().isEmpty());
        CHECK(refused[1][u"line"_s] == 5);
    }
    CHECK(shell.board(u"Support"_s)[u"kpis"_s].toArray().isEmpty());
    const QJsonObject done = shell.ok(import + words("--skip-refused"));
    CHECK(done[u"new"_s] == 2);
    CHECK(done[u"refused"_s].toArray().size() == 2);
}

TEST_CASE("several rows of a date are refused unless combined, before dividing", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(
        u"a.csv"_s,
        "month,who,late,all\n2026-01-01,A,1,10\n2026-01-01,A,0,90\n2026-02-01,A,1,0\n2026-02-01,B,2,\n");
    const QStringList import = words(
        "import a.csv --board Support --date month --series who --numerator late --denominator all --unit %");
    const Answer refused = shell(import);
    CHECK(refused.exit == 1);
    CHECK(refused.json()[u"refused"_s].toArray().size() == 2);
    CHECK(refused.json()[u"refused"_s].toArray().first()[u"line"_s] == 3);
    const QJsonObject done = shell.ok(import + words("--combine sum --skip-refused"));
    CHECK(done[u"new"_s] == 1);
    CHECK(done[u"notes"_s].toArray().size() == 1);
    CHECK(kpi(shell, u"Support"_s, u"A"_s)[u"value"_s] == 0.01);
    CHECK(kpi(shell, u"Support"_s, u"A"_s)[u"aggregate"_s] == u"ratio"_s);
}

TEST_CASE("a wide file makes one KPI of each value column", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date;\"a, b\";c\n2026-01-31;1,5;2\n2026-02-28;2,5;3\n");
    SECTION("of all columns")
    {
        shell.ok(words("import a.csv --board Support --date date --value *"));
    }
    SECTION("of those that are named, one in quotes")
    {
        shell.ok({u"import"_s, u"a.csv"_s, u"--board"_s, u"Support"_s, u"--date"_s, u"date"_s, u"--value"_s,
                  u"\"a, b\",c"_s, u"--decimal"_s, u","_s});
    }
    CHECK(kpi(shell, u"Support"_s, u"a, b"_s)[u"value"_s] == 2.5);
    CHECK(kpi(shell, u"Support"_s, u"c"_s)[u"value"_s] == 3);
}

TEST_CASE("bare numbers of a percentage follow one convention for the whole column", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,rate\n2026-01-31,0.5\n2026-02-28,40\n");
    const QJsonObject done =
        shell.ok(words("import a.csv --board Support --date date --value rate --name Rate --unit %"));
    CHECK(done[u"conventions"_s].toArray().last()[u"percent"_s] == u"0 to 100"_s);
    CHECK(kpi(shell, u"Support"_s, u"Rate"_s)[u"value"_s] == 0.4);
    shell.write(u"b.csv"_s, "date,rate\n2026-03-01,41\n");
    shell.ok(words("import b.csv --board support --date date --value rate --name Rate"));
    CHECK(kpi(shell, u"Support"_s, u"Rate"_s)[u"value"_s] == 0.41);
}

TEST_CASE("rows that a filter leaves out are not there", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,kind,place,n\n2026-01-31,x,here,1\nnever,y,here,2\n2026-01-31,x,there,3\n");
    const QJsonObject done = shell.ok(
        words("import a.csv --board Support --date date --value n --filter kind=x --filter place=there"));
    CHECK(done[u"new"_s] == 1);
    CHECK(kpi(shell, u"Support"_s, u"n"_s)[u"value"_s] == 3);
}

TEST_CASE("files that cannot be read are refused with one line, and nothing is written", "[import]")
{
    const Shell shell;
    shell.found();
    const QByteArray content =
        GENERATE(QByteArray(), QByteArray("date,n\n"), QByteArray("date,m\n2026-01-01,1\n"),
                 QByteArray("date,n\n2026-01-01,\"1\n"), QByteArray("date,n\n2026-01-01,\0001\n", 22),
                 QByteArray("date,n\n01/02/2026,1\n"), QByteArray("date,n\nx,1,2\n"));
    shell.write(u"a.csv"_s, content);
    const QByteArray before = shell.read(u"W.milepost"_s);
    const Answer answer = shell(words("import a.csv --board New --date date --value n"));
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(shell.read(u"W.milepost"_s) == before);
    CHECK(shell(words("import missing.csv --board New --date date --value n")).exit == 1);
    CHECK(shell(words("import . --board New --date date --value n")).exit == 1);
}

TEST_CASE("a file that is refused as a whole has its object too, with the line where there is one",
          "[import]")
{
    struct Case
    {
        QByteArray content;
        const char *options;
        QJsonValue line;
    };
    const QJsonValue none;
    const Case one = GENERATE_COPY(
        Case{"date,n\n01/02/2026,1\n", "--value n", 2},
        Case{"date,n\n13/02/2020,1\n02/13/2020,2\n", "--value n", 2},
        Case{"date,n\n2026-01-01,1\n", "--value m", 1},
        Case{"date,n\n2026-01-01,1\n", "--value n --filter n=Q", none},
        Case{"date,n,n\n2026-01-01,1,2\n", "--value n", 1}, Case{"date,n\n", "--value n", none},
        Case{"date,n\n2026-01-01,1\n2026-01-02,\"1\n", "--value n", 3},
        Case{"date,n\n2026-01-01,\xE9\n\xC3\xA9,1\n", "--value n", 2}, Case{"", "--value n", none},
        Case{QByteArray("date,n\n2026-01-01,\0001\n", 22), "--value n", 2},
        Case{"date,calls\n2026-01-01,1\n", "--value calls --unit other", none});
    const Shell shell;
    shell.found();
    shell.write(u"old.csv"_s, "date,calls\n2026-01-31,5\n");
    shell.ok(words("import old.csv --board Support --date date --value calls --unit n"));
    shell.write(u"a.csv"_s, one.content);

    const Answer answer = shell(words("import a.csv --board Support --date date") + words(one.options));
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    const QJsonObject object = answer.json();
    for (const QString &count : {u"new"_s, u"changed"_s, u"same"_s, u"new_kpis"_s})
        CHECK(object[count] == 0);
    CHECK(object[u"seq"_s].isNull());
    CHECK(object[u"board"_s] == u"Support"_s);
    REQUIRE(object[u"refused"_s].toArray().size() == 1);
    const QJsonObject refused = object[u"refused"_s].toArray().first().toObject();
    CHECK(refused[u"line"_s] == one.line);
    CHECK(answer.err == "milepostctl: " + refused[u"reason"_s].toString().toUtf8() + '\n');
}

TEST_CASE("arguments that do not fit have no object", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,n\n2026-01-01,1\n");
    const char *options = GENERATE("--value n --date-format xyz", "--value n --date-format ''", "",
                                   "--value n --date-format %Q", "--value n --numerator n");

    const Answer answer = shell(words("import a.csv --board New --date date") + words(options));
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 2);
    CHECK(answer.out.isEmpty());
    CHECK(answer.complaints() == 1);
    if (QByteArrayView(options).contains("format"))
        CHECK(answer.err.contains("dd.MM.yyyy"));
}

TEST_CASE("a file that is not there is no reason to make a workspace", "[import]")
{
    const Shell shell;
    shell.found();
    const auto adviceOf = [&shell](const char *line) { return shell(words(line)).err; };

    const QByteArray import = adviceOf("import none.csv --board New --date date --value n");
    CHECK(import.contains("none.csv"));
    CHECK_FALSE(import.contains("workspace"));
    CHECK_FALSE(shell.run(words("-w new.milepost restore none.json")).err.contains("workspace"));
    CHECK(shell.run(words("-w none.milepost show")).err.contains("workspace"));
}

TEST_CASE("what is no file is refused, and not read for ever", "[import]")
{
    const Shell shell;
    shell.found();
    REQUIRE(mkfifo(QFile::encodeName(shell.path(u"pipe"_s)).constData(), S_IRUSR | S_IWUSR) == 0);
    for (const QString &path : {u"/dev/zero"_s, u"pipe"_s, u"."_s}) {
        const Answer answer =
            shell(QStringList{u"import"_s, path} + words("--board New --date date --value n"));
        INFO(answer.err.toStdString());
        CHECK(answer.exit == 1);
        CHECK(answer.complaints() == 1);
        CHECK(answer.err.contains(path.toUtf8()));
    }
}

TEST_CASE("where every row is refused and skipped there is nothing to do", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,n,m\nnever,1,1\n2999-01-01,2,2\n");
    const QByteArray before = shell.read(u"W.milepost"_s);
    const QJsonObject done =
        shell.ok(words("import a.csv --board New --date date --value n,m --skip-refused"));
    CHECK(done[u"new"_s] == 0);
    CHECK(done[u"new_kpis"_s] == 0);
    CHECK(done[u"new_board"_s] == false);
    CHECK(done[u"seq"_s].isNull());
    CHECK(done[u"refused"_s].toArray().size() == 2);
    CHECK(shell.read(u"W.milepost"_s) == before);

    shell.write(u"a.csv"_s, "date,n,m\n2026-01-01,1,\n2999-01-01,2,2\n");
    const QJsonObject some =
        shell.ok(words("import a.csv --board New --date date --value n,m --skip-refused"));
    CHECK(some[u"new_kpis"_s] == 1);
    CHECK(shell.board(u"New"_s)[u"kpis"_s].toArray().size() == 1);
}

TEST_CASE("a percentage is the same whether it is imported or recorded", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,n\n2026-01-31,0.9%\n");
    shell.write(u"b.csv"_s, "date,n\n2026-01-31,0.9\n2026-02-28,7\n");
    shell.ok(words("import a.csv --board Support --date date --value n --unit %"));
    CHECK(shell.ok(words("record n 0.9% --on 2026-01-31"))[u"seq"_s].isNull());
    const QJsonObject again = shell.ok(words("import b.csv --board Support --date date --value n"));
    CHECK(again[u"same"_s] == 1);
    CHECK(again[u"changed"_s] == 0);
}

TEST_CASE("an encoding other than UTF-8 is told", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,n\n2026-01-31,1 \x80\n");
    const QJsonObject done = shell.ok(words("import a.csv --board Support --date date --value n"));
    CHECK(done[u"notes"_s].toArray().first().toString().contains(u"windows-1252"_s));
}

TEST_CASE("an import that is interrupted changes nothing and says so in one line", "[import]")
{
    const Shell shell;
    shell.found();
    QByteArray text = "date,who,n\n";
    for (int who = 0; who < 200; ++who)
        for (int day = 0; day < 1000; ++day)
            text += QDate(2020, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + ",T" +
                    QByteArray::number(who) + ",1\n";
    shell.write(u"a.csv"_s, text);
    const QByteArray before = shell.read(u"W.milepost"_s);
    const int signal = GENERATE(SIGINT, SIGTERM);

    const Answer answer = shell.interrupted(
        words(
            "-w W.milepost --profile ann --json import a.csv --board New --date date --value n --series who"),
        u"W.milepost-journal"_s, signal);
    CHECK(answer.exit == 1);
    CHECK(answer.err == "milepostctl: Cancelled; nothing was changed.\n");
    CHECK(answer.json()[u"new"_s] == 0);
    CHECK(shell.read(u"W.milepost"_s) == before);
    CHECK(shell(words("show New")).exit == 1);
}

TEST_CASE("only editors import, and only into what they see", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,n\n2026-01-31,1\n");
    CHECK(shell.as(u"bob"_s, words("import a.csv --board Support --date date --value n")).exit == 1);
    CHECK(shell.as(u"eve"_s, words("import a.csv --board New --date date --value n")).exit == 1);
    CHECK(shell.as(u"bob"_s, words("import a.csv --board New --date date --value n")).exit == 0);
}
