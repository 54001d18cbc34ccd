// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/printing.h"

using namespace Qt::StringLiterals;
using namespace milepost::test;

namespace {

const QStringList kToday = words("--today 2026-03-10");

QJsonObject keyResult(const Shell &shell, const QString &objective, const QString &title,
                      const QStringList &options = {})
{
    return named(named(shell.board(u"Support"_s, options)[u"objectives"_s], objective)[u"key_results"_s],
                 title);
}

QJsonObject kpi(const Shell &shell, const QString &name, const QStringList &options = {})
{
    return named(shell.board(u"Support"_s, options)[u"kpis"_s], name);
}

} // namespace

TEST_CASE("a KPI is good up, takes the last value, and is monthly unless told otherwise", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    const QJsonObject one = kpi(shell, u"Calls"_s);
    CHECK(one[u"good"_s] == u"up"_s);
    CHECK(one[u"aggregate"_s] == u"last"_s);
    CHECK(one[u"cadence"_s] == u"month"_s);
    CHECK(one[u"health"_s] == u"no data"_s);
    for (const QString &field : {u"value"_s, u"date"_s, u"target"_s})
        CHECK(one[field].isNull());
    CHECK(one[u"points"_s] == 0);
    CHECK(one[u"id"_s].isString());
}

TEST_CASE("health is the first word that applies", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Wait --good down --target 10 --amber 2"));
    const auto health = [&shell](const char *on) {
        return kpi(shell, u"Wait"_s, {u"--today"_s, QString::fromLatin1(on)})[u"health"_s].toString();
    };
    CHECK(health("2026-03-10") == u"no data"_s);
    shell.ok(kToday + words("record Wait 10 --on 2026-01-31"));
    CHECK(health("2026-01-31") == u"good"_s);
    CHECK(health("2026-02-28") == u"good"_s);
    CHECK(health("2026-03-01") == u"stale"_s);
    shell.ok(kToday + words("record Wait 12 --on 2026-02-10"));
    CHECK(health("2026-02-10") == u"amber"_s);
    shell.ok(kToday + words("record Wait 12.5 --on 2026-02-11"));
    CHECK(health("2026-02-11") == u"bad"_s);
}

TEST_CASE("a new target does not rewrite the past", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Sales --target 10"));
    shell.ok(kToday + words("record Sales 12 --on 2026-03-01"));
    shell.ok(kToday + words("kpi target Sales 20 --from 2026-03-05"));
    CHECK(kpi(shell, u"Sales"_s, words("--today 2026-03-04"))[u"target"_s] == 10);
    CHECK(kpi(shell, u"Sales"_s, words("--today 2026-03-04"))[u"health"_s] == u"good"_s);
    CHECK(kpi(shell, u"Sales"_s, words("--today 2026-03-05"))[u"health"_s] == u"bad"_s);
}

TEST_CASE("a band has a low and a high end", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Load --good band --low 40 --high 60"));
    shell.ok(kToday + words("record Load 60"));
    CHECK(kpi(shell, u"Load"_s, kToday)[u"health"_s] == u"good"_s);
    shell.ok(words("kpi target Load --low 40 --high 50 --from 2026-03-01"));
    CHECK(kpi(shell, u"Load"_s, kToday)[u"health"_s] == u"bad"_s);
    CHECK(shell(words("kpi target Load 50 --from 2026-03-01")).exit == 1);
}

TEST_CASE("a ratio takes both parts and is the sum of one over the sum of the other", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Late --aggregate ratio --unit % --good down --target 5"));
    shell.ok(kToday + words("record Late --numerator 1 --denominator 10 --on 2026-03-01"));
    shell.ok(kToday + words("record Late --numerator 0 --denominator 90 --on 2026-03-02"));
    CHECK(kpi(shell, u"Late"_s, kToday)[u"value"_s] == 0.01);
    CHECK(shell(kToday + words("record Late 5 --on 2026-03-03")).exit == 1);
    shell.ok(kToday +
             words("correct Late --numerator 9 --denominator 90 --on 2026-03-02 --reason miscounted"));
    CHECK(kpi(shell, u"Late"_s, kToday)[u"value"_s] == 0.1);
}

TEST_CASE("the same value again is nothing to do, another is refused", "[values]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    CHECK(shell.ok(kToday + words("record Calls 5"))[u"seq"_s].isDouble());
    CHECK(shell.ok(kToday + words("record Calls 5"))[u"seq"_s].isNull());
    const Answer other = shell(kToday + words("record Calls 6"));
    CHECK(other.exit == 1);
    CHECK(other.complaints() == 1);
    shell.ok(kToday + words("record Calls 6 --on 2026-03-09"));
    CHECK(kpi(shell, u"Calls"_s, kToday)[u"points"_s] == 2);
    CHECK(kpi(shell, u"Calls"_s, kToday)[u"date"_s] == u"2026-03-10"_s);
}

