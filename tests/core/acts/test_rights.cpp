// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

TEST_CASE("a role comes from the person, their team, and the teams above it, and the highest counts",
          "[rights]")
{
    Desk desk;
    const TeamId outer = desk.team(u"Outer"_s);
    const TeamId inner = desk.team(u"Inner"_s, outer);
    const PersonId cyd = desk.must(desk.ann,
                                   [&](Situation &in) {
                                       return addPerson(in, {u"Cyd"_s, inner});
                                   })
                             .of<Person>()
                             .added[0]
                             .id;
    const BoardId board = desk.board(desk.ann, u"Board"_s, Visibility::Private);
    CHECK(roleOn(desk.state(), desk.ann, board) == Role::Owner);
    CHECK(roleOn(desk.state(), cyd, board) == std::nullopt);

    desk.share(desk.ann, board, {{}, outer}, Role::Commenter);
    CHECK(roleOn(desk.state(), cyd, board) == Role::Commenter);
    desk.share(desk.ann, board, {{}, inner}, Role::Editor);
    desk.share(desk.ann, board, {cyd, {}}, Role::Viewer);
    CHECK(roleOn(desk.state(), cyd, board) == Role::Editor);
    CHECK(roleOn(desk.state(), {}, board) == std::nullopt);
    CHECK(isIn(desk.state(), *desk.state().find(cyd), outer));
}

TEST_CASE("on a public board everyone who works here comments, visitors and those who left look on",
          "[rights]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    CHECK(roleOn(desk.state(), bob, board) == Role::Commenter);
    CHECK(roleOn(desk.state(), {}, board) == Role::Viewer);

    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    desk.must(desk.ann, [&](Situation &in) { return personLeaves(in, {bob, {}}); });

    CHECK(roleOn(desk.state(), bob, board) == Role::Viewer);
    CHECK(require(desk.state(), bob, board, Role::Viewer).error().code == Error::Code::PersonLeft);
    CHECK(require(desk.state(), {}, board, Role::Viewer).error().code == Error::Code::VisitorWrites);
}

TEST_CASE("each role may do what its name says, and no more", "[rights]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s, Visibility::Private);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    const Role role = GENERATE(Role::Viewer, Role::Commenter, Role::Editor, Role::Owner);
    desk.share(desk.ann, board, {bob, {}}, role);
    const auto mayBob = [&](Decide decide) {
        WorkspaceFile::Request request = desk.request(bob, std::move(decide));
        request.dryRun = true;
        const auto written = desk.file->write(request);
        if (!written)
            CHECK(written.error().code == Error::Code::NotAllowed);
        return bool(written);
    };

    CHECK(mayBob([&](Situation &in) { return addComment(in, Subject::of(kpi), u"hm"_s); }) ==
          (role >= Role::Commenter));
    CHECK(mayBob([&](Situation &in) { return recordValue(in, Desk::value(kpi, 1)); }) ==
          (role >= Role::Editor));
    Action action;
    action.subject = Subject::of(kpi);
    action.title = u"Call them"_s;
    CHECK(mayBob([&](Situation &in) { return addAction(in, action); }) == (role >= Role::Editor));
    CHECK(mayBob([&](Situation &in) { return deleteThing(in, desk.named(kpi)); }) == (role >= Role::Editor));
    CHECK(mayBob([&](Situation &in) {
              return editFields(in, desk.named(board), {{u"name"_s, u"Other"_s}});
          }) == (role >= Role::Editor));
    CHECK(mayBob([&](Situation &in) { return deleteThing(in, desk.named(board)); }) == (role >= Role::Owner));
    CHECK(mayBob([&](Situation &in) {
              return shareBoard(in, {board, {desk.ann, {}}, Role::Viewer});
          }) == (role >= Role::Owner));
    CHECK(mayBob([&](Situation &in) {
              return editFields(in, desk.named(board), {{u"visibility"_s, u"public"_s}});
          }) == (role >= Role::Owner));
}

TEST_CASE("whoever answers for a number may record it, whatever their role", "[rights]")
{
    Desk desk;
    const TeamId team = desk.team(u"Team"_s);
    const PersonId bob = desk.must(desk.ann,
                                   [&](Situation &in) {
                                       return addPerson(in, {u"Bob"_s, team});
                                   })
                             .of<Person>()
                             .added[0]
                             .id;
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    CHECK(desk.refused(bob, [&](Situation &in) { return recordValue(in, Desk::value(kpi, 1)); }).code ==
          Error::Code::NotAllowed);

    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(kpi), {{u"owner"_s, GENERATE(as<QString>(), u"Bob"_s, u"Team"_s)}});
    });

    desk.record(bob, Desk::value(kpi, 1));
    CHECK(desk.refused(bob, [&](Situation &in) { return archive(in, desk.named(kpi)); }).code ==
          Error::Code::NotAllowed);
}

