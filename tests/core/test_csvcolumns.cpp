// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csv.h"

using namespace milepost;
using namespace milepost::tests;

TEST_CASE("several value columns are KPIs named by their headings", "[import]")
{
    const QByteArray text = "date,Sales, Net profit ,note\n2026-02-01,3,4,x\n2026-01-01,1,2,y\n";

    CHECK(told(read(text, values({u"Sales"_s, u"net profit"_s}))) ==
          QStringList{u"Sales 2026-01-01 1"_s, u"Sales 2026-02-01 3"_s, u"Net profit 2026-01-01 2"_s,
                      u"Net profit 2026-02-01 4"_s});
}

TEST_CASE("'*' means all columns but date, series and filter columns", "[import]")
{
    CsvMapping mapping = seriesOf(u"team"_s, {u"*"_s});
    mapping.filters = {{u"kind"_s, u"actual"_s}};
    const QByteArray text = "date,team,kind,a,b,,\n2026-01-01,T,actual,1,2,,\n2026-01-01,T,plan,3,4,,\n";

    CHECK(told(read(text, mapping)) == QStringList{u"T, a 2026-01-01 1"_s, u"T, b 2026-01-01 2"_s});
}

TEST_CASE("series and several value columns make names of both", "[import]")
{
    const QByteArray text = "date,team,a,b\n2026-01-01,North,1,2\n2026-01-01,South,3,4\n";

    CHECK(names(read(text, seriesOf(u"team"_s, {u"a"_s, u"b"_s}))) ==
          QStringList{u"North, a"_s, u"North, b"_s, u"South, a"_s, u"South, b"_s});
}

TEST_CASE("a KPI without series is named as asked, by its heading or by both parts", "[import]")
{
    CsvMapping named = values({u"a"_s});
    named.name = u" Chosen "_s;

    CHECK(names(read("date,a\n2026-01-01,1\n", named)) == QStringList{u"Chosen"_s});
    CHECK(names(read("date,a\n2026-01-01,1\n", values({u"a"_s}))) == QStringList{u"a"_s});
    CHECK(names(read("date,late,all\n2026-01-01,1,2\n", ratio())) == QStringList{u"late / all"_s});
}

TEST_CASE("series stand in the order in which they appear, points by date", "[import]")
{
    const QByteArray text = "date,team,v\n2026-02-01,Z,1\n2026-01-01,A,2\n2026-01-01,Z,3\n2026-03-01,A,4\n";

    CHECK(told(read(text, seriesOf(u"team"_s, {u"v"_s}))) ==
          QStringList{u"Z 2026-01-01 3"_s, u"Z 2026-02-01 1"_s, u"A 2026-01-01 2"_s, u"A 2026-03-01 4"_s});
}

TEST_CASE("columns are found exactly first, then without regard to case if one fits", "[import]")
{
    CHECK(told(read("Date,Value,value\n2026-01-01,1,2\n", values({u"value"_s}))) ==
          QStringList{u"value 2026-01-01 2"_s});
    CHECK(told(read(" DATE ,VALUE\n2026-01-01,1\n", values({u"value"_s}))) ==
          QStringList{u"VALUE 2026-01-01 1"_s});
    CHECK(errorOf("date,Value,VALUE\n2026-01-01,1,2\n", values({u"value"_s})) ==
          Error{Code::ImportTwoKpis, {u"value"_s}});
}

TEST_CASE("a column that is not there is told with those that are", "[import]")
{
    const Error expected{Code::ImportColumn, {u"nope"_s, u"date"_s, u"v"_s}};
    const QByteArray text = "date,v\n2026-01-01,1\n";
    CsvMapping filtered = values({u"v"_s});
    filtered.filters = {{u"nope"_s, u"x"_s}};
    CsvMapping undated = values({u"v"_s});
    undated.date = u"nope"_s;

    CHECK(errorOf(text, values({u"nope"_s})) == expected);
    CHECK(errorOf(text, seriesOf(u"nope"_s, {u"v"_s})) == expected);
    CHECK(errorOf(text, filtered) == expected);
    CHECK(errorOf(text, undated) == expected);
}

TEST_CASE("a heading that is there twice cannot be used, but may be there", "[import]")
{
    const QByteArray text = "date,a,a,b\n2026-01-01,1,2,3\n";

    CHECK(errorOf(text, values({u"a"_s})) == Error{Code::ImportTwoKpis, {u"a"_s}});
    CHECK(errorOf(text, values({u"*"_s})).code == Code::ImportTwoKpis);
    CHECK(errorOf(text, values({u"b"_s, u"b"_s})).code == Code::ImportTwoKpis);
    CHECK(told(read(text, values({u"b"_s}))) == QStringList{u"b 2026-01-01 3"_s});
}

