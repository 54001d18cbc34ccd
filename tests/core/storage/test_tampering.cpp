// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <cmath>

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A desk with one recorded value.
class Measured : public Desk
{
public:
    Measured() : metric(kpi(ann, board(ann, u"Board"_s), u"Metric"_s))
    {
        record(ann, value(metric, 1));
        measurement = state().seriesOf(metric).points().first().id;
    }

    void tamper(const QByteArray &sql)
    {
        REQUIRE(RawSql(path()).run(sql));
        open();
    }
    Error refusedCorrection()
    {
        GivenValue given = value(metric, 5);
        given.reason = u"typo"_s;
        return refused(ann, [&](Situation &in) { return correctValue(in, given); });
    }
    Verification verification() const
    {
        const Result<Verification> verification = verify(file->engine(), {});
        REQUIRE(verification);
        return *verification;
    }

    KpiId metric;
    MeasurementId measurement;
};

} // namespace

TEST_CASE("nothing is built on a row that another tool has changed, so that the blame stays where it is",
          "[tampering]")
{
    Measured desk;
    const QByteArray change = GENERATE(as<QByteArray>(), "value=2", "note='x'", "rev=1", "value=2, rev=1");
    desk.tamper("UPDATE measurement SET " + change);

    const Error error = desk.refusedCorrection();

    CHECK(error == Error{Error::Code::RowDamaged, {u"measurement"_s, desk.measurement.toString()}});
    const QList<Finding> findings = desk.verification().findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().kind == Finding::Kind::RowChanged);
    CHECK(findings.first().id == desk.measurement.value());
}

TEST_CASE("a row that another tool has changed is not removed either", "[tampering]")
{
    Measured desk;
    desk.tamper("UPDATE kpi SET name='Other'");

    const Error error =
        desk.refused(desk.ann, [&](Situation &in) { return deleteThing(in, desk.named(desk.metric)); });

    CHECK(error.code == Error::Code::RowDamaged);
    CHECK(error.values.value(0) == u"kpi"_s);
}

TEST_CASE("values beside a damaged row are recorded as ever", "[tampering]")
{
    Measured desk;
    desk.tamper("UPDATE measurement SET value=2");

    desk.record(desk.ann, Desk::value(desk.metric, 3, kDay.addDays(-1)));

    CHECK(desk.verification().findings.size() == 1);
}

TEST_CASE("a negative zero is a zero, and verifies", "[tampering]")
{
    Measured desk;
    desk.record(desk.ann, Desk::value(desk.metric, -0.0, kDay.addDays(-1)));

    CHECK(desk.verification().findings.isEmpty());
    CHECK(RawSql(desk.path()).value("SELECT value FROM measurement ORDER BY date") == "0.0");
    GivenValue given = Desk::value(desk.metric, 5, kDay.addDays(-1));
    given.reason = u"typo"_s;
    desk.must(desk.ann, [&](Situation &in) { return correctValue(in, given); });
    CHECK(desk.verification().findings.isEmpty());
}
