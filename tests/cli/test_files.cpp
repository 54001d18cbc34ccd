// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"
#include "tests/support/printing.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace milepost::test;

TEST_CASE("a file that exists is never overwritten", "[files]")
{
    const Shell shell;
    shell.found();
    const QByteArray before = shell.read(u"W.milepost"_s);
    shell.write(u"taken"_s, "mine");
    const char *const line = GENERATE("new --name Other --person Eve", "demo --people 3 --weeks 2",
                                      "backup taken", "export taken");
    const Answer answer = shell(words(line));
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(shell.read(u"W.milepost"_s) == before);
    CHECK(shell.read(u"taken"_s) == "mine");
}

TEST_CASE("new makes the founder, who owns what they make", "[files]")
{
    const Shell shell;
    const QJsonObject made = shell.ok(words("new --name Acme --person Ann --key-file"));
    CHECK(made[u"name"_s] == u"Acme"_s);
    CHECK(made[u"id"_s].isString());
    CHECK(made[u"seq"_s] == 1);
    const QJsonObject me = shell.ok(words("whoami"));
    CHECK(me[u"person"_s] == u"Ann"_s);
    CHECK(me[u"workspace"_s] == u"Acme"_s);
    CHECK(me[u"id"_s].isString());
    shell.ok(words("board add Support"));
    CHECK(shell.board(u"Support"_s)[u"role"_s] == u"owner"_s);
}

TEST_CASE("a profile that cannot be kept is told before a workspace is made", "[files]")
{
    const Shell shell;
    shell.write(u"ann"_s, "a file, not a folder");
    const Answer answer = shell(words("new --name Acme --person Ann"));
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK_FALSE(QFile::exists(shell.path(u"W.milepost"_s)));
}

TEST_CASE("the demo is a company whose weeks are entries of their own", "[files]")
{
    const Shell shell;
    const QJsonObject made = shell.ok(words("--today 2026-03-10 demo --people 8 --weeks 6 --seed 3"));
    CHECK(made[u"people"_s] == 8);
    CHECK(made[u"seq"_s] == 8);
    CHECK(shell.ok(words("verify"))[u"ok"_s] == true);
    CHECK_FALSE(shell.ok(words("--today 2026-03-10 show"))[u"boards"_s].toArray().isEmpty());
    CHECK(shell.run(words("-w W.milepost --profile ann --today 2026-03-10 show")).exit == 0);
}

TEST_CASE("what is no workspace is refused and stays as it is", "[files]")
{
    const Shell shell;
    shell.found();
    const QByteArray whole = shell.read(u"W.milepost"_s);
    const QByteArray content =
        GENERATE_COPY(QByteArray(), QByteArray("hello"), QByteArray(5000, 'x'), whole.left(whole.size() / 2));
    shell.write(u"odd"_s, content);
    for (const char *const line :
         {"show", "board add X", "verify", "log", "join Ann", "import odd --board B --date d --value v"}) {
        const Answer answer = shell.run(words("-w odd --profile ann --json") + words(line));
        INFO(line << ": " << answer.err.toStdString());
        CHECK(answer.exit == 1);
        CHECK(answer.complaints() == 1);
        CHECK(shell.read(u"odd"_s) == content);
    }
    const Answer folder = shell.run(words("-w . --profile ann show"));
    CHECK(folder.exit == 1);
    CHECK(folder.complaints() == 1);
}

