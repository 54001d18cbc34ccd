// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/commenting.h"
#include "core/services/changes.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A board with one KPI, and people who may do more or less with it.
struct Bench
{
    Desk desk;
    PersonId bob = desk.person(u"Bob"_s);
    PersonId eve = desk.person(u"Eve"_s);
    BoardId board = desk.board(desk.ann, u"Board"_s);
    KpiId kpi = desk.kpi(desk.ann, board, u"Reply"_s);

    Bench() { desk.share(desk.ann, board, {bob, {}}, Role::Editor); }

    QList<ThingChange> changes(PersonId person, qint64 before = 0, qsizetype most = 100) const
    {
        const auto found =
            telling::changesOf(desk.file->engine(), desk.state(), person, kpi.value(), before, most);
        REQUIRE(found);
        return *found;
    }
    ThingChange latest(PersonId person) const { return changes(person, 0, 1).first(); }
    void edit(PersonId person, const QString &field, const QString &value)
    {
        desk.must(person, [&](Situation &in) { return editFields(in, desk.named(kpi), {{field, value}}); });
    }
    Decide takeBack(qint64 seq)
    {
        return [this, seq](Situation &in) { return undoing::takeBack(desk.file->engine(), in, seq); };
    }
    const Kpi &now() const { return *desk.state().find(kpi); }
};

QList<Act> actsOf(const QList<ThingChange> &changes)
{
    QList<Act> acts;
    for (const ThingChange &change : changes)
        acts << change.entry.act;
    return acts;
}

} // namespace

TEST_CASE("what touched a thing or what hangs on it is told newest first", "[changes]")
{
    Bench bench;
    const KpiId other = bench.desk.kpi(bench.desk.ann, bench.board, u"Other"_s);
    bench.desk.record(bench.desk.ann, Desk::value(bench.kpi, 58));
    bench.desk.record(bench.desk.ann, Desk::value(other, 1));
    bench.edit(bench.bob, u"source"_s, u"Help desk"_s);
    bench.desk.must(bench.eve,
                    [&](Situation &in) { return addComment(in, Subject::of(bench.kpi), u"hm"_s); });

    const QList<ThingChange> changes = bench.changes(bench.eve);

    CHECK(actsOf(changes) == QList<Act>{Act::AddComment, Act::Edit, Act::Record, Act::AddKpi});
    CHECK(changes[1].entry.author == bench.bob);
    REQUIRE(changes[1].steps.size() == 1);
    CHECK(changes[1].steps[0].table == u"kpi"_s);
    CHECK_FALSE(changes[1].steps[0].before.contains(u"source"_s));
    CHECK(changes[1].steps[0].after.value(u"source"_s) == u"Help desk"_s);
    CHECK_FALSE(changes[2].steps[0].existed);
    CHECK(changes[2].steps[0].after.value(u"value"_s) == 58.0);
    CHECK(changes[3].steps.size() == 2); // with its first target
}

TEST_CASE("what was taken away again is still told of", "[changes]")
{
    Bench bench;
    const CommentId comment =
        bench.desk
            .must(bench.eve, [&](Situation &in) { return addComment(in, Subject::of(bench.kpi), u"hm"_s); })
            .of<Comment>()
            .added[0]
            .id;
    bench.desk.must(bench.eve, [&](Situation &in) { return deleteComment(in, comment); });
    bench.desk.record(bench.desk.ann, Desk::value(bench.kpi, 58));
    REQUIRE(bench.desk.undo(bench.desk.ann));

    const QList<ThingChange> changes = bench.changes(bench.eve);

    CHECK(actsOf(changes) == QList<Act>{Act::Undo, Act::Record, Act::Delete, Act::AddComment, Act::AddKpi});
    CHECK(changes[2].steps.value(0).before.value(u"text"_s) == u"hm"_s);
    CHECK_FALSE(changes[2].steps.value(0).exists);
    CHECK(changes[1].isTakenBack);
    CHECK_FALSE(changes[0].isTakenBack);
}

TEST_CASE("changes come in pages", "[changes]")
{
    Bench bench;
    for (int i = 0; i < 5; ++i)
        bench.edit(bench.desk.ann, u"source"_s, QString::number(i));

    const QList<ThingChange> first = bench.changes(bench.eve, 0, 2);
    const QList<ThingChange> rest = bench.changes(bench.eve, first.last().entry.seq, 100);

    CHECK(first.size() == 2);
    CHECK(rest.size() == 4);
    CHECK(rest.first().entry.seq < first.last().entry.seq);
}