TEST_CASE("a private board does not exist for those who may not see it", "[rights]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Secret"_s, Visibility::Private);
    const ObjectiveId goal = desk.objective(desk.ann, board, u"Hidden goal"_s);
    const KeyResultId result = desk.keyResult(desk.ann, goal, u"Hidden result"_s);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Hidden KPI"_s);
    const BoardId bobs = desk.board(bob, u"Bob's"_s);
    const ObjectiveId bobsGoal = desk.objective(bob, bobs, u"Bob's goal"_s);
    const Named::Kinds all = Named::Kinds::fromInt(0x1ff);

    CHECK(visibleBoards(desk.state(), bob).size() == 1);
    for (const Named &name : namesFor(desk.state(), bob, all))
        CHECK_FALSE(name.path.contains(u"Hidden"_s));
    for (const QString &name :
         {u"Secret"_s, u"Hidden goal"_s, u"Secret/Hidden KPI"_s, u"hidden result"_s, kpi.toString()})
        CHECK(lookUp(desk.state(), bob, name, all).error() == Error{Error::Code::NameUnknown, {name}});

    const QList<Decide> attempts = {
        [&](Situation &in) { return recordValue(in, Desk::value(kpi, 1)); },
        [&](Situation &in) {
            return editFields(in, {Named::Kind::Kpi, kpi.value(), {}, {}}, {{u"name"_s, u"x"_s}});
        },
        [&](Situation &in) {
            return deleteThing(in, {Named::Kind::Objective, goal.value(), {}, {}});
        },
        [&](Situation &in) {
            return archive(in, {Named::Kind::KeyResult, result.value(), {}, {}});
        },
        [&](Situation &in) {
            return moveTo(in, {Named::Kind::Kpi, kpi.value(), {}, {}}, bobs);
        },
        [&](Situation &in) {
            return moveTo(in, {Named::Kind::Objective, bobsGoal.value(), {}, {}}, board);
        },
        [&](Situation &in) { return addComment(in, Subject::of(kpi), u"x"_s); },
        [&](Situation &in) {
            return shareBoard(in, {board, {bob, {}}, Role::Viewer});
        },
        [&](Situation &in) {
            return unshareBoard(in, {board, {bob, {}}});
        },
        [&](Situation &in) {
            Objective child;
            child.board = bobs;
            child.title = u"Child"_s;
            child.parent = goal;
            return addObjective(in, child);
        },
        [&](Situation &in) {
            KeyResult driven;
            driven.objective = bobsGoal;
            driven.title = u"Driven"_s;
            driven.target = 1;
            driven.kpi = kpi;
            return addKeyResult(in, {driven, {}});
        },
    };
    for (qsizetype i = 0; i < attempts.size(); ++i) {
        INFO(i);
        const Error error = desk.refused(bob, attempts[i]);
        CHECK(error.code == Error::Code::NameUnknown);
        for (const QString &value : error.values)
            CHECK_FALSE(value.contains(u"idden"_s));
    }
    desk.board(bob, u"Secret"_s); // and its name is free for him
}

TEST_CASE("what is in use does not tell where, if the asker may not see it", "[rights]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const TeamId team = desk.team(u"Team"_s);
    const CycleId cycle = desk.cycle(u"Q4"_s);
    const BoardId open = desk.board(desk.ann, u"Open"_s);
    desk.share(desk.ann, open, {bob, {}}, Role::Owner);
    const KpiId kpi = desk.kpi(desk.ann, open, u"Metric"_s);
    const ObjectiveId parent = desk.objective(desk.ann, open, u"Parent"_s);
    const BoardId secret = desk.board(desk.ann, u"Secret"_s, Visibility::Private, cycle);
    desk.share(desk.ann, secret, {{}, team}, Role::Viewer);
    const ObjectiveId goal = desk.objective(desk.ann, secret, u"Hidden"_s, parent);
    desk.keyResult(desk.ann, goal, u"Hidden result"_s, kpi);
    const auto whoAsks = [&](PersonId person, const Named &target) {
        return desk.refused(person, [&](Situation &in) { return deleteThing(in, target); });
    };

    CHECK(whoAsks(bob, desk.named(kpi)) == Error{Error::Code::InUse, {u"Metric"_s, QString()}});
    CHECK(whoAsks(desk.ann, desk.named(kpi)) == Error{Error::Code::InUse, {u"Metric"_s, u"Hidden result"_s}});
    CHECK(whoAsks(bob, desk.named(parent)) == Error{Error::Code::InUse, {u"Parent"_s, QString()}});
    CHECK(whoAsks(desk.ann, desk.named(parent)) == Error{Error::Code::InUse, {u"Parent"_s, u"Hidden"_s}});
    CHECK(whoAsks(bob, desk.named(team)) == Error{Error::Code::InUse, {u"Team"_s, QString()}});
    CHECK(whoAsks(desk.ann, desk.named(team)) == Error{Error::Code::InUse, {u"Team"_s, u"Secret"_s}});
    CHECK(whoAsks(bob, desk.named(cycle)) == Error{Error::Code::InUse, {u"Q4"_s, QString()}});
    CHECK(whoAsks(bob, desk.named(open)) == Error{Error::Code::InUse, {u"Open"_s, QString()}});
}

