// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/session.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

/// Ann and Bob at two desks, with one file between them; each sees the other's changes when they look.
class TwoDesks
{
public:
    TwoDesks()
    {
        REQUIRE(ann.wait(ann.create(path, u"Org"_s, u"Ann"_s)));
        REQUIRE(ann.wait(ann.open(path, Session::Read::Everything)));
        const PersonId person = must(ann,
                                     [](Situation &in) {
                                         return addPerson(in, {u"Bob"_s, {}});
                                     })
                                    .of<Person>()
                                    .added.first()
                                    .id;
        board = must(ann,
                     [](Situation &in) {
                         return addBoard(in, {u"Board"_s, Visibility::Public, {}});
                     })
                    .of<Board>()
                    .added.first()
                    .id;
        must(ann, [&](Situation &in) { return shareBoard(in, {board, {person, {}}, Role::Editor}); });
        AddKpi request;
        request.kpi.board = board;
        request.kpi.name = u"Churn"_s;
        kpi = must(ann, [request](Situation &in) { return addKpi(in, request); }).of<Kpi>().added.first().id;
        must(ann, [this](Situation &in) { return recordValue(in, Desk::value(kpi, 1)); });
        REQUIRE(bob.wait(bob.open(path, Session::Read::Everything)));
        REQUIRE(bob.wait(bob.join(person)));
        REQUIRE(ann.wait(ann.loadEverything()));
    }

    QFuture<Result<Receipt>> submit(Session &who, const Decide &decide) const
    {
        Intent intent;
        intent.decide = decide;
        intent.needs = [this](const WorkingSet &) { return QList<KpiId>{kpi}; };
        return who.submit(std::move(intent));
    }
    Edits must(Session &who, const Decide &decide) const
    {
        const Result<Receipt> receipt = who.wait(submit(who, decide));
        REQUIRE(receipt);
        return receipt->change.edits;
    }
    Error refused(Session &who, const Decide &decide) const
    {
        const Result<Receipt> receipt = who.wait(submit(who, decide));
        REQUIRE_FALSE(receipt);
        return receipt.error();
    }
    Decide sets(const QString &field, const QString &value) const
    {
        return [=, id = kpi](Situation &in) {
            return editFields(in, {Named::Kind::Kpi, id.value(), {}, {}}, {{field, value}});
        };
    }
    Decide corrects(double number) const
    {
        return [=, id = kpi](Situation &in) {
            GivenValue given = Desk::value(id, number);
            given.reason = u"counted again"_s;
            return correctValue(in, given);
        };
    }
    const Kpi &seenBy(const Session &who) const { return *who.state().find(kpi); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"w.milepost"_s);
    Session ann{{folder.filePath(u"ann"_s), kDay}};
    Session bob{{folder.filePath(u"bob"_s), kDay}};
    BoardId board;
    KpiId kpi;
};

} // namespace

TEST_CASE("who has not seen a change does not overwrite it", "[conflicts]")
{
    const std::unique_ptr<TwoDesks> two = std::make_unique<TwoDesks>();
    two->must(two->bob, two->sets(u"source"_s, u"the desk"_s));
    REQUIRE(two->seenBy(two->ann).source.isEmpty());

    CHECK(two->refused(two->ann, two->sets(u"source"_s, u"the till"_s)) ==
          Error{Error::Code::Conflict, {u"Churn"_s, u"Bob"_s}});

    CHECK(two->seenBy(two->ann).source == u"the desk"_s); // now she has
    two->must(two->ann, two->sets(u"source"_s, u"the till"_s));
    CHECK(two->seenBy(two->ann).source == u"the till"_s);
}

TEST_CASE("different fields of one row merge by themselves", "[conflicts]")
{
    const std::unique_ptr<TwoDesks> two = std::make_unique<TwoDesks>();
    two->must(two->bob, two->sets(u"source"_s, u"the desk"_s));

    two->must(two->ann, two->sets(u"unit"_s, u"people"_s));

    CHECK(two->seenBy(two->ann).source == u"the desk"_s);
    CHECK(two->seenBy(two->ann).unit == u"people"_s);
}

TEST_CASE("one's own edits that are still on their way do not stand in one's way", "[conflicts]")
{
    const std::unique_ptr<TwoDesks> two = std::make_unique<TwoDesks>();
    QList<QFuture<Result<Receipt>>> answers;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        answers.append(two->submit(two->ann, two->sets(u"source"_s, text)));
    for (QFuture<Result<Receipt>> &answer : answers)
        CHECK(two->ann.wait(answer));

    CHECK(two->seenBy(two->ann).source == u"three"_s);
}

TEST_CASE("a value that was corrected meanwhile is not corrected again unseen", "[conflicts]")
{
    const std::unique_ptr<TwoDesks> two = std::make_unique<TwoDesks>();
    two->must(two->bob, two->corrects(2));

    CHECK(two->refused(two->ann, two->corrects(3)) == Error{Error::Code::Conflict, {u"Churn"_s, u"Bob"_s}});
    CHECK(two->ann.state().seriesOf(two->kpi).points().first().value == 2);
    two->must(two->ann, two->corrects(3));
}
