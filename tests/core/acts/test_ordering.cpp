// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/moving.h"
#include "core/domain/acts/ordering.h"
#include "core/domain/rights.h"
#include "tests/support/workspaces.h"

#include <QRandomGenerator>

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A board with three of each thing that has an order.
class Rows : public Desk
{
public:
    Rows()
    {
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s}) {
            goals << objective(ann, here, name);
            metrics << kpi(ann, here, name);
        }
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            results << keyResult(ann, goals[0], name);
    }
    void put(qint64 id, const Spot &spot)
    {
        must(ann, [&](Situation &in) { return place(in, *nameOf(in.state, id), spot); });
    }
    Error refusedTo(PersonId person, qint64 id, const Spot &spot)
    {
        return refused(person, [&](Situation &in) { return place(in, *nameOf(in.state, id), spot); });
    }
    template<class Record, class Parent>
    QString order(Parent parent) const
    {
        QString names;
        for (const Record *record : state().template of<Record>().of(parent)) {
            if constexpr (requires { record->title; })
                names += record->title;
            else
                names += record->name;
        }
        return names;
    }

    BoardId here = board(ann, u"Here"_s);
    BoardId there = board(ann, u"There"_s);
    QList<ObjectiveId> goals;
    QList<KeyResultId> results;
    QList<KpiId> metrics;
};

} // namespace

TEST_CASE("a row is put before another one or at the end, and undo puts it back", "[ordering]")
{
    Rows rows;

    rows.put(rows.goals[2].value(), {0, rows.goals[0].value()});
    CHECK(rows.order<Objective>(rows.here) == u"CAB"_s);
    rows.put(rows.goals[2].value(), {0, rows.goals[1].value()});
    CHECK(rows.order<Objective>(rows.here) == u"ACB"_s);
    rows.put(rows.metrics[0].value(), {});
    CHECK(rows.order<Kpi>(rows.here) == u"BCA"_s);
    rows.put(rows.results[1].value(), {0, rows.results[0].value()});
    CHECK(rows.order<KeyResult>(rows.goals[0]) == u"bac"_s);

    REQUIRE(rows.undo(rows.ann));
    CHECK(rows.order<KeyResult>(rows.goals[0]) == u"abc"_s);
    REQUIRE(rows.redo(rows.ann));
    CHECK(rows.order<KeyResult>(rows.goals[0]) == u"bac"_s);
}

TEST_CASE("only the moved row is written, and nothing where it is there already", "[ordering]")
{
    Rows rows;
    const auto draft = [&](qint64 id, const Spot &spot) {
        const auto written =
            rows.as(rows.ann, [&](Situation &in) { return place(in, *nameOf(in.state, id), spot); });
        REQUIRE(written);
        return *written;
    };

    CHECK(draft(rows.goals[2].value(), {0, rows.goals[0].value()}).change.edits.count() == 1);
    CHECK(draft(rows.goals[2].value(), {0, rows.goals[0].value()}).change.seq == 0);
    CHECK(draft(rows.goals[1].value(), {}).change.seq == 0);
}

TEST_CASE("a step up or down passes over what is archived, and ends at the ends", "[ordering]")
{
    Rows rows;
    const auto step = [&](qint64 id, Step way) {
        return spotAfter(rows.state(), *nameOf(rows.state(), id), way);
    };
    rows.must(rows.ann, [&](Situation &in) { return archive(in, rows.named(rows.metrics[1])); });

    CHECK_FALSE(step(rows.metrics[0].value(), Step::Up));
    CHECK(step(rows.metrics[0].value(), Step::Down) == Spot{0, 0});
    CHECK(step(rows.metrics[2].value(), Step::Up) == Spot{0, rows.metrics[0].value()});
    CHECK_FALSE(step(rows.metrics[2].value(), Step::Down));
    CHECK_FALSE(step(rows.metrics[1].value(), Step::Down));
    CHECK(step(rows.goals[0].value(), Step::Down) == Spot{0, rows.goals[2].value()});
    CHECK_FALSE(step(rows.here.value(), Step::Down));
}

TEST_CASE("a key result steps out of its objective into the next one", "[ordering]")
{
    Rows rows;
    const KeyResultId other = rows.keyResult(rows.ann, rows.goals[1], u"other"_s);
    const auto step = [&](KeyResultId id, Step way) { return spotAfter(rows.state(), rows.named(id), way); };

    CHECK_FALSE(step(rows.results[0], Step::Up));
    CHECK(step(rows.results[2], Step::Down) == Spot{rows.goals[1].value(), other.value()});
    CHECK(step(other, Step::Up) == Spot{rows.goals[0].value(), 0});
    CHECK(step(other, Step::Down) == Spot{rows.goals[2].value(), 0});
}

