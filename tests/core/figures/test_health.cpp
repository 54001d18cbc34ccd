// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/change.h"
#include "core/domain/figures/health.h"
#include "core/domain/figures/targetinforce.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

Bounds atLeast(double value)
{
    return {value, std::nullopt};
}

Bounds atMost(double value)
{
    return {std::nullopt, value};
}

Target from(qint64 id, QDate day, double value, double position = 0)
{
    Target target;
    target.id = TargetId(id);
    target.validFrom = day;
    target.value = value;
    target.position = position;
    return target;
}

} // namespace

TEST_CASE("a target that is just met is good", "[health]")
{
    CHECK(healthOf(10, atLeast(10), 0, false) == Health::Good);
    CHECK(healthOf(10, atMost(10), 0, false) == Health::Good);
    CHECK(healthOf(10, Bounds{10, 20}, 0, false) == Health::Good);
    CHECK(healthOf(20, Bounds{10, 20}, 0, false) == Health::Good);
}

TEST_CASE("lower is better in health", "[health]")
{
    CHECK(healthOf(4, atMost(5), 1, false) == Health::Good);
    CHECK(healthOf(6, atMost(5), 1, false) == Health::Amber);
    CHECK(healthOf(7, atMost(5), 1, false) == Health::Bad);
    CHECK(healthOf(4, atLeast(5), 1, false) == Health::Amber);
    CHECK(healthOf(3, atLeast(5), 1, false) == Health::Bad);
}

TEST_CASE("a band is missed on either side", "[health]")
{
    const Bounds band{10, 20};

    CHECK(healthOf(15, band, 1, false) == Health::Good);
    CHECK(healthOf(9, band, 1, false) == Health::Amber);
    CHECK(healthOf(21, band, 1, false) == Health::Amber);
    CHECK(healthOf(8.9, band, 1, false) == Health::Bad);
    CHECK(healthOf(21.1, band, 1, false) == Health::Bad);
}

TEST_CASE("no target is not healthy", "[health]")
{
    CHECK(healthOf(10, Bounds{}, 0, false) == Health::NoTarget);
}

TEST_CASE("no data comes before no target, and that before stale", "[health]")
{
    CHECK(healthOf(std::nullopt, Bounds{}, 0, true) == Health::NoData);
    CHECK(healthOf(std::nullopt, atLeast(1), 0, true) == Health::NoData);
    CHECK(healthOf(1, Bounds{}, 0, true) == Health::NoTarget);
}

TEST_CASE("a stale value is not green, however good it was", "[health]")
{
    CHECK(healthOf(100, atLeast(10), 0, true) == Health::Stale);
    CHECK(healthOf(1, atLeast(10), 0, true) == Health::Stale);
}

TEST_CASE("floating point noise decides neither good nor amber", "[health]")
{
    CHECK(healthOf(0.06, atMost(0.05), 0.01, false) == Health::Amber);
    CHECK(healthOf(0.04, atLeast(0.05), 0.01, false) == Health::Amber);
    CHECK(healthOf(0.1 + 0.2, atMost(0.3), 0, false) == Health::Good);
    CHECK(healthOf(0.3, atLeast(0.1 + 0.2), 0, false) == Health::Good);
    CHECK(healthOf(0, atLeast(0.1 + 0.2), 0.3, false) == Health::Amber);
    CHECK(healthOf(0.0600001, atMost(0.05), 0.01, false) == Health::Bad);
}

TEST_CASE("negative values and targets are legal", "[health]")
{
    CHECK(healthOf(-4, atLeast(-5), 0, false) == Health::Good);
    CHECK(healthOf(-6, atLeast(-5), 1, false) == Health::Amber);
    CHECK(healthOf(-6, atMost(-5), 0, false) == Health::Good);
    CHECK(healthOf(-3, atMost(-5), 1, false) == Health::Bad);
}

TEST_CASE("an amber tolerance below 0 does not make a good value bad", "[health]")
{
    CHECK(healthOf(10, atLeast(10), -3, false) == Health::Good);
    CHECK(healthOf(9, atLeast(10), -3, false) == Health::Bad);
}

TEST_CASE("lower is better in ranking: missing by more ranks lower", "[health]")
{
    CHECK(missedBy(7, atMost(5)) == 2);
    CHECK(missedBy(3, atMost(5)) == 0);
    CHECK(missedBy(3, atLeast(5)) == 2);
    CHECK(missedBy(25, Bounds{10, 20}) == 5);
    CHECK(missedBy(4, Bounds{10, 20}) == 6);
}

