// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/conflicts.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const KpiId kKpi(7);
const QDate kDay(2026, 11, 22);

/// A KPI with a value, as Ann and Bob both see it, and what each makes of it.
struct TwoPeople
{
    TwoPeople()
    {
        Kpi kpi;
        kpi.id = kKpi;
        kpi.rev = 1;
        kpi.name = u"Churn"_s;
        kpi.unit = u"%"_s;
        seen.of<Kpi>().put(kpi);
        Measurement measurement;
        measurement.id = MeasurementId(8);
        measurement.kpi = kKpi;
        measurement.date = kDay;
        measurement.value = 1;
        seen.series.insert(kKpi, Series({measurement}));
        seen.seq = 1;
        fresh = seen;
    }

    Kpi kpi(const WorkingSet &state) const { return *state.find(kKpi); }
    /// What is in the file by now.
    void bobSets(QString Kpi::*field, const QString &value)
    {
        Kpi kpi = *fresh.find(kKpi);
        kpi.*field = value;
        kpi.rev = ++fresh.seq;
        fresh.of<Kpi>().put(kpi);
    }
    /// What Ann's decision comes to on the rows as they stand.
    Edits annSets(QString Kpi::*field, const QString &value) const
    {
        Kpi kpi = *fresh.find(kKpi);
        kpi.*field = value;
        Edits edits;
        edits.change(kpi);
        return edits;
    }
    Edits annMeasures(double value) const
    {
        Measurement measurement = fresh.seriesOf(kKpi).points().first();
        measurement.value = value;
        Edits edits;
        edits.change(measurement);
        return edits;
    }

    WorkingSet seen;
    WorkingSet fresh;
};

Cell text(const char *utf8)
{
    return Text{utf8};
}

} // namespace

TEST_CASE("the same field changed by two is a conflict, with all three versions", "[conflicts]")
{
    TwoPeople two;
    two.bobSets(&Kpi::name, u"Churn rate"_s);

    const QList<Conflict> found =
        Seen(two.seen).conflictsWith(two.annSets(&Kpi::name, u"Customers lost"_s), two.fresh);

    REQUIRE(found.size() == 1);
    CHECK(found.first() == Conflict{Kpi::type().tag(), kKpi.value(), 0, "name", text("Churn"),
                                    text("Churn rate"), text("Customers lost"), 2});
}

TEST_CASE("different fields of one row merge, and the same value twice is no conflict", "[conflicts]")
{
    TwoPeople two;
    two.bobSets(&Kpi::name, u"Churn rate"_s);

    CHECK(Seen(two.seen).conflictsWith(two.annSets(&Kpi::unit, u"people"_s), two.fresh).isEmpty());
    CHECK(Seen(two.seen).conflictsWith(two.annSets(&Kpi::name, u"Churn rate"_s), two.fresh).isEmpty());
    CHECK(Seen(two.fresh).conflictsWith(two.annSets(&Kpi::name, u"Other"_s), two.fresh).isEmpty());
}

TEST_CASE("to type again what was seen is a conflict, too, when another has changed it since", "[conflicts]")
{
    TwoPeople two;
    two.bobSets(&Kpi::name, u"Churn rate"_s);

    CHECK(Seen(two.seen).conflictsWith(two.annSets(&Kpi::name, u"Churn"_s), two.fresh).size() == 1);
}

TEST_CASE("one's own writes count as seen, and only the fields that they changed", "[conflicts]")
{
    TwoPeople two;
    Seen seen(two.seen);
    const WorkingSet before = two.fresh;
    const Edits own = two.annSets(&Kpi::unit, u"people"_s);
    two.fresh.apply(own);
    seen.add(own, before);

    CHECK(seen.conflictsWith(two.annSets(&Kpi::unit, u"persons"_s), two.fresh).isEmpty());
    two.bobSets(&Kpi::name, u"Churn rate"_s);
    CHECK(seen.conflictsWith(two.annSets(&Kpi::unit, u"persons"_s), two.fresh).isEmpty());
    CHECK(seen.conflictsWith(two.annSets(&Kpi::name, u"Other"_s), two.fresh).size() == 1);

    SECTION("also where another's change came in between")
    {
        const WorkingSet later = two.fresh;
        const Edits next = two.annSets(&Kpi::unit, u"heads"_s);
        two.fresh.apply(next);
        seen.add(next, later);
        CHECK(seen.conflictsWith(two.annSets(&Kpi::name, u"Other"_s), two.fresh).size() == 1);
    }
    SECTION("not where another changed the same field after it")
    {
        two.bobSets(&Kpi::unit, u"customers"_s);
        CHECK(seen.conflictsWith(two.annSets(&Kpi::unit, u"persons"_s), two.fresh).size() == 1);
    }
}

TEST_CASE("a value that another has corrected meanwhile is not corrected unseen", "[conflicts]")
{
    TwoPeople two;
    two.fresh.apply(two.annMeasures(2)); // it is Bob's

    const QList<Conflict> found = Seen(two.seen).conflictsWith(two.annMeasures(3), two.fresh);

    REQUIRE(found.size() == 1);
    CHECK(found.first().field == "value");
    CHECK(found.first().parent == kKpi.value());
    CHECK(found.first().theirs == Cell(2.0));
    CHECK(Seen(two.seen).conflictsWith(two.annMeasures(2), two.fresh).isEmpty());
}

TEST_CASE("what another has worked on is not deleted unseen, and where a row stands is no opinion",
          "[conflicts]")
{
    TwoPeople two;
    Edits removing;
    removing.remove(kKpi);
    Kpi moved = two.kpi(two.fresh);
    moved.position = 5;
    two.fresh.of<Kpi>().put(moved);
    moved.position = 9;
    Edits moving;
    moving.change(moved);

    CHECK(Seen(two.seen).conflictsWith(moving, two.fresh).isEmpty());
    CHECK(Seen(two.seen).conflictsWith(removing, two.fresh).isEmpty());
    two.bobSets(&Kpi::name, u"Churn rate"_s);
    const QList<Conflict> found = Seen(two.seen).conflictsWith(removing, two.fresh);
    REQUIRE(found.size() == 1);
    CHECK(found.first().field.isEmpty());
    CHECK(found.first().seq == 2);
}

TEST_CASE("of rows that were not seen nothing is said", "[conflicts]")
{
    TwoPeople two;
    two.bobSets(&Kpi::name, u"Churn rate"_s);
    WorkingSet nothing;

    CHECK(Seen(nothing).conflictsWith(two.annSets(&Kpi::name, u"Other"_s), two.fresh).isEmpty());
    CHECK(Seen(nothing).conflictsWith(two.annMeasures(3), two.fresh).isEmpty());
}
