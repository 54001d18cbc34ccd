// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csv.h"

using namespace milepost;
using namespace milepost::tests;

TEST_CASE("the decimal mark is found for each column, or given", "[import]")
{
    const QByteArray text = "date;a;b\n2026-01-01;1,5;1.234\n2026-01-02;2,25;2.345\n";
    CHECK(told(read(text, values({u"*"_s}))) == QStringList{u"a 2026-01-01 1.5"_s, u"a 2026-01-02 2.25"_s,
                                                            u"b 2026-01-01 1234"_s, u"b 2026-01-02 2345"_s});

    CsvMapping mapping = values({u"b"_s});
    mapping.decimal = DecimalMark::Point;
    CHECK(told(read(text, mapping)).first() == u"b 2026-01-01 1.234"_s);
    mapping.values = {u"a"_s};
    CHECK(refusals(read(text, mapping)) == QStringList{u"2 1,5, a"_s, u"3 2,25, a"_s});
}

TEST_CASE("numbers that can all be read both ways follow a rule, and that is told", "[import]")
{
    const ImportBatch commas = read("date\tv\n2026-01-01\t1,234\n", values({u"v"_s}));
    CHECK(told(commas) == QStringList{u"v 2026-01-01 1234"_s});
    REQUIRE(commas.conventions.size() == 2);
    CHECK(commas.conventions[1].isAmbiguous);
    CHECK(commas.conventions[1].decimal == DecimalMark::Point);
    CHECK(commas.conventions[1].sample == u"1,234"_s);
    CHECK(commas.conventions[1].sampleNumber == 1234.0);

    const ImportBatch semicolons = read("date;v\n2026-01-01;1.234\n", values({u"v"_s}));
    CHECK(told(semicolons) == QStringList{u"v 2026-01-01 1234"_s});

    const ImportBatch siblings = read("date;v;w\n2026-01-01;1.234;0.5\n", values({u"v"_s, u"w"_s}));
    CHECK(told(siblings).first() == u"v 2026-01-01 1.234"_s);
    CHECK(siblings.conventions[1].isAmbiguous);
    CHECK_FALSE(siblings.conventions[2].isAmbiguous);
}

TEST_CASE("bare numbers for a percent KPI follow one convention for the whole column", "[import]")
{
    CsvMapping mapping = values({u"v"_s});
    mapping.unit = u"%"_s;

    const ImportBatch hundred = read("date,v\n2026-01-01,0.5\n2026-01-02,50\n2026-01-03,7%\n", mapping);
    CHECK(told(hundred) ==
          QStringList{u"v 2026-01-01 0.005"_s, u"v 2026-01-02 0.5"_s, u"v 2026-01-03 0.07"_s});
    CHECK(hundred.conventions[1].scale == PercentScale::Hundred);

    const ImportBatch fraction = read("date,v\n2026-01-01,0.5\n2026-01-02,1\n2026-01-03,700%\n", mapping);
    CHECK(told(fraction) == QStringList{u"v 2026-01-01 0.5"_s, u"v 2026-01-02 1"_s, u"v 2026-01-03 7"_s});
    CHECK(fraction.conventions[1].scale == PercentScale::Fraction);

    mapping.unit = u"days"_s;
    CHECK(told(read("date,v\n2026-01-02,50\n", mapping)) == QStringList{u"v 2026-01-02 50"_s});
}

TEST_CASE(
    "percent KPIs that are there already have their own convention, apart from other KPIs of the column",
    "[import]")
{
    CsvMapping mapping = seriesOf(u"kpi"_s, {u"v"_s});
    mapping.percentKpis = {u"Conversion"_s};
    const QByteArray text = "date,kpi,v\n2026-01-01,Conversion,0.05\n2026-01-01,Revenue,10000\n";

    CHECK(told(read(text, mapping)) ==
          QStringList{u"Conversion 2026-01-01 0.05"_s, u"Revenue 2026-01-01 10000"_s});
    CHECK(told(read(text + "2026-01-02,Conversion,6\n", mapping)) ==
          QStringList{u"Conversion 2026-01-01 0.0005"_s, u"Conversion 2026-01-02 0.06"_s,
                      u"Revenue 2026-01-01 10000"_s});
}