TEST_CASE("a restored export shows, remembers and logs the same, and verifies", "[files]")
{
    const Shell shell;
    shell.ok(words("--today 2026-03-10 demo --people 8 --weeks 8"));
    shell.ok({u"--today"_s, u"2026-03-10"_s, u"board"_s, u"add"_s, u"<img src=x>'; DROP TABLE \"\\ 😀"_s});
    shell.ok(words("--today 2026-03-10 kpi add Support Odd"));
    shell.ok({u"--today"_s, u"2026-03-10"_s, u"record"_s, u"Odd"_s, u"0.1"_s, u"--note"_s, u"a\n\"b\"\té"_s});
    shell.ok(words("--today 2026-03-10 correct Odd -0.30000000000000004 --on 2026-03-10 --reason typo"));
    shell.ok(words("export out.json"));
    const Answer restored = shell.run(words("-w R.milepost --profile ann --json restore out.json"));
    INFO(restored.err.toStdString());
    REQUIRE(restored.exit == 0);
    CHECK(restored.json()[u"id"_s] == shell.ok(words("whoami"))[u"workspace_id"_s]);
    for (const char *const line :
         {"show", "history Odd", "log", "whoami", "verify", "show --at 2026-02-15"}) {
        const QStringList rest = words("--profile ann --json --today 2026-03-10") + words(line);
        const Answer copy = shell.run(words("-w R.milepost") + rest);
        CHECK(copy.exit == 0);
        CHECK(copy.out == shell.run(words("-w W.milepost") + rest).out);
    }
    CHECK(shell.run(words("-w R.milepost --profile ann board add More")).exit == 0);
    CHECK(shell.run(words("-w R.milepost --profile ann restore out.json")).exit == 1);
}

TEST_CASE("a broken export leaves nothing behind", "[files]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("export out.json"));
    const QByteArray whole = shell.read(u"out.json"_s);
    QByteArray changed = whole;
    changed.replace("Support", "Sabotage");
    QByteArray version = whole;
    version.replace("\"version\":1", "\"version\":2");
    const QByteArray content = GENERATE_COPY(
        whole.left(whole.size() / 2), changed, version, QByteArray("{}"), QByteArray("[1]"),
        QByteArray("hello"), QByteArray("{\"format\":\"milepost-export\",\"version\":1,\"tables\":{}}"),
        QByteArray("{\"tables\":{\"nonsense\":[{\"id\":1}]}}"), QByteArray());
    shell.write(u"bad.json"_s, content);
    const Answer answer = shell.run(words("-w R.milepost --profile ann --json restore bad.json"));
    INFO(answer.err.toStdString());
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    CHECK(answer.out.isEmpty());
    CHECK(QDir(shell.path(u""_s)).entryList({u"R.milepost*"_s}).isEmpty());
}

TEST_CASE("a backup is a workspace of its own", "[files]")
{
    const Shell shell;
    shell.found();
    shell.ok(words("backup copy.milepost"));
    const Answer copy = shell.run(words("-w copy.milepost --profile ann --json log"));
    CHECK(copy.exit == 0);
    CHECK(copy.out == shell(words("log")).out);
    CHECK(shell.run(words("-w copy.milepost --profile ann --json verify")).json()[u"ok"_s] == true);
}

TEST_CASE("verify prints what it finds and exits 1", "[files]")
{
    const Shell shell;
    shell.found();
    CHECK(shell.ok(words("verify"))[u"problems"_s].toArray().isEmpty());
    QByteArray bytes = shell.read(u"W.milepost"_s);
    const qsizetype place = bytes.lastIndexOf("Support");
    REQUIRE(place > 0);
    bytes[place] = 'X';
    shell.write(u"W.milepost"_s, bytes);
    const Answer answer = shell(words("verify"));
    CHECK(answer.exit == 1);
    CHECK(answer.complaints() == 1);
    const QJsonObject object = answer.json();
    CHECK(object[u"ok"_s] == false);
    CHECK(object[u"entries"_s].isDouble());
    CHECK(object[u"rows"_s].isDouble());
    REQUIRE_FALSE(object[u"problems"_s].toArray().isEmpty());
    const QJsonObject problem = object[u"problems"_s].toArray().first().toObject();
    CHECK(problem[u"kind"_s] == u"row_changed"_s);
    CHECK(problem[u"table"_s] == u"board"_s);
    CHECK(problem[u"id"_s].isString());
    CHECK_FALSE(problem[u"text"_s].toString().isEmpty());
}
