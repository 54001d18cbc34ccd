// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/printing.h"

using namespace Qt::StringLiterals;
using namespace milepost::test;

TEST_CASE("undo takes back one's own last entry, redo does it again", "[undo]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls"));
    shell.ok(words("--today 2026-03-10 record Calls 5"));
    CHECK(shell.as(u"bob"_s, words("undo")).exit == 1);
    const QJsonObject undone = shell.ok(words("undo"));
    CHECK(undone[u"what"_s] == u"undo"_s);
    CHECK(undone[u"act"_s] == u"record"_s);
    CHECK(shell.ok(words("history Calls"))[u"points"_s].toArray().isEmpty());
    shell.ok(words("redo"));
    CHECK(shell.ok(words("history Calls"))[u"points"_s].toArray().size() == 1);
    CHECK(shell(words("redo")).exit == 1);
}

TEST_CASE("undo is refused if a later entry touched the same rows", "[undo]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("board share Support Bob editor"));
    shell.ok(words("kpi add Support Calls"));
    REQUIRE(shell.as(u"bob"_s, words("edit Calls --set unit=calls")).exit == 0);
    const Answer answer = shell(words("undo"));
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(shell.as(u"bob"_s, words("undo")).exit == 0);
}

TEST_CASE("a board is shown as it stood at the end of a day", "[past]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("--today 2026-03-10 kpi add Support Calls --target 5"));
    shell.ok(words("--today 2026-03-12 record Calls 4 --on 2026-03-11"));
    shell.ok(words("--today 2026-03-14 correct Calls 6 --on 2026-03-11 --reason x"));
    shell.ok(words("--today 2026-03-15 edit Support --set name=Helpdesk"));
    const auto calls = [&shell](const char *day) {
        return named(
            named(shell.ok(words("show --at") + QStringList{QString::fromLatin1(day)})[u"boards"_s],
                  QString::fromLatin1(day) < u"2026-03-15"_s ? u"Support"_s : u"Helpdesk"_s)[u"kpis"_s],
            u"Calls"_s);
    };
    CHECK(calls("2026-03-11")[u"health"_s] == u"no data"_s);
    CHECK(calls("2026-03-12")[u"value"_s] == 4);
    CHECK(calls("2026-03-13")[u"health"_s] == u"bad"_s);
    CHECK(calls("2026-03-14")[u"value"_s] == 6);
    CHECK(calls("2026-03-20")[u"value"_s] == 6);
    CHECK(shell.ok(words("show --at 2026-03-09"))[u"boards"_s].toArray().isEmpty());
    CHECK(shell.ok(words("show Helpdesk --at 2026-03-12"))[u"boards"_s].toArray().first()[u"name"_s] ==
          u"Support"_s);
    CHECK(shell(words("show Helpdesk --at 2026-03-01")).exit == 1);
}

TEST_CASE("rights are today's, also for the past", "[past]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("--today 2026-03-11 edit Support --set visibility=private"));
    CHECK(shell.as(u"bob"_s, words("show --at 2026-03-10")).json()[u"boards"_s].toArray().isEmpty());
    shell.ok(words("--today 2026-03-12 board share Support Bob viewer"));
    CHECK(shell.as(u"bob"_s, words("show --at 2026-03-11")).json()[u"boards"_s].toArray().size() == 1);
}

TEST_CASE("the log tells sequence, time, author, act and hash, after an entry if asked", "[log]")
{
    const Shell shell;
    shell.found();
    const QJsonArray entries = shell.ok(words("log"))[u"entries"_s].toArray();
    REQUIRE(entries.size() == 4);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        CHECK(entries[i][u"seq"_s] == i + 1);
        CHECK(entries[i][u"hash"_s].toString().size() == 64);
        CHECK(entries[i][u"at"_s] == u"2026-03-10T11:00:00.000Z"_s);
    }
    CHECK(entries[0][u"what"_s] == u"create_workspace"_s);
    CHECK(entries[1][u"what"_s] == u"add_board"_s);
    CHECK(entries[3][u"author"_s] == u"Bob"_s);
    CHECK(shell.ok(words("log --since 3"))[u"entries"_s].toArray() == QJsonArray{entries[3]});
}

TEST_CASE("journal times may run backwards, the order is that of the sequence", "[log]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("--today 2026-02-01 board add Earlier"));
    const QJsonArray entries = shell.ok(words("log --since 4"))[u"entries"_s].toArray();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0][u"at"_s] == u"2026-02-01T11:00:00.000Z"_s);
    CHECK(shell.ok(words("verify"))[u"ok"_s] == true);
}

TEST_CASE("what people read has columns, and no object", "[text]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("kpi add Support Calls --unit min --target 60 --good down"));
    shell.ok(words("--today 2026-03-10 record Calls 58"));
    const Answer answer = shell.run(words("-w W.milepost --profile ann --today 2026-03-10 show"));
    CHECK(answer.exit == 0);
    CHECK(answer.out.contains("Support (public)"));
    CHECK(answer.out.contains("≤ 60"));
    CHECK(answer.out.contains("Good"));
    CHECK_FALSE(answer.out.contains('{'));
    for (const char *const line : {"log", "history Calls", "verify", "whoami", "undo"})
        CHECK(shell.run(words("-w W.milepost --profile ann") + words(line)).out.endsWith('\n'));
}