TEST_CASE("lower is better in what a target asks for", "[target]")
{
    Target target = from(1, {}, 5);
    target.low = 1;
    target.high = 2;

    CHECK(boundsOf(&target, Direction::Up) == atLeast(5));
    CHECK(boundsOf(&target, Direction::Down) == atMost(5));
    CHECK(boundsOf(&target, Direction::Band) == Bounds{1, 2});
}

TEST_CASE("a neutral KPI and one without a target have nothing to miss", "[target]")
{
    const Target target = from(1, {}, 5);

    CHECK(boundsOf(&target, Direction::Neutral).isEmpty());
    CHECK(boundsOf(nullptr, Direction::Up).isEmpty());
}

TEST_CASE("a new target does not rewrite the past", "[target]")
{
    const Target first = from(1, {}, 5);
    const Target second = from(2, QDate(2026, 4, 1), 3);
    const QList<const Target *> targets{&second, &first};

    CHECK(targetInForce(targets, QDate(2026, 3, 31)) == &first);
    CHECK(targetInForce(targets, QDate(2026, 4, 1)) == &second);
    CHECK(targetInForce(targets, QDate(2027, 1, 1)) == &second);
}

TEST_CASE("before its first target a KPI has none", "[target]")
{
    const Target only = from(1, QDate(2026, 4, 1), 3);

    CHECK(targetInForce({&only}, QDate(2026, 3, 31)) == nullptr);
    CHECK(targetInForce({}, QDate(2026, 3, 31)) == nullptr);
}

TEST_CASE("of two targets from one day on the later made counts", "[target]")
{
    const QDate day = GENERATE(QDate(), QDate(2026, 4, 1));
    const Target first = from(9, day, 5, 1);
    const Target second = from(3, day, 3, 2);

    CHECK(targetInForce({&first, &second}, QDate(2026, 5, 1)) == &second);
    CHECK(targetInForce({&second, &first}, QDate(2026, 5, 1)) == &second);
}

TEST_CASE("a KPI is not won while its guardrail is breached", "[guardrail]")
{
    CHECK(isWon(Health::Good, std::nullopt));
    CHECK(isWon(Health::Good, Health::Good));
    CHECK(isWon(Health::Good, Health::Amber));
    CHECK(isWon(Health::Good, Health::NoTarget));
    CHECK_FALSE(isWon(Health::Good, Health::Bad));
    CHECK_FALSE(isWon(Health::Good, Health::Stale));
    CHECK_FALSE(isWon(Health::Good, Health::NoData));
    CHECK_FALSE(isWon(Health::Amber, Health::Good));
}

TEST_CASE("a percentage that changes is told in percentage points", "[change]")
{
    const Change change = changeBetween(0.05, 0.07, u"%"_s);

    CHECK(change.in == Change::In::PercentagePoints);
    CHECK(change.amount == Approx(2));
    CHECK(changeBetween(5, 7, u"EUR"_s) == Change{2, Change::In::Unit});
    CHECK(changeBetween(-5, -7, u""_s) == Change{-2, Change::In::Unit});
}

TEST_CASE("lower is better in arrow and colour", "[change]")
{
    CHECK(turnOf(5, 3, Direction::Down) == Turn::Better);
    CHECK(turnOf(3, 5, Direction::Down) == Turn::Worse);
    CHECK(turnOf(-3, -5, Direction::Down) == Turn::Better);
    CHECK(turnOf(3, 5, Direction::Up) == Turn::Better);
    CHECK(turnOf(5, 3, Direction::Up) == Turn::Worse);
    CHECK(turnOf(3, 3, Direction::Down) == Turn::Same);
}

TEST_CASE("within a band nearer is better, and a neutral KPI turns neither way", "[change]")
{
    const Bounds band{10, 20};

    CHECK(turnOf(25, 21, Direction::Band, band) == Turn::Better);
    CHECK(turnOf(12, 9, Direction::Band, band) == Turn::Worse);
    CHECK(turnOf(12, 18, Direction::Band, band) == Turn::Same);
    CHECK(turnOf(12, 18, Direction::Band) == Turn::Neither);
    CHECK(turnOf(12, 18, Direction::Neutral) == Turn::Neither);
}
