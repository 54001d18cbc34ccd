// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boardstate.h"
#include "core/domain/cycles.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

class Calendar : public Desk
{
public:
    CycleId add(const QString &name, QDate from, QDate to)
    {
        const AddCycle request{name, from, to};
        return must(ann, [&](Situation &in) { return addCycle(in, request); }).of<Cycle>().added[0].id;
    }
    QString on(QDate day) const
    {
        const Cycle *cycle = cycleOn(state(), day);
        return cycle ? cycle->name : QString();
    }
};

} // namespace

TEST_CASE("the cycle of a day is the one that ends first", "[cycles]")
{
    Calendar calendar;
    CHECK(calendar.on(kDay).isEmpty());
    calendar.add(u"2026"_s, QDate(2026, 1, 1), QDate(2026, 12, 31));
    calendar.add(u"Q4"_s, QDate(2026, 10, 1), QDate(2026, 12, 31));
    calendar.add(u"Sprint"_s, QDate(2026, 11, 16), QDate(2026, 11, 29));

    CHECK(calendar.on(QDate(2026, 9, 30)) == u"2026"_s);
    CHECK(calendar.on(QDate(2026, 10, 1)) == u"Q4"_s);
    CHECK(calendar.on(kDay) == u"Sprint"_s);
    CHECK(calendar.on(QDate(2026, 12, 31)) == u"Q4"_s);
    CHECK(calendar.on(QDate(2027, 1, 1)).isEmpty());
    QStringList names;
    for (const Cycle *cycle : cyclesNewestFirst(calendar.state()))
        names << cycle->name;
    CHECK(names == QStringList{u"Sprint"_s, u"Q4"_s, u"2026"_s});
}

TEST_CASE("the quarter proposed is the first that is no cycle yet", "[cycles]")
{
    Calendar calendar;
    CHECK(nextQuarter(calendar.state(), kDay) == Period{QDate(2026, 10, 1), QDate(2026, 12, 31)});
    calendar.add(u"Q4"_s, QDate(2026, 10, 1), QDate(2026, 12, 31));
    CHECK(nextQuarter(calendar.state(), kDay) == Period{QDate(2027, 1, 1), QDate(2027, 3, 31)});
    calendar.add(u"Q1"_s, QDate(2027, 1, 1), QDate(2027, 3, 31));
    CHECK(nextQuarter(calendar.state(), kDay) == Period{QDate(2027, 4, 1), QDate(2027, 6, 30)});
    CHECK(nextQuarter(calendar.state(), QDate(2026, 9, 30)) == Period{QDate(2026, 7, 1), QDate(2026, 9, 30)});
}

TEST_CASE("a board is past when its cycle has ended, and counts for those who see it", "[cycles]")
{
    Calendar calendar;
    const CycleId quarter = calendar.add(u"Q4"_s, QDate(2026, 10, 1), QDate(2026, 12, 31));
    const BoardId open = calendar.board(calendar.ann, u"Open"_s, Visibility::Public, quarter);
    calendar.board(calendar.ann, u"Closed"_s, Visibility::Private, quarter);
    const BoardId free = calendar.board(calendar.ann, u"Free"_s);
    const PersonId bob = calendar.person(u"Bob"_s);

    const Board &board = *calendar.state().find(open);
    CHECK_FALSE(isPast(calendar.state(), board, QDate(2026, 12, 31)));
    CHECK(isPast(calendar.state(), board, QDate(2027, 1, 1)));
    CHECK_FALSE(isPast(calendar.state(), *calendar.state().find(free), QDate(2099, 1, 1)));
    CHECK(boardsIn(calendar.state(), calendar.ann, quarter) == 2);
    CHECK(boardsIn(calendar.state(), bob, quarter) == 1);
}

TEST_CASE("editors put a board into a cycle, and take it out", "[cycles]")
{
    Calendar calendar;
    const CycleId quarter = calendar.cycle(u"Q4"_s);
    const BoardId board = calendar.board(calendar.ann, u"Team"_s);
    const PersonId bob = calendar.person(u"Bob"_s);
    const auto set = [board](CycleId cycle) {
        return [=](Situation &in) { return setCycle(in, board, cycle); };
    };
    CHECK(calendar.refused(bob, set(quarter)).code == Error::Code::NotAllowed);
    CHECK(calendar.refused(calendar.ann, set(CycleId(404))).code == Error::Code::NameUnknown);

    calendar.must(calendar.ann, set(quarter));
    CHECK(calendar.state().find(board)->cycle == quarter);
    const auto again = calendar.as(calendar.ann, set(quarter));
    REQUIRE(again);
    CHECK(again->change.seq == 0);

    calendar.must(calendar.ann, set({}));
    CHECK_FALSE(calendar.state().find(board)->cycle.isValid());
    REQUIRE(calendar.undo(calendar.ann));
    CHECK(calendar.state().find(board)->cycle == quarter);
}