TEST_CASE("parts keep to their key result", "[ordering]")
{
    Rows rows;
    QList<MilestonePart> parts(3);
    for (int i = 0; i < 3; ++i)
        parts[i].title = QString(u"xyz"_s[i]);
    const KeyResultId steps = rows.keyResult(rows.ann, rows.goals[0], u"Steps"_s, {}, parts);
    const KeyResultId others = rows.keyResult(rows.ann, rows.goals[0], u"Others"_s, {}, {parts[0]});
    const auto made = rows.state().of<MilestonePart>().of(steps);
    const qint64 first = made[0]->id.value();
    const qint64 last = made[2]->id.value();

    rows.put(last, {0, first});

    CHECK(rows.order<MilestonePart>(steps) == u"zxy"_s);
    CHECK(rows.refusedTo(rows.ann, first, {others.value(), 0}).code == Error::Code::WrongKind);
}

TEST_CASE("a key result moves to another objective, with what was said about it", "[ordering]")
{
    Rows rows;
    const ObjectiveId elsewhere = rows.objective(rows.ann, rows.there, u"Elsewhere"_s);
    rows.keyResult(rows.ann, elsewhere, u"first"_s);
    const qint64 moved = rows.results[1].value();
    rows.must(rows.ann,
              [&](Situation &in) { return addComment(in, Subject::of(rows.results[1]), u"why?"_s); });

    rows.put(moved, {elsewhere.value(), rows.state().of<KeyResult>().of(elsewhere)[0]->id.value()});

    CHECK(rows.order<KeyResult>(rows.goals[0]) == u"ac"_s);
    CHECK(rows.order<KeyResult>(elsewhere) == u"bfirst"_s);
    CHECK(rows.state().of<Comment>().of(moved)[0]->board == rows.there);
    REQUIRE(rows.undo(rows.ann));
    CHECK(rows.order<KeyResult>(rows.goals[0]) == u"abc"_s);
    CHECK(rows.state().of<Comment>().of(moved)[0]->board == rows.here);
}

TEST_CASE("objectives and KPIs move to a place on another board", "[ordering]")
{
    Rows rows;
    const ObjectiveId first = rows.objective(rows.ann, rows.there, u"First"_s);
    const KpiId metric = rows.kpi(rows.ann, rows.there, u"Metric"_s);

    rows.put(rows.goals[0].value(), {rows.there.value(), first.value()});
    rows.put(rows.metrics[0].value(), {rows.there.value(), metric.value()});
    rows.put(rows.metrics[1].value(), {rows.there.value(), 0});

    CHECK(rows.order<Objective>(rows.there) == u"AFirst"_s);
    CHECK(rows.order<KeyResult>(rows.goals[0]) == u"abc"_s);
    CHECK(rows.order<Kpi>(rows.there) == u"AMetricB"_s);
    CHECK(rows.order<Kpi>(rows.here) == u"C"_s);
}

TEST_CASE("moving takes the rights to edit at both ends, and a free name", "[ordering]")
{
    Rows rows;
    const PersonId bob = rows.person(u"Bob"_s);
    const BoardId his = rows.board(bob, u"His"_s);
    const ObjectiveId hisGoal = rows.objective(bob, his, u"A"_s);
    rows.objective(rows.ann, rows.there, u"A"_s);

    CHECK(rows.refusedTo(bob, rows.goals[0].value(), {}).code == Error::Code::NotAllowed);
    CHECK(rows.refusedTo(rows.ann, rows.results[0].value(), {hisGoal.value(), 0}).code ==
          Error::Code::NotAllowed);
    CHECK(rows.refusedTo(rows.ann, rows.goals[0].value(), {rows.there.value(), 0}).code ==
          Error::Code::NameTaken);
    CHECK(rows.refusedTo(rows.ann, rows.here.value(), {}).code == Error::Code::WrongKind);
    CHECK(rows.refusedTo(rows.ann, rows.results[0].value(), {5, 0}).code == Error::Code::NameUnknown);
}

TEST_CASE("a private metric is not torn from the key result that it drives", "[ordering]")
{
    Rows rows;
    const BoardId hidden = rows.board(rows.ann, u"Hidden"_s, Visibility::Private);
    const KpiId secret = rows.kpi(rows.ann, hidden, u"Secret"_s);
    const ObjectiveId goal = rows.objective(rows.ann, hidden, u"Goal"_s);
    const KeyResultId driven = rows.keyResult(rows.ann, goal, u"Driven"_s, secret);

    const Error error = rows.refusedTo(rows.ann, driven.value(), {rows.goals[1].value(), 0});

    CHECK(error.code == Error::Code::PrivateMetric);
}

TEST_CASE("ever smaller gaps end in a new numbering, and the order holds", "[ordering]")
{
    Rows rows;
    QStringList expected = {u"A"_s, u"B"_s, u"C"_s};
    bool isRenumbered = false;
    // Always the last one between the first two: the gap halves each time.
    for (int i = 0; i < 80; ++i) {
        const auto present = rows.state().of<Objective>().of(rows.here);
        const qint64 last = present[2]->id.value();
        const qint64 second = present[1]->id.value();
        const Edits edits = rows.must(rows.ann, [&](Situation &in) {
            return place(in, *nameOf(in.state, last), {0, second});
        });
        expected.move(2, 1);
        isRenumbered |= edits.count() > 1;
        REQUIRE(rows.order<Objective>(rows.here) == expected.join(QString()));
    }
    CHECK(isRenumbered);
}