TEST_CASE("series and headings that make one name of two KPIs are an error", "[import]")
{
    const QByteArray text = "date,team,c,\"b, c\"\n2026-01-01,\"a, b\",1,2\n2026-01-01,a,3,4\n";

    CHECK(errorOf(text, seriesOf(u"team"_s, {u"*"_s})) == Error{Code::ImportTwoKpis, {u"a, b, c"_s}});
}

TEST_CASE("options that do not go together are told by name", "[import]")
{
    const QByteArray text = "date,team,a,b,late,all\n2026-01-01,T,1,2,3,4\n";
    CsvMapping both = ratio();
    both.values = {u"a"_s};
    CsvMapping half = ratio();
    half.denominator.clear();
    CsvMapping twoNamed = values({u"a"_s, u"b"_s});
    twoNamed.name = u"N"_s;
    CsvMapping seriesNamed = seriesOf(u"team"_s, {u"a"_s});
    seriesNamed.name = u"N"_s;
    CsvMapping undated = values({u"a"_s});
    undated.date.clear();
    CsvMapping badFormat = values({u"a"_s});
    badFormat.dateFormat = u"dd.MM"_s;

    CHECK(errorOf(text, both) == Error{Code::ImportMapping, {u"value"_s, u"numerator"_s}});
    CHECK(errorOf(text, half) == Error{Code::ImportMapping, {u"denominator"_s}});
    CHECK(errorOf(text, twoNamed) == Error{Code::ImportMapping, {u"name"_s, u"value"_s}});
    CHECK(errorOf(text, seriesNamed) == Error{Code::ImportMapping, {u"name"_s, u"series"_s}});
    CHECK(errorOf(text, dated()) == Error{Code::ImportMapping, {u"value"_s}});
    CHECK(errorOf(text, undated) == Error{Code::ImportMapping, {u"date"_s}});
    CHECK(errorOf(text, badFormat) == Error{Code::ImportMapping, {u"date-format"_s}});
}

TEST_CASE("only rows that pass every filter count", "[import]")
{
    CsvMapping mapping = values({u"v"_s});
    mapping.filters = {{u"kind"_s, u"actual"_s}, {u"Region"_s, u"north"_s}};
    const QByteArray text = "date,kind,region,v\n2026-01-01,actual,north,1\n2026-01-02,actual,south,x\n"
                            "2026-01-03,plan,north,3\nnever, actual ,south,4\n2026-01-05, actual ,north,5\n";

    const ImportBatch batch = read(text, mapping);
    CHECK(told(batch) == QStringList{u"v 2026-01-01 1"_s, u"v 2026-01-05 5"_s});
    CHECK(batch.rows == 2);
    CHECK(batch.refusedRows == 0);
    mapping.filters = {{u"region"_s, u"north"_s}, {u"kind"_s, u"actul"_s}};
    CHECK(errorOf(text, mapping) == Error{Code::ImportNoMatch, {kFile, u"actul"_s, u"kind"_s}});
    mapping.filters = {{u"region"_s, u"south"_s}, {u"kind"_s, u"plan"_s}};
    CHECK(errorOf(text, mapping) == Error{Code::ImportFiltered, {kFile, u"region=south, kind=plan"_s}});
}

TEST_CASE("texts that become one name are one series", "[import]")
{
    const QByteArray text =
        u"date,team,v\n2026-01-01,Zo\u00EB,1\n2026-01-02, Zoe\u0308 ,2\n2026-01-02,Zo\u00EB,3\n"_s.toUtf8();

    const ImportBatch batch = read(text, seriesOf(u"team"_s, {u"v"_s}));
    CHECK(told(batch) == QStringList{u"Zo\u00EB 2026-01-01 1"_s, u"Zo\u00EB 2026-01-02 2"_s});
    CHECK(refusals(batch) == QStringList{u"4 Zo\u00EB, 2026-01-02, 3"_s});
}

TEST_CASE("right-to-left text, emoji, markup and SQL are names like any other", "[import]")
{
    const QStringList wanted = {u"מכירות"_s,
                                u"\u202Bאבג\u202C"_s,
                                u"👩‍🚀 🙂"_s,
                                u"<img src=\"file:///etc/passwd\">"_s,
                                u"'; DROP TABLE kpi; --"_s,
                                u"=1+1"_s,
                                u"a/b"_s};
    QString text = u"date,team,v\n"_s;
    for (const QString &name : wanted)
        text += u"2026-01-01,\""_s + QString(name).replace(u'"', u"\"\""_s) + u"\",1\n"_s;

    CHECK(names(read(text.toUtf8(), seriesOf(u"team"_s, {u"v"_s}))) == wanted);
}
