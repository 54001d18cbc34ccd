// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/printing.h"

#include <QFile>

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

TEST_CASE("the same file again is all the same, without an entry; what differs is a correction", "[import]")
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

TEST_CASE("only editors import, and only into what they see", "[import]")
{
    const Shell shell;
    shell.found();
    shell.write(u"a.csv"_s, "date,n\n2026-01-31,1\n");
    CHECK(shell.as(u"bob"_s, words("import a.csv --board Support --date date --value n")).exit == 1);
    CHECK(shell.as(u"eve"_s, words("import a.csv --board New --date date --value n")).exit == 1);
    CHECK(shell.as(u"bob"_s, words("import a.csv --board New --date date --value n")).exit == 0);
}
