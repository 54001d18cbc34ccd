// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

GivenValue of(KpiId kpi, QDate date, double value)
{
    GivenValue given;
    given.kpi = kpi;
    given.date = date;
    given.value = value;
    return given;
}

/// A desk with a board and a KPI that has a value of yesterday.
struct Pasting : Desk
{
    BoardId here = board(ann, u"Here"_s);
    KpiId kpi = kpiOn(here, u"Revenue"_s);

    KpiId kpiOn(BoardId on, const QString &name)
    {
        AddKpi request;
        request.kpi.board = on;
        request.kpi.name = name;
        return must(ann, [request](Situation &in) { return addKpi(in, request); }).of<Kpi>().added[0].id;
    }

    Pasting()
    {
        const GivenValue given = of(kpi, kDay.addDays(-1), 1);
        must(ann, [given](Situation &in) { return recordValue(in, given); });
    }

    QList<GivenValue> three() const
    {
        return {of(kpi, kDay.addDays(-2), 5), of(kpi, kDay.addDays(-1), 6), of(kpi, kDay, 7)};
    }
};

} // namespace

TEST_CASE("many values are one entry, one undo, and keep what they replace", "[paste]")
{
    Pasting desk;
    const QList<GivenValue> values = desk.three();
    CHECK(summaryOf(desk.state(), values) == ValuesSummary{2, 1, 0});

    const Edits edits =
        desk.must(desk.ann, [values](Situation &in) { return recordValues(in, values, u"pasted"_s); });

    CHECK(edits.of<Measurement>().added.size() == 2);
    REQUIRE(edits.of<Measurement>().changed.size() == 1);
    CHECK(edits.of<Measurement>().changed[0].reason == u"pasted"_s);
    CHECK(desk.state().seriesOf(desk.kpi).points().size() == 3);
    CHECK(summaryOf(desk.state(), values) == ValuesSummary{0, 0, 3});

    const Result<WorkspaceFile::Written> undone = desk.undo(desk.ann);
    REQUIRE(undone);
    REQUIRE(desk.state().seriesOf(desk.kpi).points().size() == 1);
    CHECK(desk.state().seriesOf(desk.kpi).points().first().value == 1);
}

TEST_CASE("of two values of one day the last counts, and the same again is nothing to do", "[paste]")
{
    Pasting desk;
    const QList<GivenValue> values = {of(desk.kpi, kDay, 5), of(desk.kpi, kDay, 6)};
    CHECK(summaryOf(desk.state(), values).added == 1);
    desk.must(desk.ann, [values](Situation &in) { return recordValues(in, values, u"pasted"_s); });
    CHECK(desk.state().seriesOf(desk.kpi).at(kDay)->value == 6);

    const auto again = desk.as(
        desk.ann, [&](Situation &in) { return recordValues(in, {of(desk.kpi, kDay, 6)}, u"pasted"_s); });
    REQUIRE(again);
    CHECK(again->change.seq == 0);
}

TEST_CASE("one value that may not be recorded refuses all", "[paste]")
{
    Pasting desk;
    const PersonId bob = desk.person(u"Bob"_s);
    const QList<GivenValue> values = desk.three();
    CHECK(desk.refused(bob, [values](Situation &in) { return recordValues(in, values, u"pasted"_s); }).code ==
          Error::Code::NotAllowed);
    const QList<GivenValue> tomorrow = {of(desk.kpi, kDay, 5), of(desk.kpi, kDay.addDays(1), 5)};
    CHECK(
        desk.refused(desk.ann, [tomorrow](Situation &in) { return recordValues(in, tomorrow, u"pasted"_s); })
            .code == Error::Code::DateInFuture);
}
