// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/attention.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A board of Ann's with a goal that has hardly begun late in its cycle, and a KPI that misses its target.
class Trouble : public Desk
{
public:
    ActionId action(const QString &title, PersonId owner, QDate due, BoardId on)
    {
        Action action;
        action.subject = Subject::of(on);
        action.title = title;
        action.owner = owner;
        action.due = due;
        return must(ann, [&](Situation &in) { return addAction(in, action); }).of<Action>().added[0].id;
    }
    Attention of(PersonId person) const { return attentionFor(state(), person, kDay); }
    QStringList titles(const QList<ActionId> &actions) const
    {
        QStringList titles;
        for (const ActionId id : actions)
            titles << state().find(id)->title;
        return titles;
    }

    PersonId bob = person(u"Bob"_s);
    CycleId q4 = cycle(u"Q4"_s);
    BoardId here = board(ann, u"Here"_s, Visibility::Private, q4);
    ObjectiveId goal = objective(ann, here, u"Goal"_s);
    KeyResultId result = keyResult(ann, goal, u"Result"_s);
    KpiId metric = kpi(ann, here, u"Metric"_s);
};

GivenValue saying(KeyResultId keyResult, double value)
{
    GivenValue given;
    given.keyResult = keyResult;
    given.date = kDay;
    given.value = value;
    return given;
}

} // namespace

TEST_CASE("what does not go as planned asks the editors of its board, and nobody else", "[attention]")
{
    Trouble trouble;
    CHECK(trouble.of(trouble.ann).risks.isEmpty());
    trouble.record(trouble.ann, saying(trouble.result, 0.5));
    trouble.record(trouble.ann, Desk::value(trouble.metric, 1));

    const QList<Risk> risks = trouble.of(trouble.ann).risks;
    REQUIRE(risks.size() == 2);
    CHECK(risks[0].subject == Subject::of(trouble.goal));
    CHECK(risks[0].status == Status::AtRisk);
    CHECK(risks[0].value == 0.05);
    CHECK(risks[1].subject == Subject::of(trouble.metric));
    CHECK(risks[1].health == Health::Bad);
    CHECK(trouble.of(trouble.bob) == Attention());
    trouble.share(trouble.ann, trouble.here, {trouble.bob, {}}, Role::Commenter);
    CHECK(trouble.of(trouble.bob).risks.isEmpty());
    trouble.share(trouble.ann, trouble.here, {trouble.bob, {}}, Role::Editor);
    CHECK(trouble.of(trouble.bob).risks == risks);
    CHECK(trouble.of({}) == Attention());
}

TEST_CASE("what is behind comes after what is at risk", "[attention]")
{
    Trouble trouble;
    trouble.record(trouble.ann, saying(trouble.result, 3));
    trouble.record(trouble.ann, Desk::value(trouble.metric, 1));

    const QList<Risk> risks = trouble.of(trouble.ann).risks;
    REQUIRE(risks.size() == 2);
    CHECK(risks[0].health == Health::Bad);
    CHECK(risks[1].status == Status::Behind);
}

TEST_CASE("a board that is archived, or whose cycle is over, has no risks and no actions", "[attention]")
{
    Trouble trouble;
    trouble.record(trouble.ann, saying(trouble.result, 0.5));
    trouble.action(u"Late"_s, trouble.ann, kDay.addDays(-1), trouble.here);
    CHECK(trouble.of(trouble.ann).risks.size() == 1);
    CHECK(trouble.of(trouble.ann).actions.size() == 1);

    const Attention after = attentionFor(trouble.state(), trouble.ann, QDate(2027, 1, 1));
    CHECK(after.risks.isEmpty());
    CHECK(after.actions.isEmpty());
    trouble.must(trouble.ann, [&](Situation &in) { return archive(in, trouble.named(trouble.here)); });
    CHECK(trouble.of(trouble.ann).risks.isEmpty());
    CHECK(trouble.of(trouble.ann).actions.isEmpty());
    CHECK(trouble.of(trouble.ann).openActions == 0);
}