TEST_CASE("a correction keeps the old value with its author and time, and the reason", "[values]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    shell.ok(words("board share Support Bob editor"));
    shell.ok(kToday + words("record Calls 5 --note busy"));
    const Answer corrected = shell.as(
        u"bob"_s, words("--today 2026-03-11 correct Calls 7 --on 2026-03-10 --reason 'two were lost'"));
    CHECK(corrected.exit == 0);
    const QJsonObject point = shell.ok(words("history Calls"))[u"points"_s].toArray().first().toObject();
    CHECK(point[u"value"_s] == 7);
    CHECK(point[u"author"_s] == u"Bob"_s);
    CHECK(point[u"note"_s] == u"busy"_s);
    CHECK(point[u"numerator"_s].isNull());
    const QJsonObject before = point[u"corrected_from"_s].toArray().first().toObject();
    CHECK(before[u"value"_s] == 5);
    CHECK(before[u"author"_s] == u"Ann"_s);
    CHECK(before[u"reason"_s] == u"two were lost"_s);
    CHECK(before[u"at"_s] == u"2026-03-10T11:00:00.000Z"_s);
    CHECK(shell(kToday + words("correct Calls 7 --on 2026-03-01 --reason x")).exit == 1);
}

TEST_CASE("a reach falls as well as it rises", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Faster --why 'people wait' --owner Ann Bob --kind aspirational"));
    shell.ok(words("kr add Faster Wait --kind reach --from 100 --to 50"));
    shell.ok(kToday + words("record Wait 75 --confidence 7"));
    const QJsonObject one = keyResult(shell, u"Faster"_s, u"Wait"_s);
    CHECK(one[u"start"_s] == 100);
    CHECK(one[u"target"_s] == 50);
    CHECK(one[u"value"_s] == 75);
    CHECK(one[u"progress"_s] == 0.5);
    CHECK(one[u"confidence"_s] == 7);
    CHECK(one[u"status"_s] == u"on track"_s);
    CHECK(one[u"kpi"_s].isNull());
    const QJsonObject objective = named(shell.board(u"Support"_s)[u"objectives"_s], u"Faster"_s);
    CHECK(objective[u"owners"_s] == QJsonArray{u"Ann"_s, u"Bob"_s});
    CHECK(objective[u"kind"_s] == u"aspirational"_s);
    CHECK(objective[u"weakest"_s] == QJsonObject{{u"title"_s, u"Wait"_s}, {u"progress"_s, 0.5}});
    CHECK(objective[u"expected"_s].isNull());
    shell.ok(words("--today 2026-03-11 record Wait 40"));
    CHECK(keyResult(shell, u"Faster"_s, u"Wait"_s, words("--today 2026-03-11"))[u"raw_progress"_s] == 1.2);
    CHECK(keyResult(shell, u"Faster"_s, u"Wait"_s, words("--today 2026-03-11"))[u"progress"_s] == 1);
    CHECK(keyResult(shell, u"Faster"_s, u"Wait"_s, words("--today 2026-03-11"))[u"status"_s] == u"done"_s);
}

TEST_CASE("expected progress is the part of the cycle that has gone by, both ends counted", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("cycle add March --from 2026-03-01 --to 2026-03-10"));
    shell.ok(words("board add Goals --cycle March"));
    shell.ok(words("objective add Goals Aim"));
    shell.ok(words("kr add Aim Get --kind reach --to 10"));
    shell.ok(kToday + words("record Get 1 --on 2026-03-01"));
    const QJsonObject aim =
        named(shell.board(u"Goals"_s, words("--today 2026-03-05"))[u"objectives"_s], u"Aim"_s);
    CHECK(aim[u"expected"_s] == 0.5);
    CHECK(aim[u"pace_gap"_s].toDouble() == Approx(-0.4));
    CHECK(aim[u"status"_s] == u"behind"_s);
}

TEST_CASE("parts of a milestone are recorded by path, and weigh what they weigh", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Launch"));
    shell.ok(words("kr add Launch Ship --kind milestone --part Plan=1 Build=3 --part 'a=b=4'"));
    shell.ok(kToday + words("record Ship/Build 1"));
    CHECK(keyResult(shell, u"Launch"_s, u"Ship"_s)[u"progress"_s] == 0.375);
    CHECK(shell(kToday + words("record Ship 1")).exit == 1);
    const QJsonObject point = shell.ok(words("history Ship"))[u"points"_s].toArray().first().toObject();
    CHECK(point[u"part"_s] == u"Build"_s);
    CHECK(point[u"value"_s] == 1);
}

