// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace milepost::test;

TEST_CASE("globals stand on either side of the command", "[rules]")
{
    const Shell shell;
    shell.found();
    const QStringList before = words("-w W.milepost --profile ann --json whoami");
    const QStringList after = words("whoami -w W.milepost --profile ann --json");
    CHECK(shell.run(before).json()[u"person"_s] == u"Ann"_s);
    CHECK(shell.run(after).out == shell.run(before).out);
    CHECK(shell.run(words("board add Sales --workspace=W.milepost --profile=ann --json")).exit == 0);
}

TEST_CASE("what the arguments alone show to be wrong is exit 2 with one line", "[rules]")
{
    const Shell shell;
    // No workspace is there: nothing of this needs one.
    const char *const line = GENERATE(
        "", "nonsense", "board", "board add", "board add Sales --nonsense", "board add A B", "record X",
        "record X one", "record X 1,5", "record X 1 --on 2026-02-30", "record X 1 --on tomorrow",
        "record X 1 --confidence 11", "record X 1 --confidence -1", "record X 1 --numerator 1",
        "record X --numerator 1", "record X 1 --numerator 1 --denominator 2", "correct X 1 --on 2026-01-01",
        "correct X 1 --on 2026-01-01 --reason ''", "correct X 1 --reason typo", "board add ''",
        "board share B P boss", "cycle add C --from 2026-02-01 --to 2026-01-01",
        "cycle add C --from 2026-02-01", "kpi add B N --good sideways", "kpi add B N --cadence hourly",
        "kpi add B N --target five", "kpi add B N --good band --low 1",
        "kpi add B N --good band --low 5 --high 1", "kpi add B N --low 1", "kpi add B N --amber -1",
        "kpi target K --from 2026-01-01", "kpi target K 5", "kpi target K 5 --from x", "kr add O T",
        "kr add O T --kind reach", "kr add O T --kind between --low 1", "kr add O T --kind race",
        "kr add O T --kind between --low 5 --high 1", "kr add O T --kind above",
        "kr add O T --kind milestone --to 5", "kr add O T --kind reach --to 5 --part A=1",
        "kr add O T --kind reach --to 5 --weight -1",
        "kr add O T --kind reach --from 0 --to 5 --commit 6 --stretch 7",
        "kr add O T --kind milestone --part A=x", "objective add B T --kind wish",
        "objective add B T --weight -1", "edit X --set name", "edit X", "edit X --set nonsense=1",
        "demo --people 0", "demo --kpis 0", "demo --weeks 2001", "demo --seed -1", "demo --people many",
        "new --name Acme", "log --since x", "log --since -1", "show --at 2026-13-01", "--today x show",
        "--passphrase-fd x show", "import f.csv --board B", "import f.csv --date d --value v",
        "import f.csv --board B --date d", "import f.csv --board B --date d --numerator n",
        "import f.csv --board B --date d --value v --combine max",
        "import f.csv --board B --date d --value v --filter x",
        "import f.csv --board B --date d --numerator n --denominator m --combine mean",
        "import f.csv --board B --date d --value v --decimal ;",
        "import f.csv --board B --date d --value v --target x");
    const Answer answer = shell(words(line));
    INFO(line << ": " << answer.err.toStdString());
    CHECK(answer.exit == 2);
    CHECK(answer.complaints() == 1);
    CHECK(answer.out.isEmpty());
}

TEST_CASE("a missing workspace, and -w left out", "[rules]")
{
    const Shell shell;
    const Answer missing = shell(words("show"));
    CHECK(missing.exit == 1);
    CHECK(missing.complaints() == 1);
    const Answer unsaid = shell.run(words("show"));
    CHECK(unsaid.exit == 2);
    CHECK(unsaid.complaints() == 1);
}

TEST_CASE("help and the version are no failures", "[rules]")
{
    const Shell shell;
    CHECK(shell.run(words("--help")).exit == 0);
    CHECK(shell.run(words("kr add --help")).out.contains("--stretch"));
    const Answer version = shell.run(words("--version"));
    CHECK(version.exit == 0);
    CHECK(version.err.isEmpty());
}

TEST_CASE("values that begin with a minus need no special care", "[rules]")
{
    const Shell shell;
    shell.found();
    const char *const typed = GENERATE("-3", "-.5", "-3%", "-1,234.5", "-1.2e3");
    shell.ok(words("kpi add Support Balance"));
    shell.ok({u"record"_s, u"Balance"_s, QString::fromLatin1(typed), u"--on"_s, u"2026-03-01"_s});
    const double value = named(shell.board(u"Support"_s)[u"kpis"_s], u"Balance"_s)[u"value"_s].toDouble();
    const QHash<QByteArray, double> expected = {
        {"-3", -3}, {"-.5", -0.5}, {"-3%", -0.03}, {"-1,234.5", -1234.5}, {"-1.2e3", -1200}};
    CHECK(value == expected[typed]);
}