TEST_CASE("boards of a cycle that is over go on in the present one, which is made if need be", "[cycles]")
{
    Calendar calendar;
    const CycleId over = calendar.add(u"Q2"_s, kDay.addMonths(-6), kDay.addDays(-1));
    const CycleId now = calendar.add(u"All"_s, kDay, kDay);
    const BoardId first = calendar.board(calendar.ann, u"First"_s, Visibility::Public, over);
    const BoardId second = calendar.board(calendar.ann, u"Second"_s, Visibility::Private, over);
    const BoardId open = calendar.board(calendar.ann, u"Open"_s);
    const PersonId bob = calendar.person(u"Bob"_s);
    const auto cycleOf = [&](BoardId board) { return calendar.state().find(board)->cycle; };
    const auto carry = [](const QList<BoardId> &boards) {
        return [boards](Situation &in) { return carryOver(in, {boards, u"Q4 2026"_s}); };
    };
    CHECK(calendar.refused(bob, carry({first})).code == Error::Code::NotAllowed);
    CHECK(calendar.refused(bob, carry({second})).code == Error::Code::NameUnknown);
    CHECK(calendar.refused(calendar.ann, carry({first, BoardId(404)})).code == Error::Code::NameUnknown);

    SECTION("into the cycle that there is")
    {
        calendar.must(calendar.ann, carry({first, open}));
        CHECK(cycleOf(first) == now);
        CHECK(cycleOf(second) == over);
        CHECK_FALSE(cycleOf(open).isValid());
        const auto again = calendar.as(calendar.ann, carry({first}));
        REQUIRE(again);
        CHECK(again->change.seq == 0);
    }
    SECTION("into a new quarter, made once for all of them and taken back with them")
    {
        calendar.must(calendar.ann, [&](Situation &in) {
            return deleteThing(in, Named{Named::Kind::Cycle, now.value(), u"All"_s, u"All"_s});
        });
        calendar.must(calendar.ann, carry({first, second}));
        const Cycle *quarter = cycleOn(calendar.state(), kDay);
        REQUIRE(quarter);
        CHECK(quarter->name == u"Q4 2026"_s);
        CHECK(Period{quarter->from, quarter->to} == periodOf(Cadence::Quarter, kDay));
        CHECK(cycleOf(first) == quarter->id);
        CHECK(cycleOf(second) == quarter->id);

        REQUIRE(calendar.undo(calendar.ann));
        CHECK(cycleOf(first) == over);
        CHECK(cycleOf(second) == over);
        CHECK(cycleOn(calendar.state(), kDay) == nullptr);
    }
    SECTION("a name that another cycle has is refused, and nothing is carried")
    {
        calendar.must(calendar.ann, [&](Situation &in) {
            return deleteThing(in, Named{Named::Kind::Cycle, now.value(), u"All"_s, u"All"_s});
        });
        calendar.add(u"Q4 2026"_s, kDay.addDays(100), kDay.addDays(200));
        CHECK(calendar.refused(calendar.ann, carry({first})).code == Error::Code::NameTaken);
        CHECK(cycleOf(first) == over);
    }
}

TEST_CASE("boards that have ended are those that one may edit and that are in use", "[cycles]")
{
    Calendar calendar;
    const CycleId over = calendar.add(u"Q2"_s, kDay.addMonths(-6), kDay.addDays(-1));
    const BoardId board = calendar.board(calendar.ann, u"Team"_s, Visibility::Public, over);
    calendar.board(calendar.ann, u"Open"_s);
    const PersonId bob = calendar.person(u"Bob"_s);
    const auto ended = [&](PersonId person, QDate day) {
        QStringList names;
        for (const Board *one : boardsEnded(calendar.state(), person, day))
            names.append(one->name);
        return names;
    };
    CHECK(ended(calendar.ann, kDay) == QStringList{u"Team"_s});
    CHECK(ended(calendar.ann, kDay.addDays(-1)).isEmpty());
    CHECK(ended(bob, kDay).isEmpty());
    calendar.must(calendar.ann, [&](Situation &in) { return archive(in, calendar.named(board)); });
    CHECK(ended(calendar.ann, kDay).isEmpty());
}

TEST_CASE("a board that was archived can be brought back, and that undone", "[archive]")
{
    Calendar calendar;
    const BoardId board = calendar.board(calendar.ann, u"Team"_s);
    const PersonId bob = calendar.person(u"Bob"_s);
    const auto bring = [board](Situation &in) { return bringBack(in, board); };
    const auto nothing = calendar.as(calendar.ann, bring);
    REQUIRE(nothing);
    CHECK(nothing->change.seq == 0);
    calendar.must(calendar.ann, [&](Situation &in) { return archive(in, calendar.named(board)); });
    REQUIRE(calendar.state().find(board)->archived);
    CHECK(calendar.refused(bob, bring).code == Error::Code::NotAllowed);

    calendar.must(calendar.ann, bring);
    CHECK_FALSE(calendar.state().find(board)->archived);
    REQUIRE(calendar.undo(calendar.ann));
    CHECK(calendar.state().find(board)->archived);
    CHECK(calendar.refused(calendar.ann, [](Situation &in) { return bringBack(in, BoardId(404)); }).code ==
          Error::Code::NameUnknown);
}