TEST_CASE("a ratio's parts are never scaled", "[import]")
{
    CsvMapping mapping = ratio();
    mapping.unit = u"%"_s;

    CHECK(told(read("date,late,all\n2026-01-01,5,100\n", mapping)) ==
          QStringList{u"late / all 2026-01-01 5/100"_s});
}

TEST_CASE("day and month are told apart by the column, or asked for", "[import]")
{
    const QByteArray told1 = "date,v\n03/04/2026,1\n22/04/2026,2\n";
    CHECK(told(read(told1, values({u"v"_s}))).first() == u"v 2026-04-03 1"_s);
    CHECK(read(told1, values({u"v"_s})).conventions.first().dates == DateOrder::DayFirst);

    const QByteArray untold = "date,v\n2026-01-01,0\n03/04/2026,1\n05/06/2026,2\n";
    CHECK(errorOf(untold, values({u"v"_s})) ==
          Error{Code::ImportDateOrder, {u"03/04/2026"_s, u"date"_s, u"3"_s}});

    CHECK(errorOf("date,v\n13/02/2020,1\n02/13/2020,2\n", values({u"v"_s})) ==
          Error{Code::ImportDatesMixed, {u"13/02/2020"_s, u"date"_s, u"2"_s, u"02/13/2020"_s, u"3"_s}});

    CsvMapping mapping = values({u"v"_s});
    mapping.dateFormat = u"MM/dd/yyyy"_s;
    const ImportBatch batch = read(untold, mapping);
    CHECK(told(batch) == QStringList{u"v 2026-03-04 1"_s, u"v 2026-05-06 2"_s});
    CHECK(refusals(batch) == QStringList{u"2 2026-01-01, date"_s});
    CHECK(batch.conventions.first().dates == DateOrder::Given);
}

TEST_CASE("day numbers of a spreadsheet are dates, and that is told", "[import]")
{
    const ImportBatch batch = read("date,v\n43831,=\"5\"\n43862.5,6\n", values({u"v"_s}));

    CHECK(told(batch) == QStringList{u"v 2020-01-01 5"_s, u"v 2020-02-01 6"_s});
    CHECK(batch.conventions.first().dates == DateOrder::Serial);
    CHECK(batch.conventions.first().sample == u"43831"_s);
    CHECK(batch.conventions.first().sampleDate == QDate(2020, 1, 1));
}

TEST_CASE("each column may have its own decimal sign, before that of the file", "[import]")
{
    CsvMapping mapping = values({u"a"_s, u"b"_s});
    mapping.decimal = DecimalMark::Point;
    mapping.decimals = {{u"b"_s, DecimalMark::Comma}};

    const ImportBatch batch = read("date,a,b\n2026-10-05,\"1,234\",\"1,234\"\n", mapping);

    REQUIRE(batch.points.size() == 2);
    CHECK(batch.points[0].value == 1234);
    CHECK(batch.points[1].value == 1.234);
}

TEST_CASE("the order of dates can be said where the column does not tell", "[import]")
{
    CsvMapping mapping = values({u"a"_s});
    const QByteArray text = "date,a\n03/04/2026,1\n";
    REQUIRE(errorOf(text, mapping).code == Code::ImportDateOrder);

    mapping.dateOrder = DateOrder::MonthFirst;
    const ImportBatch batch = read(text, mapping);

    REQUIRE(batch.points.size() == 1);
    CHECK(batch.dateOf(batch.points[0]) == QDate(2026, 3, 4));
    CHECK(batch.conventions.first().dates == DateOrder::MonthFirst);
}
