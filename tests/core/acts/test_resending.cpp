// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/resending.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A board with a KPI, and what somebody was about to do to it.
struct Scene
{
    KeptWrite keep(const Decide &decide)
    {
        Situation in{desk.state(), desk.ann, kDay, kNoon, IdSource::startingAt(900'000)};
        const Result<Draft> draft = decide(in);
        REQUIRE(draft);
        return keptOf(*draft, desk.state());
    }
    Result<WorkspaceFile::Written> resend(const KeptWrite &kept, PersonId person)
    {
        return desk.as(person, [&](Situation &in) { return milepost::resend(in, kept); });
    }
    Result<WorkspaceFile::Written> resend(const KeptWrite &kept) { return resend(kept, desk.ann); }
    Error::Code refusal(const KeptWrite &kept) { return refusal(kept, desk.ann); }
    Error::Code refusal(const KeptWrite &kept, PersonId person)
    {
        return desk.refused(person, [&](Situation &in) { return milepost::resend(in, kept); }).code;
    }
    Decide sets(const QString &field, const QString &value) const
    {
        return [=, this](Situation &in) { return editFields(in, desk.named(kpi), {{field, value}}); };
    }
    Decide records(double number) const
    {
        return [=, this](Situation &in) { return recordValue(in, Desk::value(kpi, number)); };
    }

    Desk desk;
    BoardId board = desk.board(desk.ann, u"Sales"_s);
    KpiId kpi = desk.kpi(desk.ann, board, u"Churn"_s);
};

} // namespace

TEST_CASE("a kept write is sent as it was meant", "[resending]")
{
    Scene scene;
    REQUIRE(scene.resend(scene.keep(scene.sets(u"name"_s, u"Loss"_s))));
    CHECK(scene.desk.state().find(scene.kpi)->name == u"Loss"_s);
    const KeptWrite value = scene.keep(scene.records(3));
    CHECK(seriesNeededBy(value) == QList<KpiId>{scene.kpi});
    REQUIRE(scene.resend(value));
    CHECK(scene.desk.state().seriesOf(scene.kpi).at(kDay)->value == 3.0);
    const Decide removes = [&](Situation &in) { return deleteThing(in, scene.desk.named(scene.kpi)); };
    const ObjectiveId objective = scene.desk.objective(scene.desk.ann, scene.board, u"Grow"_s);
    const Decide removesObjective = [&](Situation &in) {
        return deleteThing(in, scene.desk.named(objective));
    };
    REQUIRE(scene.resend(scene.keep(removesObjective)));
    CHECK_FALSE(scene.desk.state().find(objective));
    CHECK_FALSE(scene.keep(removes).isWhole); // its values are known by their number alone
}

TEST_CASE("a kept write overwrites nothing that came after it", "[resending]")
{
    using enum Error::Code;
    Scene scene;
    const PersonId bob = scene.desk.person(u"Bob"_s);
    const KeptWrite rename = scene.keep(scene.sets(u"name"_s, u"Loss"_s));
    const KeptWrite value = scene.keep(scene.records(3));
    const ObjectiveId objective = scene.desk.objective(scene.desk.ann, scene.board, u"Grow"_s);
    const KeptWrite removal =
        scene.keep([&](Situation &in) { return deleteThing(in, scene.desk.named(objective)); });
    const KeptWrite board = scene.keep([&](Situation &in) {
        return addBoard(in, {u"New"_s, Visibility::Public, {}});
    });
    CHECK(scene.refusal(rename, bob) == NotAllowed);

    scene.desk.must(scene.desk.ann, scene.sets(u"unit"_s, u"%"_s));
    CHECK(scene.refusal(rename) == TouchedSince);
    scene.desk.must(scene.desk.ann, scene.records(4));
    CHECK(scene.refusal(value) == TouchedSince);
    scene.desk.must(scene.desk.ann, [&](Situation &in) {
        return editFields(in, scene.desk.named(objective), {{u"why"_s, u"because"_s}});
    });
    CHECK(scene.refusal(removal) == TouchedSince);
    scene.desk.must(scene.desk.ann,
                    [&](Situation &in) { return deleteThing(in, scene.desk.named(objective)); });
    CHECK(scene.refusal(removal) == TouchedSince);
    scene.desk.board(scene.desk.ann, u"New"_s);
    CHECK(scene.refusal(board) == NameTaken);
}

TEST_CASE("a kept write that stands there already is not made twice", "[resending]")
{
    Scene scene;
    const KeptWrite board = scene.keep([&](Situation &in) {
        return addBoard(in, {u"New"_s, Visibility::Public, {}});
    });
    REQUIRE(scene.resend(board));
    CHECK(scene.refusal(board) == Error::Code::TouchedSince);
}