TEST_CASE("an option takes a negative number too", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Warm"));
    shell.ok(words("kr add Warm Degrees --kind reach --from -5 --to 5"));
    const QJsonObject objective = named(shell.board(u"Support"_s)[u"objectives"_s], u"Warm"_s);
    CHECK(named(objective[u"key_results"_s], u"Degrees"_s)[u"start"_s] == -5);
}

TEST_CASE("a percentage is a fraction, and so is a bare number of a percentage KPI", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Rate --unit % --target 5 --good down --amber 1"));
    shell.ok(words("kpi add Support Plain --target 5%"));
    shell.ok(words("record Rate 7 --on 2026-03-01"));
    shell.ok(words("record Plain 7% --on 2026-03-01"));
    const QJsonValue kpis = shell.board(u"Support"_s)[u"kpis"_s];
    CHECK(named(kpis, u"Rate"_s)[u"value"_s] == 0.07);
    CHECK(named(kpis, u"Rate"_s)[u"target"_s] == 0.05);
    CHECK(named(kpis, u"Rate"_s)[u"amber"_s] == 0.01);
    CHECK(named(kpis, u"Plain"_s)[u"value"_s] == 0.07);
    CHECK(named(kpis, u"Plain"_s)[u"target"_s] == 0.05);
}

TEST_CASE("a title that begins with a minus stands after two", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("board add -- --json"));
    CHECK(shell.board(u"Support"_s)[u"name"_s] == u"Support"_s);
    CHECK(named(shell.ok(words("show"))[u"boards"_s], u"--json"_s)[u"role"_s] == u"owner"_s);
}

TEST_CASE("names that are commands, lists in brackets, markup, or any script are names", "[rules]")
{
    const Shell shell;
    shell.found();
    const char *const name =
        GENERATE("show", "add", "board", "[x,y]", "<img src=x>", "'; DROP TABLE board; --", "😀", "שלום עולם",
                 "100%", "a/b", "{}", "=1+1", "\"quoted\"");
    const QString text = QString::fromUtf8(name);
    shell.ok({u"board"_s, u"add"_s, text});
    CHECK(shell.board(text)[u"name"_s] == text);
    shell.ok({u"board"_s, u"share"_s, text, u"Bob"_s, u"viewer"_s});
}

TEST_CASE("a name is kept in NFC and has no control characters", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok({u"board"_s, u"add"_s, u"Cafe\u0301"_s});
    CHECK(shell.board(u"Café"_s)[u"name"_s] == u"Café"_s);
    const Answer answer = shell({u"board"_s, u"add"_s, u"a\nb"_s});
    CHECK(answer.exit == 2);
    CHECK(answer.complaints() == 1);
}

TEST_CASE("bytes that are no UTF-8 are refused", "[rules]")
{
    const Shell shell;
    QProcess process;
    process.setWorkingDirectory(shell.path(u""_s));
    process.start(u"/bin/sh"_s,
                  {u"-c"_s, QStringLiteral(MILEPOSTCTL) + u" -w W board add \"$(printf 'a\\377')\""_s});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 2);
    CHECK(process.readAllStandardError().count('\n') == 1);
}

TEST_CASE("another locale changes nothing and adds no line", "[rules]")
{
    const Shell shell;
    shell.found();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(MILEPOSTCTL), {u"-w"_s, shell.path(u"W.milepost"_s), u"--profile"_s,
                                                shell.path(u"ann"_s), u"board"_s, u"add"_s, u"Café"_s});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 0);
    CHECK(process.readAllStandardError().isEmpty());
    CHECK(shell.board(u"Café"_s)[u"name"_s] == u"Café"_s);
}

TEST_CASE("a name is looked for exactly, then as a path, then without regard to case", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("board add Sales"));
    shell.ok(words("kpi add Support Calls"));
    shell.ok(words("kpi add Sales Calls"));
    shell.ok(words("kpi add Sales calls"));
    CHECK(shell.ok(words("record calls 1 --on 2026-03-01"))[u"seq"_s].isDouble());
    CHECK(named(shell.board(u"Sales"_s)[u"kpis"_s], u"calls"_s)[u"points"_s] == 1);
    const Answer ambiguous = shell(words("record Calls 1 --on 2026-03-01"));
    CHECK(ambiguous.exit == 1);
    CHECK(ambiguous.complaints() == 1);
    CHECK(ambiguous.err.contains("Support/Calls"));
    CHECK(ambiguous.err.contains("Sales/Calls"));
    shell.ok(words("record Support/Calls 2 --on 2026-03-01"));
    shell.ok(words("edit SUPPORT --set description=first"));
    CHECK(shell(words("record Nothing 2")).exit == 1);
}