TEST_CASE("any run of moves gives the order that a plain list would have", "[ordering]")
{
    Rows rows;
    QRandomGenerator random(7);
    QList<KpiId> expected = rows.metrics;
    for (int i = 3; i < 8; ++i)
        expected << rows.kpi(rows.ann, rows.here, QString::number(i));
    for (int i = 0; i < 150; ++i) {
        const KpiId moved = expected[random.bounded(8)];
        const qsizetype to = random.bounded(9);
        const KpiId before = to < 8 ? expected[to] : KpiId();
        if (before == moved)
            continue;
        REQUIRE(rows.as(rows.ann, [&](Situation &in) {
            return place(in, *nameOf(in.state, moved.value()), {0, before.value()});
        }));
        expected.removeOne(moved);
        expected.insert(before.isValid() ? expected.indexOf(before) : expected.size(), moved);
        QList<KpiId> present;
        for (const Kpi *kpi : rows.state().of<Kpi>().of(rows.here))
            present << kpi->id;
        REQUIRE(present == expected);
    }
}

namespace {

/// Boards of two people who edit some of each other's.
class Shelf : public Desk
{
public:
    Shelf() { share(bob, theirs, {ann, {}}, Role::Editor); }
    QString order(PersonId person) const
    {
        QString names;
        for (const Board *one : visibleBoards(state(), person))
            names += one->name;
        return names;
    }
    void put(BoardId which, BoardId before)
    {
        must(ann, [=](Situation &in) { return placeBoard(in, which, before); });
    }
    void step(BoardId which, Step way)
    {
        must(ann, [=](Situation &in) { return stepBoard(in, which, way); });
    }
    void stepNowhere(BoardId which, Step way)
    {
        const auto written = as(ann, [=](Situation &in) { return stepBoard(in, which, way); });
        REQUIRE(written);
        CHECK(written->change.seq == 0);
    }

    PersonId bob = person(u"Bob"_s);
    BoardId a = board(ann, u"A"_s);
    BoardId b = board(ann, u"B"_s);
    BoardId closed = board(bob, u"X"_s, Visibility::Private);
    BoardId c = board(ann, u"C"_s);
    BoardId theirs = board(bob, u"D"_s);
    BoardId alien = board(bob, u"E"_s);
};

} // namespace

TEST_CASE("boards are put in order by who edits them, for all, and undo puts them back", "[ordering]")
{
    Shelf shelf;
    REQUIRE(shelf.order(shelf.ann) == u"ABCDE"_s);

    shelf.put(shelf.theirs, shelf.b);
    CHECK(shelf.order(shelf.ann) == u"ADBCE"_s);
    CHECK(shelf.order({}) == u"ADBCE"_s);
    shelf.put(shelf.a, {});
    CHECK(shelf.order(shelf.ann).startsWith(u"DBC"_s));
    REQUIRE(shelf.undo(shelf.ann));
    CHECK(shelf.order(shelf.ann) == u"ADBCE"_s);

    CHECK(
        shelf.refused(shelf.ann, [&](Situation &in) { return placeBoard(in, shelf.alien, shelf.a); }).code ==
        Error::Code::NotAllowed);
    CHECK(
        shelf.refused(shelf.ann, [&](Situation &in) { return placeBoard(in, shelf.closed, shelf.a); }).code ==
        Error::Code::NameUnknown);
}

TEST_CASE("a board steps over those that are put away, and no further than the ends", "[ordering]")
{
    Shelf shelf;
    shelf.must(shelf.ann, [&](Situation &in) {
        return archive(in, {Named::Kind::Board, shelf.b.value(), u"B"_s, u"B"_s});
    });

    shelf.step(shelf.c, Step::Up);
    CHECK(shelf.order(shelf.ann) == u"CABDE"_s);
    shelf.stepNowhere(shelf.c, Step::Up);
    shelf.step(shelf.c, Step::Down);
    CHECK(shelf.order(shelf.ann).indexOf(u'C') > shelf.order(shelf.ann).indexOf(u'A'));
    CHECK(shelf.order(shelf.ann).indexOf(u'C') < shelf.order(shelf.ann).indexOf(u'D'));
    shelf.step(shelf.c, Step::Down);
    CHECK(shelf.order(shelf.ann).indexOf(u'C') > shelf.order(shelf.ann).indexOf(u'D'));
    shelf.stepNowhere(shelf.c, Step::Down);
    shelf.stepNowhere(shelf.b, Step::Up);
}

TEST_CASE("where there is no room between two boards, those that one edits are numbered anew", "[ordering]")
{
    Shelf shelf;
    shelf.put(shelf.c, shelf.b);
    for (int i = 0; i < 40; ++i) { // twice halved each, which runs out of digits
        shelf.put(shelf.theirs, shelf.c);
        REQUIRE(shelf.order(shelf.ann).startsWith(u"ADCB"_s));
        shelf.put(shelf.c, shelf.theirs);
        REQUIRE(shelf.order(shelf.ann).startsWith(u"ACDB"_s));
    }
}