TEST_CASE("a threshold may be called --to, --low or --high", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Steady"));
    shell.ok(words("kr add Steady A --kind above --low 5"));
    shell.ok(words("kr add Steady B --kind below --high 5"));
    shell.ok(words("kr add Steady C --kind above --to 5"));
    for (const QString &title : {u"A"_s, u"B"_s, u"C"_s})
        CHECK(keyResult(shell, u"Steady"_s, title)[u"target"_s] == 5);
    CHECK(shell(words("kr add Steady D --kind above --high 5")).exit == 2);
    CHECK(shell(words("kr add Steady D --kind above --low 5 --to 6")).exit == 2);
}

TEST_CASE("a driven key result takes the value and the unit of its KPI", "[goals]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Bounce --unit % --good down"));
    shell.ok(words("objective add Support Better"));
    shell.ok(words("kr add Better Lower --kind reach --from 10 --to 5 --kpi Bounce"));
    shell.ok(kToday + words("record Bounce 6"));
    const QJsonObject one = keyResult(shell, u"Better"_s, u"Lower"_s, kToday);
    CHECK(one[u"kpi"_s] == u"Bounce"_s);
    CHECK(one[u"value"_s] == 0.06);
    CHECK(one[u"target"_s] == 0.05);
    CHECK(one[u"progress"_s].toDouble() == Approx(0.8));
    CHECK(shell(kToday + words("record Lower 6")).exit == 1);
    CHECK(shell.ok(words("history Lower"))[u"points"_s].toArray().size() == 1);
}

TEST_CASE("actions hang on objectives, key results and KPIs", "[notes]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Aim"));
    shell.ok(words("kr add Aim Get --kind reach --to 10"));
    shell.ok(words("kpi add Support Calls"));
    shell.ok(words("action add Get 'Ask them' --owner Bob --due 2026-03-01"));
    shell.ok(words("action add Calls 'Count them'"));
    const QJsonObject aim = named(shell.board(u"Support"_s, kToday)[u"objectives"_s], u"Aim"_s);
    const QJsonObject ask = named(aim[u"actions"_s], u"Ask them"_s);
    CHECK(ask[u"owner"_s] == u"Bob"_s);
    CHECK(ask[u"due"_s] == u"2026-03-01"_s);
    CHECK(ask[u"done"_s] == false);
    CHECK(ask[u"overdue"_s] == true);
    CHECK(named(kpi(shell, u"Calls"_s)[u"actions"_s], u"Count them"_s)[u"due"_s].isNull());
    CHECK(shell.as(u"bob"_s, words("action done 'Ask them'")).exit == 0);
    const QJsonObject after = named(shell.board(u"Support"_s, kToday)[u"objectives"_s], u"Aim"_s);
    CHECK(named(after[u"actions"_s], u"Ask them"_s)[u"done"_s] == true);
    CHECK(named(after[u"actions"_s], u"Ask them"_s)[u"overdue"_s] == false);
    CHECK(shell.as(u"bob"_s, words("comment Support 'well done'")).exit == 0);
    CHECK(shell.as(u"eve"_s, words("comment Support hello")).exit == 1);
}

TEST_CASE("on a public board members comment, editors write, owners share", "[rights]")
{
    const Shell shell;
    shell.found();
    const auto bob = [&shell](const char *line) { return shell.as(u"bob"_s, words(line)).exit; };
    CHECK(shell.as(u"bob"_s, words("show Support")).json()[u"boards"_s].toArray().first()[u"role"_s] ==
          u"commenter"_s);
    CHECK(bob("kpi add Support Calls") == 1);
    shell.ok(words("board share Support Bob editor"));
    CHECK(bob("kpi add Support Calls") == 0);
    CHECK(bob("board share Support Bob owner") == 1);
    shell.ok(words("board unshare Support Bob"));
    CHECK(bob("kpi add Support Mails") == 1);
    CHECK(shell(words("board unshare Support Ann")).exit == 1);
}

TEST_CASE("a team's role reaches who is in it, and those below", "[rights]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("team add Ops"));
    shell.ok(words("team add Nights --parent Ops"));
    shell.ok(words("person add Cy --team Nights"));
    shell.ok(words("board add Secret --private"));
    shell.ok(words("board share Secret Ops viewer"));
    REQUIRE(shell.as(u"cy"_s, words("join Cy")).exit == 0);
    CHECK(shell.as(u"cy"_s, words("show Secret")).exit == 0);
    CHECK(shell.as(u"bob"_s, words("show Secret")).exit == 1);
    CHECK(shell.as(u"bob"_s, words("log")).json()[u"entries"_s].toArray().size() <
          shell.ok(words("log"))[u"entries"_s].toArray().size());
}

