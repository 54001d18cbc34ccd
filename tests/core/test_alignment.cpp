// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/aligning.h"
#include "core/domain/alignment.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// Three boards, the middle one closed to everyone but Ann; goals that lead from one to the next.
class Ladder : public Desk
{
public:
    QString tree(PersonId person) const { return text(alignmentFor(state(), person)); }
    QStringList parents(PersonId person, ObjectiveId of) const
    {
        QStringList titles;
        for (const ObjectiveId id : possibleParents(state(), person, of))
            titles << state().find(id)->title;
        return titles;
    }

    PersonId bob = person(u"Bob"_s);
    BoardId company = board(ann, u"Company"_s);
    BoardId closed = board(ann, u"Closed"_s, Visibility::Private);
    BoardId team = board(bob, u"Team"_s);
    ObjectiveId top = objective(ann, company, u"Top"_s);
    ObjectiveId middle = objective(ann, closed, u"Middle"_s, top);
    ObjectiveId leaf = objective(bob, team, u"Leaf"_s);
    ObjectiveId other = objective(bob, team, u"Other"_s, top);

private:
    QString text(const QList<AlignedObjective> &branches) const
    {
        QStringList texts;
        for (const AlignedObjective &branch : branches) {
            const QString below = text(branch.children);
            const QString title = state().find(branch.objective)->title;
            texts << (below.isEmpty() ? title : QString(title + u'(' + below + u')'));
        }
        return texts.join(u' ');
    }
};

Decide aligning(ObjectiveId objective, ObjectiveId parent)
{
    return [=](Situation &in) { return alignObjective(in, objective, parent); };
}

} // namespace

TEST_CASE("what one may not see leaves no trace in the alignment", "[alignment]")
{
    Ladder ladder;
    ladder.share(ladder.ann, ladder.closed, {ladder.bob, {}}, Role::Viewer);
    ladder.must(ladder.bob, aligning(ladder.leaf, ladder.middle));
    CHECK(ladder.tree(ladder.ann) == u"Top(Middle(Leaf) Other)"_s);
    CHECK(ladder.tree(ladder.bob) == u"Top(Middle(Leaf) Other)"_s);

    ladder.must(ladder.ann, [&](Situation &in) {
        return unshareBoard(in, {ladder.closed, {ladder.bob, {}}});
    });

    CHECK(ladder.tree(ladder.bob) == u"Top(Other) Leaf"_s);
    CHECK(ladder.tree({}) == u"Top(Other) Leaf"_s);
    CHECK(ladder.tree(ladder.ann) == u"Top(Middle(Leaf) Other)"_s);
}

TEST_CASE("an objective aligned to an unseen one looks exactly like one aligned to none", "[alignment]")
{
    Ladder ladder;
    ladder.must(ladder.ann, aligning(ladder.middle, {}));
    ladder.share(ladder.bob, ladder.team, {ladder.ann, {}}, Role::Editor);
    const QString before = ladder.tree(ladder.bob);

    ladder.must(ladder.ann, aligning(ladder.leaf, ladder.middle));

    CHECK(ladder.tree(ladder.bob) == before);
}

TEST_CASE("archived objectives and boards are not in the alignment", "[alignment]")
{
    Ladder ladder;
    ladder.must(ladder.ann, [&](Situation &in) { return archive(in, ladder.named(ladder.top)); });
    CHECK(ladder.tree(ladder.ann) == u"Middle Leaf Other"_s);

    ladder.must(ladder.bob, [&](Situation &in) { return archive(in, ladder.named(ladder.team)); });
    CHECK(ladder.tree(ladder.ann) == u"Middle"_s);
}

TEST_CASE("an objective may be aligned to all that are seen and do not lead up to it", "[alignment]")
{
    Ladder ladder;
    CHECK(ladder.parents(ladder.ann, ladder.top) == QStringList{u"Leaf"_s});
    CHECK(ladder.parents(ladder.bob, ladder.leaf) == QStringList{u"Top"_s, u"Other"_s});
    CHECK(ladder.parents(ladder.ann, ladder.leaf) == QStringList{u"Top"_s, u"Middle"_s, u"Other"_s});
}

TEST_CASE("editors align an objective to what they see, and never to itself", "[alignment]")
{
    Ladder ladder;
    CHECK(ladder.refused(ladder.bob, aligning(ladder.top, ladder.leaf)).code == Error::Code::NotAllowed);
    CHECK(ladder.refused(ladder.bob, aligning(ladder.leaf, ladder.middle)).code == Error::Code::NameUnknown);
    CHECK(ladder.refused(ladder.bob, aligning(ladder.middle, ladder.leaf)).code == Error::Code::NameUnknown);
    CHECK(ladder.refused(ladder.bob, aligning(ladder.leaf, ObjectiveId(404))).code ==
          Error::Code::NameUnknown);
    CHECK(ladder.refused(ladder.bob, aligning(ladder.leaf, ladder.leaf)).code == Error::Code::ObjectiveLoop);
    CHECK(ladder.refused(ladder.ann, aligning(ladder.top, ladder.middle)).code == Error::Code::ObjectiveLoop);

    ladder.must(ladder.bob, aligning(ladder.leaf, ladder.other));
    CHECK(ladder.state().find(ladder.leaf)->parent == ladder.other);
    CHECK(ladder.tree(ladder.bob) == u"Top(Other(Leaf))"_s);
    const auto again = ladder.as(ladder.bob, aligning(ladder.leaf, ladder.other));
    REQUIRE(again);
    CHECK(again->change.seq == 0);

    REQUIRE(ladder.undo(ladder.bob));
    CHECK(ladder.tree(ladder.bob) == u"Top(Other) Leaf"_s);
    ladder.must(ladder.bob, aligning(ladder.other, {}));
    CHECK(ladder.tree(ladder.bob) == u"Top Leaf Other"_s);
}

TEST_CASE("a way that leads over an unseen objective is refused without a word about it", "[alignment]")
{
    Ladder ladder;
    ladder.share(ladder.bob, ladder.team, {ladder.ann, {}}, Role::Editor);
    ladder.must(ladder.ann, aligning(ladder.leaf, ladder.middle));
    ladder.share(ladder.ann, ladder.company, {ladder.bob, {}}, Role::Editor);
    const Error barred{Error::Code::ObjectiveBarred, {u"Top"_s}, {}};

    CHECK(ladder.refused(ladder.bob, aligning(ladder.top, ladder.leaf)) == barred);
    CHECK(ladder.refused(ladder.bob, [&](Situation &in) {
        return editFields(in, ladder.named(ladder.top), {{u"parent"_s, u"Leaf"_s}});
    }) == barred);
    CHECK(ladder.refused(ladder.ann, aligning(ladder.top, ladder.leaf)).code == Error::Code::ObjectiveLoop);
    CHECK(ladder.refused(ladder.bob, aligning(ladder.top, ladder.other)).code == Error::Code::ObjectiveLoop);
}