TEST_CASE("a board always has an owner who works here", "[rights]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const PersonId cyd = desk.person(u"Cyd"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const auto unshare = [&](PersonId with) {
        return desk.refused(desk.ann, [&](Situation &in) { return unshareBoard(in, {board, {with, {}}}); });
    };
    CHECK(unshare(desk.ann).code == Error::Code::LastOwner);
    CHECK(unshare(bob).code == Error::Code::NotShared);
    CHECK(desk.refused(desk.ann,
                       [&](Situation &in) {
                           return shareBoard(in, {board, {desk.ann, {}}, Role::Editor});
                       })
              .code == Error::Code::LastOwner);
    desk.share(desk.ann, board, {bob, {}}, Role::Owner);
    desk.must(desk.ann, [&](Situation &in) { return personLeaves(in, {bob, {}}); });
    CHECK(unshare(desk.ann).code == Error::Code::LastOwner); // Bob's role is worth nothing any more
    CHECK(desk.refused(desk.ann,
                       [&](Situation &in) {
                           return personLeaves(in, {desk.ann, {}});
                       })
              .code == Error::Code::LastOwner);

    desk.share(desk.ann, board, {cyd, {}}, Role::Editor);
    desk.must(desk.ann, [&](Situation &in) { return personLeaves(in, {desk.ann, {}}); });

    CHECK(roleOn(desk.state(), cyd, board) == Role::Owner);
}

TEST_CASE("who leaves hands over what they own, once, and only where the asker sees it", "[people]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const PersonId heir = desk.person(u"Heir"_s);
    const BoardId board = desk.board(bob, u"Bob's"_s);
    const BoardId secret = desk.board(bob, u"Secret"_s, Visibility::Private);
    const KpiId hidden = desk.kpi(bob, secret, u"Hidden"_s);
    const KpiId kpi = desk.kpi(bob, board, u"Metric"_s);
    desk.share(bob, board, {heir, {}}, Role::Viewer);
    desk.must(bob, [&](Situation &in) {
        return editFields(in, desk.named(kpi), {{u"owner"_s, u"Bob, Heir"_s}});
    });
    desk.must(bob, [&](Situation &in) {
        return editFields(in, desk.named(hidden), {{u"owner"_s, u"Bob"_s}});
    });
    Action action;
    action.subject = Subject::of(board);
    action.title = u"Tidy"_s;
    action.owner = bob;
    const ActionId tidy =
        desk.must(bob, [&](Situation &in) { return addAction(in, action); }).of<Action>().added[0].id;

    desk.must(desk.ann, [&](Situation &in) { return personLeaves(in, {bob, heir}); });

    CHECK(desk.state().find(bob)->leftOn == kDay);
    CHECK(roleOn(desk.state(), heir, board) == Role::Owner);
    CHECK(desk.state().of<Grant>().of(board).size() == 2);
    CHECK(desk.state().find(kpi)->owners == QList<Owner>{{heir, {}}});
    CHECK(desk.state().find(tidy)->owner == heir);
    CHECK(roleOn(desk.state(), heir, secret) == std::nullopt);
    CHECK(desk.state().find(hidden)->owners == QList<Owner>{{bob, {}}});
    const auto again = [&](PersonId person, PersonId to) {
        return desk.refused(desk.ann, [&](Situation &in) { return personLeaves(in, {person, to}); }).code;
    };
    CHECK(again(bob, {}) == Error::Code::PersonLeft);
    CHECK(again(heir, bob) == Error::Code::PersonLeft);
    CHECK(again(heir, heir) == Error::Code::PersonLeft);
    CHECK(again(PersonId(3), {}) == Error::Code::NameUnknown);
    CHECK(again(heir, PersonId(3)) == Error::Code::NameUnknown);
}