TEST_CASE("a day pretended is noon of that day in the workspace's time zone", "[rules]")
{
    Shell shell;
    shell.setZone("Pacific/Auckland");
    shell.ok(words("--today 2026-01-15 new --name Acme --person Ann"));
    const QJsonObject entry = shell.ok(words("log"))[u"entries"_s].toArray().first().toObject();
    CHECK(entry[u"at"_s] == u"2026-01-14T23:00:00.000Z"_s);
    shell.setZone("UTC");
    shell.ok(words("--today 2026-01-15 board add Later"));
    CHECK(shell.ok(words("log --since 1"))[u"entries"_s].toArray().first()[u"at"_s] ==
          u"2026-01-14T23:00:00.000Z"_s);
}

TEST_CASE("a value dated after today is refused", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    CHECK(shell(words("--today 2026-03-10 record Calls 1 --on 2026-03-11")).exit == 1);
    CHECK(shell(words("--today 2026-03-10 record Calls 1 --on 2026-03-10")).exit == 0);
}

TEST_CASE("a profile is a person, a stranger is a visitor", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("board add Secret --private"));
    CHECK(shell.as(u"bob"_s, words("whoami")).json()[u"person"_s] == u"Bob"_s);
    const Answer visitor = shell.as(u"eve"_s, words("whoami"));
    CHECK(visitor.exit == 0);
    CHECK(visitor.json()[u"person"_s].isNull());
    CHECK(visitor.json()[u"joined"_s] == false);
    const QJsonArray boards = shell.as(u"eve"_s, words("show")).json()[u"boards"_s].toArray();
    REQUIRE(boards.size() == 1);
    CHECK(boards.first()[u"role"_s] == u"viewer"_s);
    CHECK(shell.as(u"eve"_s, words("board add Mine")).exit == 1);
    CHECK(shell.as(u"eve"_s, words("show Secret")).exit == 1);
    CHECK(shell.as(u"bob"_s, words("show")).json()[u"boards"_s].toArray().size() == 1);
    CHECK(shell.as(u"bob"_s, words("export out.json")).exit == 1);
    CHECK_FALSE(QFile::exists(shell.path(u"out.json"_s)));
}

TEST_CASE("a profile knows a workspace by its identity, not by its path", "[rules]")
{
    const Shell shell;
    shell.found();
    REQUIRE(QFile::rename(shell.path(u"W.milepost"_s), shell.path(u"moved.milepost"_s)));
    const Answer answer = shell.run(words("-w moved.milepost --profile ann --json whoami"));
    CHECK(answer.json()[u"person"_s] == u"Ann"_s);
}

TEST_CASE("a full standard output is a failure with one line", "[rules]")
{
    const Shell shell;
    shell.found();
    QProcess process;
    process.setWorkingDirectory(shell.path(u""_s));
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(MILEPOSTCTL), words("-w W.milepost show"));
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 1);
    CHECK(process.readAllStandardError().count('\n') == 1);
}

TEST_CASE("words that begin with a stroke are values, unless they are options", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support -.5"));
    shell.ok(words("comment -.5 '-x, said Ann'"));
    shell.ok(words("board add -Name"));
    CHECK(shell(words("board add --nam")).exit == 2);
    CHECK(shell(words("bogus")).err.contains("there is no command “bogus”"));
}

TEST_CASE("what the arguments alone show to be wrong is 2, what the workspace shows is 1", "[rules]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Goal"));
    shell.ok(words("kpi add Support Calls"));
    shell.ok(words("kpi add Support Share --aggregate ratio"));
    shell.ok(words("cycle add Q1 --from 2026-01-01 --to 2026-03-31"));
    CHECK(shell(words("edit Calls --set amber=-1")).exit == 2);
    CHECK(shell(words("edit Goal --set grade=7")).exit == 2);
    CHECK(shell(words("edit Goal --set grade=0.75")).exit == 2);
    CHECK(shell(words("record Share --numerator 1 --denominator 0")).exit == 2);
    CHECK(shell(words("edit Q1 --set from=2027-01-01")).exit == 1);
    CHECK(shell(words("edit Q1 --set from=2027-01-01 to=2026-01-01")).exit == 2);
    CHECK(shell(words("edit Goal --set name=Other")).exit == 1);
}
