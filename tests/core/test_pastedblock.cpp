// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pastedblock.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Shape = PastedBlock::Shape;
using Why = PastedBlock::Why;

const QDate kToday(2026, 11, 18);

PasteRow rowOf(qint64 id, const QString &name)
{
    PasteRow row;
    row.place.kpi = KpiId(id);
    row.name = name;
    row.takesValues = true;
    return row;
}

/// Revenue, an objective that takes nothing, Churn in per cent, Answered as a ratio, Launch as a milestone.
QList<PasteRow> rows()
{
    QList<PasteRow> rows = {rowOf(1, u"Revenue"_s), rowOf(2, u"Delight customers"_s), rowOf(3, u"Churn"_s),
                            rowOf(4, u"Answered"_s), rowOf(5, u"Launch"_s)};
    rows[1].takesValues = false;
    rows[2].isPercent = true;
    rows[3].isRatio = true;
    rows[4].isMilestone = true;
    return rows;
}

PastedBlock pasted(const PastedCells &cells, qsizetype current = 0, const PasteConvention &convention = {})
{
    return readPastedBlock(cells, rows(), current, kToday, convention);
}

} // namespace

TEST_CASE("a column goes down over the rows that take values, and is of today", "[paste]")
{
    const PastedBlock block = pasted({{u"1,200"_s}, {u"4.5 %"_s}, {u"12/340"_s}, {u"1"_s}, {u"7"_s}});

    CHECK(block.shape == Shape::Column);
    CHECK(block.rows == 4);
    REQUIRE(block.values.size() == 4);
    CHECK(block.values[0].kpi == KpiId(1));
    CHECK(block.values[0].value == 1200);
    CHECK(block.values[0].date == kToday);
    CHECK(block.values[1].kpi == KpiId(3));
    CHECK(block.values[1].value == 0.045);
    CHECK(block.values[2].numerator == 12);
    CHECK(block.values[2].denominator == 340);
    CHECK(block.values[3].value == 1);
    CHECK(block.leftOut == QList<PastedBlock::LeftOut>{{u"7"_s, Why::BeyondTheLastRow}});
}

TEST_CASE("a heading above a column is passed over, and blank cells are gaps", "[paste]")
{
    const PastedBlock block = pasted({{u"November"_s}, {u"12"_s}, {QString()}, {u"1/4"_s}});
    REQUIRE(block.values.size() == 2);
    CHECK(block.values[0].kpi == KpiId(1));
    CHECK(block.values[1].kpi == KpiId(4));
    CHECK(block.leftOut.isEmpty());
}

TEST_CASE("dates and values are the history of the current row", "[paste]")
{
    const PastedBlock block =
        pasted({{u"Date"_s, u"Value"_s}, {u"25.10.2026"_s, u"1.200,5"_s}, {u"01.11.2026"_s, u"1.300"_s}});

    CHECK(block.shape == Shape::Dated);
    REQUIRE(block.values.size() == 2);
    CHECK(block.values[0].date == QDate(2026, 10, 25));
    CHECK(block.values[0].value == 1200.5);
    CHECK(block.values[1].date == QDate(2026, 11, 1));
    CHECK(block.values[1].value == 1300);
    CHECK(block.rows == 1);
}

TEST_CASE("what the block leaves open is read as the locale has it", "[paste]")
{
    const PastedCells cells = {{u"03/04/2026"_s, u"1,234"_s}};
    const PastedBlock british = pasted(cells, 0, {DecimalMark::Point, DateOrder::DayFirst});
    CHECK(british.values.value(0).date == QDate(2026, 4, 3));
    CHECK(british.values.value(0).value == 1234);
    const PastedBlock american = pasted(cells, 0, {DecimalMark::Comma, DateOrder::MonthFirst});
    CHECK(american.values.value(0).date == QDate(2026, 3, 4));
    CHECK(american.values.value(0).value == 1.234);
}

TEST_CASE("names are matched exactly, else without regard to case, and what is not is told", "[paste]")
{
    const PastedBlock block = pasted({{u"KPI"_s, u"Now"_s},
                                      {u"revenue "_s, u"5"_s},
                                      {u"Churn"_s, u"5"_s},
                                      {u"Delight customers"_s, u"3"_s},
                                      {u"Other"_s, u"9"_s}});

    CHECK(block.shape == Shape::Names);
    REQUIRE(block.values.size() == 2);
    CHECK(block.values[0].value == 5);
    CHECK(block.values[1].value == 0.05); // for a percentage a bare 5 is 5 %
    CHECK(block.leftOut == QList<PastedBlock::LeftOut>{{u"Other"_s, Why::NoSuchRow},
                                                       {u"Delight customers"_s, Why::TakesNoValues}});
}

TEST_CASE("names down and dates across make a table, the other way round too", "[paste]")
{
    const PastedCells across = {{QString(), u"2026-10-01"_s, u"2026-11-01"_s},
                                {u"Revenue"_s, u"10"_s, u"11"_s},
                                {u"Churn"_s, u"4%"_s, QString()}};
    const PastedCells down = {{u"Day"_s, u"Revenue"_s, u"Churn"_s},
                              {u"2026-10-01"_s, u"10"_s, u"4%"_s},
                              {u"2026-11-01"_s, u"11"_s, QString()}};
    for (const PastedCells &cells : {across, down}) {
        const PastedBlock block = pasted(cells);
        CHECK(block.shape == Shape::Table);
        REQUIRE(block.values.size() == 3);
        CHECK(block.rows == 2);
        CHECK(block.values[0].value == 10);
        CHECK(block.values[0].date == QDate(2026, 10, 1));
        CHECK(block.values[1].date == QDate(2026, 11, 1));
        CHECK(block.values[2].kpi == KpiId(3));
        CHECK(block.values[2].value == 0.04);
    }
}

TEST_CASE("each cell that cannot be taken is left out with its reason", "[paste]")
{
    CHECK(pasted({{u"many"_s}}).leftOut.value(0).why == Why::NotANumber);
    CHECK(pasted({{u"2026-12-24"_s, u"5"_s}}).leftOut.value(0).why == Why::InFuture);
    CHECK(pasted({{u"5"_s}}, 3).leftOut.value(0).why == Why::NeedsBothParts);
    CHECK(pasted({{u"5/0"_s}}, 3).leftOut.value(0).why == Why::NeedsBothParts);
    CHECK(pasted({{u"5"_s}}, 4).leftOut.value(0).why == Why::OutOfRange);
    CHECK(pasted({{u"2026-11-01"_s, u"5"_s}}, 1).leftOut.value(0).why == Why::TakesNoValues);
}

TEST_CASE("of what is no block of values nothing is taken", "[paste]")
{
    CHECK(pasted({}).shape == Shape::Unclear);
    CHECK(pasted({{QString()}, {QString()}}).shape == Shape::Unclear);
    const PastedBlock three = pasted({{u"a"_s, u"b"_s, u"c"_s}, {u"d"_s, u"e"_s, u"f"_s}});
    CHECK(three.shape == Shape::Unclear);
    CHECK(three.values.isEmpty());
}