TEST_CASE("a board that is left in a cycle asks for a month after its end, and only its editors",
          "[attention]")
{
    Trouble trouble;
    const auto ended = [&trouble](PersonId person, QDate day) {
        return attentionFor(trouble.state(), person, day).ended;
    };
    const QDate last = trouble.state().cycleOf(trouble.here)->to;
    CHECK(ended(trouble.ann, last).isEmpty());
    CHECK(ended(trouble.ann, last.addDays(1)) == QList<BoardId>{trouble.here});
    CHECK(ended(trouble.ann, last.addDays(kGoneDays)) == QList<BoardId>{trouble.here});
    CHECK(ended(trouble.ann, last.addDays(kGoneDays + 1)).isEmpty());
    CHECK(ended(trouble.bob, last.addDays(1)).isEmpty());
}

TEST_CASE("actions ask from a week before their day, the earliest first", "[attention]")
{
    Trouble trouble;
    trouble.action(u"Later"_s, trouble.ann, kDay.addDays(kSoonDays + 1), trouble.here);
    trouble.action(u"Soon"_s, trouble.ann, kDay.addDays(kSoonDays), trouble.here);
    trouble.action(u"Late"_s, trouble.ann, kDay.addDays(-3), trouble.here);
    trouble.action(u"Some day"_s, trouble.ann, {}, trouble.here);
    trouble.action(u"Bob's"_s, trouble.bob, kDay, trouble.here);
    const ActionId done = trouble.action(u"Done"_s, trouble.ann, kDay, trouble.here);
    trouble.must(trouble.ann, [&](Situation &in) { return finishAction(in, done); });

    CHECK(trouble.titles(trouble.of(trouble.ann).actions) == QStringList{u"Late"_s, u"Soon"_s});
    CHECK(trouble.of(trouble.ann).openActions == 4);
    CHECK(trouble.of(trouble.bob).actions.isEmpty()); // of a board that is not shared with him
    trouble.share(trouble.ann, trouble.here, {trouble.bob, {}}, Role::Viewer);
    CHECK(trouble.titles(trouble.of(trouble.bob).actions) == QStringList{u"Bob's"_s});
}

TEST_CASE("of what has not been read nothing is said", "[attention]")
{
    Trouble trouble;
    trouble.record(trouble.ann, Desk::value(trouble.metric, 1));
    WorkingSet unread = trouble.state();
    REQUIRE(attentionFor(unread, trouble.ann, kDay).risks.size() == 1);
    unread.series.clear();

    CHECK(attentionFor(unread, trouble.ann, kDay).risks.isEmpty());
    CHECK(seriesForRisks(unread, trouble.ann, kDay) == QSet<KpiId>{trouble.metric});
    CHECK(seriesForRisks(unread, trouble.bob, kDay).isEmpty());
}

TEST_CASE("a mention asks for the one it names, and not on a board that is put away", "[attention]")
{
    Trouble trouble;
    const auto say = [&](BoardId board) {
        trouble.must(trouble.bob,
                     [board](Situation &in) { return addComment(in, Subject::of(board), u"@Ann, look"_s); });
    };
    const BoardId open = trouble.board(trouble.bob, u"Open"_s);
    const BoardId old = trouble.board(trouble.bob, u"Old"_s);
    say(open);
    say(old);
    REQUIRE(trouble.of(trouble.ann).mentions.size() == 2);

    trouble.must(trouble.bob, [&](Situation &in) {
        return archive(in, {Named::Kind::Board, old.value(), u"Old"_s, u"Old"_s});
    });

    REQUIRE(trouble.of(trouble.ann).mentions.size() == 1);
    CHECK(trouble.state().find(trouble.of(trouble.ann).mentions[0])->board == open);
    CHECK(trouble.of(trouble.bob).mentions.isEmpty());
}