TEST_CASE("edit, move, archive and delete", "[editing]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("board add Sales"));
    shell.ok(words("kpi add Support Calls"));
    shell.ok(kToday + words("record Calls 5"));
    shell.ok(words("edit Calls --set name=Rings good=down --set unit=calls"));
    CHECK(kpi(shell, u"Rings"_s)[u"unit"_s] == u"calls"_s);
    CHECK(shell.ok(words("edit Rings --set unit=calls"))[u"seq"_s].isNull());
    CHECK(shell(words("edit Rings --set weight=3")).exit != 0);
    shell.ok(words("move Rings Sales"));
    CHECK(named(shell.board(u"Sales"_s)[u"kpis"_s], u"Rings"_s)[u"points"_s] == 1);
    shell.ok(words("archive Rings"));
    CHECK(shell.board(u"Sales"_s)[u"kpis"_s].toArray().isEmpty());
    shell.ok(words("edit Rings --set archived=no"));
    shell.ok(words("delete Rings"));
    CHECK(shell(words("record Rings 1")).exit == 1);
    shell.ok(words("archive Sales"));
    CHECK(shell.ok(words("show"))[u"boards"_s].toArray().size() == 1);
    CHECK(shell.board(u"Sales"_s)[u"archived"_s] == true);
    shell.ok(words("undo"));
    shell.ok(words("undo"));
    CHECK(named(shell.board(u"Sales"_s)[u"kpis"_s], u"Rings"_s)[u"points"_s] == 1);
    CHECK(shell.ok(words("verify"))[u"ok"_s] == true);
}

TEST_CASE("numbers are edited in the unit of the same edit", "[editing]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Aim"));
    shell.ok(words("kr add Aim Get --kind reach --to 10"));
    shell.ok(words("edit Get --set to=80 unit=%"));
    CHECK(keyResult(shell, u"Aim"_s, u"Get"_s)[u"target"_s] == 0.8);
}

TEST_CASE("who leaves hands over what they own", "[people]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls --owner Bob"));
    shell.ok(words("person leave Bob --hand-over-to Ann"));
    CHECK(kpi(shell, u"Calls"_s)[u"owners"_s] == QJsonArray{u"Ann"_s});
    CHECK(shell.as(u"bob"_s, words("board add Mine")).exit == 1);
    CHECK(shell(words("kpi add Support Mails --owner Bob")).exit == 1);
}

TEST_CASE("what is deleted is told by its own name, then and later", "[editing]")
{
    const Shell shell;
    shell.found();
    const QJsonObject added = shell.ok(words("kpi add Support Calls"));
    const QJsonObject deleted = shell.ok(words("delete Calls"));
    CHECK(deleted[u"id"_s] == added[u"id"_s]);

    const QJsonArray entries = shell.ok(words("log"))[u"entries"_s].toArray();
    CHECK(entries.last()[u"text"_s] == u"Delete Calls"_s);
    CHECK(entries.at(entries.size() - 2)[u"text"_s] == u"Add KPI Calls"_s);
    shell.ok(words("undo"));
    const QJsonArray later = shell.ok(words("log"))[u"entries"_s].toArray();
    CHECK(later.last()[u"text"_s] == u"Undo: Delete Calls"_s);
}

TEST_CASE("a target that is in force already is nothing to do", "[editing]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    CHECK_FALSE(shell.ok(words("kpi target Calls 8 --from 2026-01-01"))[u"seq"_s].isNull());
    CHECK(shell.ok(words("kpi target Calls 8 --from 2026-01-01"))[u"seq"_s].isNull());
}

TEST_CASE("fields may be called as they are shown", "[editing]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("objective add Support Goal"));
    shell.ok(words("kr add Goal Wait --kind reach --from 10 --to 5"));
    shell.ok(words("edit Wait --set start=12 target=4 owners=Bob"));
    const QJsonObject one = keyResult(shell, u"Goal"_s, u"Wait"_s);
    CHECK(one[u"start"_s] == 12);
    CHECK(one[u"target"_s] == 4);
    CHECK(one[u"owners"_s] == QJsonArray{u"Bob"_s});
}

TEST_CASE("an action is for editors and for whoever answers for its goal", "[editing]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    shell.ok(words("kpi add Support His --owner Bob"));
    CHECK(shell.as(u"bob"_s, words("action add Calls 'Call them'")).exit == 1);
    CHECK(shell.as(u"bob"_s, words("action add His 'Call them'")).exit == 0);
}
