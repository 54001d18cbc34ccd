// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/commenting.h"
#include "core/domain/mentions.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

WorkingSet withPeople(const QStringList &names)
{
    WorkingSet state;
    qint64 id = 0;
    for (const QString &name : names) {
        Person person;
        person.id = PersonId(++id);
        person.name = name;
        state.of<Person>().put(person);
    }
    return state;
}

CommentId say(Desk &desk, PersonId author, const Subject &subject, const QString &text)
{
    return desk.must(author, [&](Situation &in) { return addComment(in, subject, text); })
        .of<Comment>()
        .added[0]
        .id;
}

} // namespace

TEST_CASE("a mention is the longest name after an @", "[mentions]")
{
    const WorkingSet state = withPeople({u"Ann"_s, u"Ann Lee"_s, u"Jürgen"_s});

    CHECK(mentionsIn(state, u"@Ann Lee, look"_s) == QList<Mention>{{0, 8, PersonId(2)}});
    CHECK(mentionsIn(state, u"for @ann!"_s) == QList<Mention>{{4, 4, PersonId(1)}});
    CHECK(mentionsIn(state, u"@JÜRGEN and @Ann"_s) ==
          QList<Mention>{{0, 7, PersonId(3)}, {12, 4, PersonId(1)}});
}

TEST_CASE("what only looks like a mention is none", "[mentions]")
{
    const WorkingSet state = withPeople({u"Ann"_s});

    for (const QString &text : {u"Ann"_s, u"mail@Ann"_s, u"@Anna"_s, u"@ Ann"_s, u"@"_s, u"@An"_s})
        CHECK(mentionsIn(state, text).isEmpty());
}

TEST_CASE("people who share a name are both mentioned by it", "[mentions]")
{
    const WorkingSet state = withPeople({u"Ann"_s, u"Ann"_s});

    CHECK(mentionsIn(state, u"@Ann"_s).size() == 2);
}

TEST_CASE("mentions are found newest first, and only on boards that one may see", "[mentions]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId open = desk.board(desk.ann, u"Open"_s);
    const BoardId closed = desk.board(desk.ann, u"Closed"_s, Visibility::Private);
    const CommentId first = say(desk, desk.ann, Subject::of(open), u"@Bob one"_s);
    desk.now += 1000;
    const CommentId second = say(desk, desk.ann, Subject::of(open), u"two, @Bob"_s);
    say(desk, desk.ann, Subject::of(closed), u"@Bob three"_s);
    say(desk, bob, Subject::of(open), u"I am @Bob"_s);

    CHECK(mentionsOf(desk.state(), bob) == QList<CommentId>{second, first});
    CHECK(mentionsOf(desk.state(), desk.ann).isEmpty());
}

TEST_CASE("a mention waits for two weeks, or until the one it asks says something there", "[mentions]")
{
    constexpr qint64 kDayMs = 86'400'000;
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId here = desk.board(desk.ann, u"Here"_s);
    const BoardId there = desk.board(desk.ann, u"There"_s);
    desk.share(desk.ann, here, {bob, {}}, Role::Commenter);
    desk.now -= 15 * kDayMs;
    say(desk, desk.ann, Subject::of(here), u"@Bob long ago"_s);
    desk.now += kDayMs;
    const CommentId old = say(desk, desk.ann, Subject::of(there), u"@Bob two weeks ago"_s);
    desk.now += 13 * kDayMs;
    const CommentId fresh = say(desk, desk.ann, Subject::of(here), u"@Bob well?"_s);
    const auto waiting = [&] { return mentionsWaiting(desk.state(), bob, kDay); };

    CHECK(waiting() == QList<CommentId>{fresh, old});
    CHECK(mentionsWaiting(desk.state(), bob, kDay.addDays(1)) == QList<CommentId>{fresh});

    desk.now += 1000;
    say(desk, desk.ann, Subject::of(here), u"Anybody?"_s);
    CHECK(waiting() == QList<CommentId>{fresh, old});
    say(desk, bob, Subject::of(here), u"Well."_s);
    CHECK(waiting() == QList<CommentId>{old});

    desk.now += 1000;
    const CommentId again = say(desk, desk.ann, Subject::of(here), u"@Bob thanks, and now?"_s);
    CHECK(waiting() == QList<CommentId>{again, old});
}

TEST_CASE("a comment is deleted by its author alone, and undo brings it back", "[comments]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const CommentId comment = say(desk, bob, Subject::of(board), u"hm"_s);
    const auto take = [comment](Situation &in) { return deleteComment(in, comment); };

    CHECK(desk.refused(desk.ann, take).code == Error::Code::NotAllowed);
    desk.must(bob, take);
    CHECK_FALSE(desk.state().find(comment));
    CHECK(desk.refused(bob, take).code == Error::Code::NameUnknown);

    REQUIRE(desk.undo(bob));
    REQUIRE(desk.state().find(comment));
    CHECK(desk.state().find(comment)->text == u"hm"_s);
}
