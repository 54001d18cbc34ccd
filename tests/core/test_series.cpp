// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/series.h"
#include "tests/support/printing.h"

using namespace milepost;

namespace {

Measurement on(qint64 id, QDate date, double value)
{
    Measurement point;
    point.id = MeasurementId(id);
    point.date = date;
    point.value = value;
    return point;
}

} // namespace

TEST_CASE("a series keeps its points by date, in whatever order they come", "[series]")
{
    Series series({on(1, QDate(2026, 3, 1), 3), on(2, QDate(2026, 1, 1), 1)});
    series.put(on(3, QDate(2026, 2, 1), 2));

    REQUIRE(series.points().size() == 3);
    CHECK(series.points()[1].value == 2);
    CHECK(series.at(QDate(2026, 3, 1))->id == MeasurementId(1));
    CHECK(series.at(QDate(2026, 3, 2)) == nullptr);
    CHECK(series.between(QDate(2026, 1, 2), QDate(2026, 3, 1)).size() == 2);
}

TEST_CASE("a point that moves to another date leaves its old place", "[series]")
{
    Series series({on(1, QDate(2026, 1, 1), 1)});
    series.put(on(1, QDate(2026, 5, 1), 9));

    REQUIRE(series.points().size() == 1);
    CHECK(series.at(QDate(2026, 1, 1)) == nullptr);
    CHECK(series.at(QDate(2026, 5, 1))->value == 9);
}