TEST_CASE("what one may not see has no changes to tell", "[changes]")
{
    Desk desk;
    const PersonId eve = desk.person(u"Eve"_s);
    const BoardId board = desk.board(desk.ann, u"Closed"_s, Visibility::Private);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Secret"_s);

    const auto changes = telling::changesOf(desk.file->engine(), desk.state(), eve, kpi.value(), 0, 10);

    REQUIRE(changes);
    CHECK(changes->isEmpty());
}

TEST_CASE("an older act of one's own is taken back by its number, and done again", "[undo]")
{
    Bench bench;
    bench.edit(bench.desk.ann, u"source"_s, u"Mondays"_s);
    const qint64 edit = bench.latest(bench.desk.ann).entry.seq;
    bench.desk.record(bench.desk.ann, Desk::value(bench.kpi, 58));

    bench.desk.must(bench.desk.ann, bench.takeBack(edit));
    CHECK(bench.now().source.isEmpty());
    CHECK(bench.desk.state().seriesOf(bench.kpi).points().size() == 1);
    CHECK(bench.latest(bench.desk.ann).entry.act == Act::Undo);

    bench.desk.must(bench.desk.ann, bench.takeBack(bench.latest(bench.desk.ann).entry.seq));
    CHECK(bench.now().source == u"Mondays"_s);
    CHECK(bench.latest(bench.desk.ann).entry.act == Act::Redo);
}

TEST_CASE("undo goes on before what was taken back by its number", "[undo]")
{
    Bench bench;
    bench.edit(bench.desk.ann, u"source"_s, u"Mondays"_s);
    bench.edit(bench.desk.ann, u"cadence"_s, u"week"_s);
    bench.edit(bench.desk.ann, u"definition"_s, u"Median"_s);
    const qint64 last = bench.latest(bench.desk.ann).entry.seq;

    bench.desk.must(bench.desk.ann, bench.takeBack(last));
    REQUIRE(bench.desk.undo(bench.desk.ann));

    CHECK(bench.now().definition.isEmpty());
    CHECK(bench.now().cadence == Cadence::Month);
    CHECK(bench.now().source == u"Mondays"_s);
}

TEST_CASE("what was changed again since is not taken back", "[undo]")
{
    Bench bench;
    bench.edit(bench.desk.ann, u"source"_s, u"one"_s);
    const qint64 first = bench.latest(bench.desk.ann).entry.seq;
    bench.edit(bench.bob, u"source"_s, u"two"_s);

    CHECK(bench.desk.refused(bench.desk.ann, bench.takeBack(first)).code == Error::Code::TouchedSince);
    CHECK(bench.desk.refused(bench.desk.ann, bench.takeBack(99'999)).code == Error::Code::NothingToUndo);
}

TEST_CASE("editors take back what others did on their board, and nobody else does", "[undo]")
{
    Bench bench;
    bench.edit(bench.desk.ann, u"source"_s, u"one"_s);
    const qint64 edit = bench.latest(bench.desk.ann).entry.seq;

    CHECK_FALSE(bench.latest(bench.eve).mayTakeBack);
    CHECK(bench.latest(bench.bob).mayTakeBack);
    CHECK(bench.desk.refused(bench.eve, bench.takeBack(edit)).code == Error::Code::NotAllowed);
    bench.desk.must(bench.bob, bench.takeBack(edit));
    CHECK(bench.now().source.isEmpty());
    CHECK_FALSE(bench.changes(bench.bob, 0, 2)[1].mayTakeBack);
    CHECK(bench.desk.redo(bench.bob));
    CHECK(bench.now().source == u"one"_s);
}

TEST_CASE("what someone said is theirs to take back", "[undo]")
{
    Bench bench;
    bench.desk.must(bench.eve,
                    [&](Situation &in) { return addComment(in, Subject::of(bench.kpi), u"hm"_s); });
    const ThingChange said = bench.latest(bench.bob);

    CHECK_FALSE(said.mayTakeBack);
    CHECK(bench.desk.refused(bench.desk.ann, bench.takeBack(said.entry.seq)).code ==
          Error::Code::NotUndoable);
    bench.desk.must(bench.eve, bench.takeBack(said.entry.seq));
    CHECK(bench.desk.state().of<Comment>().isEmpty());
}

TEST_CASE("an act about a board that one no longer sees is not taken back", "[undo]")
{
    Bench bench;
    bench.edit(bench.bob, u"source"_s, u"one"_s);
    const qint64 edit = bench.latest(bench.bob).entry.seq;
    bench.desk.must(bench.desk.ann, [&](Situation &in) {
        return editFields(in, bench.desk.named(bench.board), {{u"visibility"_s, u"private"_s}});
    });
    bench.desk.must(bench.desk.ann, [&](Situation &in) {
        return unshareBoard(in, {bench.board, {bench.bob, {}}});
    });

    CHECK(bench.desk.refused(bench.bob, bench.takeBack(edit)).code == Error::Code::UndoUnseen);
}
