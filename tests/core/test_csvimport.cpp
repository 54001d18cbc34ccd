// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvimport.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <sys/stat.h>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;

const QString kFile = u"f.csv"_s;

CsvMapping dated()
{
    CsvMapping mapping;
    mapping.board = u"Board"_s;
    mapping.date = u"date"_s;
    return mapping;
}

CsvMapping values(const QStringList &columns)
{
    CsvMapping mapping = dated();
    mapping.values = columns;
    return mapping;
}

CsvMapping seriesOf(const QString &column, const QStringList &columns)
{
    CsvMapping mapping = values(columns);
    mapping.series = column;
    return mapping;
}

CsvMapping ratio(Combine combine = Combine::None)
{
    CsvMapping mapping = dated();
    mapping.numerator = u"late"_s;
    mapping.denominator = u"all"_s;
    mapping.combine = combine;
    return mapping;
}

ImportBatch read(const QByteArray &text, const CsvMapping &mapping)
{
    auto batch = readCsv(text, kFile, mapping);
    if (!batch)
        FAIL("error " << int(batch.error().code) << ' ' << batch.error().values.join(u'|').toStdString());
    return *std::move(batch);
}

Error errorOf(const QByteArray &text, const CsvMapping &mapping)
{
    const auto batch = readCsv(text, kFile, mapping);
    REQUIRE_FALSE(batch);
    return batch.error();
}

/// All points as "SERIES DATE VALUE" or "SERIES DATE NUMERATOR/DENOMINATOR".
QStringList told(const ImportBatch &batch)
{
    QStringList lines;
    for (const ImportBatch::Point &point : batch.points) {
        const QString value =
            batch.isRatio
                ? QString(QString::number(point.numerator) + u'/' + QString::number(point.denominator))
                : QString::number(point.value);
        lines.append(batch.series[static_cast<std::size_t>(point.series)] + u' ' +
                     batch.dateOf(point).toString(Qt::ISODate) + u' ' + value);
    }
    return lines;
}

/// All refusals as "LINE VALUES".
QStringList refusals(const ImportBatch &batch)
{
    QStringList lines;
    for (const ImportBatch::Refused &refused : batch.refused)
        lines.append(QString::number(refused.line) + u' ' + refused.reason.values.join(u", "_s));
    return lines;
}

QStringList names(const ImportBatch &batch)
{
    return {batch.series.begin(), batch.series.end()};
}

QString extract()
{
    return QString::fromUtf8(MILEPOST_TEST_DATA) + u"/nhs-ae-extract.csv"_s;
}

CsvMapping nhs()
{
    CsvMapping mapping;
    mapping.date = u"period"_s;
    mapping.numerator = u"breaches"_s;
    mapping.denominator = u"attendances"_s;
    return mapping;
}

} // namespace

TEST_CASE("a point stays at 40 bytes, so that a million of them are 40 MB", "[import]")
{
    CHECK(sizeof(ImportBatch::Point) == 40);
}

TEST_CASE("emergency departments become one ratio for each organisation", "[import]")
{
    CsvMapping mapping = nhs();
    mapping.series = u"org_code"_s;
    mapping.combine = Combine::Sum;

    const auto batch = readCsv(extract(), mapping);
    REQUIRE(batch);
    CHECK(batch->isRatio);
    CHECK(batch->source == u"nhs-ae-extract.csv"_s);
    CHECK(batch->rows == 72);
    CHECK(batch->refusedRows == 0);
    CHECK(names(*batch) == QStringList{u"NJS05"_s, u"R1D"_s, u"R1H"_s, u"RFR"_s});
    CHECK(batch->points.size() == 48);
    CHECK(told(*batch).contains(u"R1H 2018-01-01 5922/43961"_s));
    CHECK(told(*batch).contains(u"R1D 2018-01-01 1/1849"_s));
}

TEST_CASE("rows of all organisations become one ratio of sums", "[import]")
{
    CsvMapping mapping = nhs();
    mapping.name = u"England"_s;
    mapping.combine = Combine::Sum;

    const auto batch = readCsv(extract(), mapping);
    REQUIRE(batch);
    CHECK(names(*batch) == QStringList{u"England"_s});
    REQUIRE(batch->points.size() == 12);
    CHECK(told(*batch).first() == u"England 2018-01-01 7040/57658"_s);
    double sum = 0;
    for (const ImportBatch::Point &point : batch->points)
        sum += point.numerator / point.denominator;
    CHECK(sum / 12 == Approx(0.12387916427884586));
}

TEST_CASE("without combining, a second row for one series and date is refused and names the first",
          "[import]")
{
    CsvMapping mapping = nhs();
    mapping.series = u"org_code"_s;

    const auto batch = readCsv(extract(), mapping);
    REQUIRE(batch);
    CHECK(batch->refusedRows == 24);
    CHECK(batch->points.size() == 48);
    CHECK(batch->refused.first().line == 5);
    CHECK(batch->refused.first().reason == Error{Code::ImportDuplicate, {u"R1H"_s, u"2018-01-01"_s, u"4"_s}});
    CHECK(refusals(*batch).at(1) == u"6 R1H, 2018-01-01, 4"_s);
}

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

TEST_CASE("rows of one date are combined as asked", "[import]")
{
    const QByteArray text = "date,v\n2026-01-01,1\n2026-01-02,7\n2026-01-01,5\n2026-01-01,\n2026-01-01,3\n";
    CsvMapping mapping = values({u"v"_s});

    mapping.combine = Combine::Sum;
    CHECK(told(read(text, mapping)) == QStringList{u"v 2026-01-01 9"_s, u"v 2026-01-02 7"_s});
    mapping.combine = Combine::Mean;
    CHECK(told(read(text, mapping)) == QStringList{u"v 2026-01-01 3"_s, u"v 2026-01-02 7"_s});
    mapping.combine = Combine::Last;
    CHECK(told(read(text, mapping)) == QStringList{u"v 2026-01-01 3"_s, u"v 2026-01-02 7"_s});
    CHECK(read(text, mapping).gaps == 1);
}

TEST_CASE("ratios are combined part by part, never as averages of percentages", "[import]")
{
    const QByteArray text = "date,late,all\n2026-01-01,1,2\n2026-01-01,1,98\n";

    CHECK(told(read(text, ratio(Combine::Sum))) == QStringList{u"late / all 2026-01-01 2/100"_s});
    CHECK(errorOf(text, ratio(Combine::Mean)).code == Code::ImportCombine);
    CHECK(errorOf(text, ratio(Combine::Last)).code == Code::ImportCombine);
}

TEST_CASE("a blank value is a gap, not zero", "[import]")
{
    const ImportBatch batch =
        read("date,v\n2026-01-01,1\n2026-02-01,\n2026-03-01, \xC2\xA0\n2026-04-01,0\n", values({u"v"_s}));

    CHECK(told(batch) == QStringList{u"v 2026-01-01 1"_s, u"v 2026-04-01 0"_s});
    CHECK(batch.gaps == 2);
    CHECK(batch.refusedRows == 0);
}

TEST_CASE("half a ratio is refused, none of it is a gap", "[import]")
{
    const ImportBatch batch =
        read("date,late,all\n2026-01-01,1,2\n2026-02-01,,2\n2026-03-01,1,\n2026-04-01,,\n", ratio());

    CHECK(refusals(batch) == QStringList{u"3 late"_s, u"4 all"_s});
    CHECK(batch.refused.first().reason.code == Code::ImportHalfRatio);
    CHECK(batch.gaps == 1);
    CHECK(batch.points.size() == 1);
}

TEST_CASE("a zero denominator is a gap with a note, never a division by zero", "[import]")
{
    const ImportBatch batch = read("date,late,all\n2026-01-01,1,2\n2026-02-01,0,0\n2026-03-01,3,0\n2026-03-"
                                   "01,2,0\n2026-04-01,1,0\n2026-04-01,1,4\n",
                                   ratio(Combine::Sum));

    CHECK(told(batch) == QStringList{u"late / all 2026-01-01 1/2"_s, u"late / all 2026-04-01 2/4"_s});
    CHECK(batch.zeroDenominators == 2);
    CHECK(batch.zeroDenominatorLines == QList<qint64>{3, 4});
    CHECK(batch.refusedRows == 0);
}

TEST_CASE("rows that cannot be read are refused by line, with what is wrong", "[import]")
{
    const ImportBatch batch =
        read("date,team,v\n2026-01-01,A,1\n2026-02-30,A,2\n2026-03-01,,3\n2026-04-01,A,four\n"
             "2026-05-01,A\n2026-06-01,A,6,7\n2026-07-01,A,7,,\n,A,8\n,,\n2026-08-01,A\x01,9\n",
             seriesOf(u"team"_s, {u"v"_s}));

    CHECK(told(batch) == QStringList{u"A 2026-01-01 1"_s, u"A 2026-07-01 7"_s});
    CHECK(refusals(batch) == QStringList{u"3 2026-02-30, date"_s, u"4 team"_s, u"5 four, v"_s, u"6 2, 3"_s,
                                         u"7 4, 3"_s, u"9 , date"_s, u"11 U+0001"_s});
    const QList<Code> codes = {Code::ImportDate,   Code::ImportNoSeries, Code::ImportNumber,
                               Code::ImportRagged, Code::ImportRagged,   Code::ImportDate,
                               Code::NameControl};
    for (qsizetype i = 0; i < codes.size(); ++i)
        CHECK(batch.refused[i].reason.code == codes[i]);
    CHECK(batch.refusedRows == 7);
    CHECK(batch.rows == 9);
}

TEST_CASE("a row with one bad value is refused whole", "[import]")
{
    const ImportBatch batch =
        read("date,a,b\n2026-01-01,1,x\n2026-02-01,y,z\n2026-03-01,3,4\n", values({u"*"_s}));

    CHECK(refusals(batch) == QStringList{u"2 x, b"_s, u"3 y, a"_s});
    CHECK(told(batch) == QStringList{u"a 2026-03-01 3"_s, u"b 2026-03-01 4"_s});
}

TEST_CASE("a duplicate row of a wide file is refused once and whole", "[import]")
{
    const ImportBatch batch =
        read("date,a,b\n2026-01-01,1,2\n2026-01-01,3,4\n2026-02-01,5,6\n", values({u"*"_s}));

    CHECK(refusals(batch) == QStringList{u"3 a, 2026-01-01, 2"_s});
    CHECK(batch.points.size() == 4);
}

TEST_CASE("a series of which every row is refused makes no KPI", "[import]")
{
    const ImportBatch batch =
        read("date,team,v\n2026-01-01,A,x\n2026-01-01,B,1\n2026-01-01,C,\n", seriesOf(u"team"_s, {u"v"_s}));

    CHECK(names(batch) == QStringList{u"B"_s, u"C"_s});
    CHECK(told(batch) == QStringList{u"B 2026-01-01 1"_s});
}

TEST_CASE("lines are physical lines, whatever fields hold", "[import]")
{
    const ImportBatch batch = read("date,team,v\r\n\r\n2026-01-01,\"A\",1\r\n2026-02-01,A,x\r\n\"2026-03-"
                                   "01\",A,\"two\r\nlines\"\r\n2026-04-01,A,y\r\n",
                                   seriesOf(u"team"_s, {u"v"_s}));

    CHECK(refusals(batch) == QStringList{u"4 x, v"_s, u"5 two lines, v"_s, u"7 y, v"_s});
    CHECK(batch.points.front().line == 3);
}

TEST_CASE("sums that no number can hold are refused", "[import]")
{
    CsvMapping mapping = values({u"v"_s});
    mapping.combine = Combine::Sum;

    const ImportBatch batch =
        read("date,v\n2026-01-01,1e308\n2026-01-01,1e308\n2026-01-02,1\n2026-01-03,1e999\n", mapping);
    CHECK(told(batch) == QStringList{u"v 2026-01-02 1"_s});
    REQUIRE(batch.refused.size() == 2);
    CHECK(batch.refused[0].reason.code == Code::NumberTooLarge);
    CHECK(refusals(batch) == QStringList{u"2 1e+308 + 1e+308"_s, u"5 1e999"_s});
    CHECK(batch.refused[1].reason.code == Code::NumberTooLarge);
}

TEST_CASE("a ratio that no number can hold is refused by its parts, and what is too small too", "[import]")
{
    const ImportBatch batch = read("date,late,all\n2026-01-01,1e308,1e-308\n2026-01-02,1e-308,1e308\n"
                                   "2026-01-03,1e-400,1\n2026-01-04,0,7\n2026-01-05,-1e308,1e-308\n",
                                   ratio());

    CHECK(told(batch) == QStringList{u"late / all 2026-01-04 0/7"_s});
    CHECK(refusals(batch) == QStringList{u"2 1e+308 / 1e-308"_s, u"3 1e-308 / 1e+308"_s, u"4 1e-400"_s,
                                         u"6 -1e+308 / 1e-308"_s});
    const QList<Code> codes = {Code::NumberTooLarge, Code::NumberTooSmall, Code::NumberTooSmall,
                               Code::NumberTooLarge};
    for (qsizetype i = 0; i < codes.size(); ++i)
        CHECK(batch.refused[i].reason.code == codes[i]);
}

TEST_CASE("all refusals are counted, though not all are kept", "[import]")
{
    QByteArray text = "date,v\n";
    const qint64 count = ImportBatch::kMaxRefused + 10;
    for (qint64 i = 0; i < count; ++i)
        text += "x,1\n";

    const ImportBatch batch = read(text, values({u"v"_s}));
    CHECK(batch.refusedRows == count);
    CHECK(batch.refused.size() == ImportBatch::kMaxRefused);
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

TEST_CASE("what new KPIs shall be like is passed on", "[import]")
{
    CsvMapping mapping = ratio();
    mapping.unit = u"%"_s;
    mapping.direction = Direction::Down;
    mapping.cadence = Cadence::Week;
    mapping.target = 0.05;

    const ImportBatch batch = read("date,late,all\n2026-01-01,5,100\n", mapping);
    CHECK(batch.board == u"Board"_s);
    CHECK(batch.unit == u"%"_s);
    CHECK(batch.direction == Direction::Down);
    CHECK(batch.cadence == Cadence::Week);
    CHECK(batch.target == 0.05);
    CHECK(batch.encoding == u"utf-8"_s);
}

TEST_CASE("files that hold nothing to import say what they are", "[import]")
{
    const CsvMapping mapping = values({u"v"_s});

    CHECK(errorOf("", mapping) == Error{Code::FileEmpty, {kFile}});
    CHECK(errorOf("\xEF\xBB\xBF", mapping) == Error{Code::FileEmpty, {kFile}});
    CHECK(errorOf("\n \n", mapping) == Error{Code::ImportNoHeading, {kFile}});
    CHECK(errorOf(",,\n1,2,3\n", mapping) == Error{Code::ImportNoHeading, {kFile}});
    CHECK(errorOf("date,v\n", mapping) == Error{Code::ImportEmpty, {kFile}});
    CHECK(errorOf("date,v\n,\n,\n", mapping) == Error{Code::ImportEmpty, {kFile}});
    CHECK(errorOf("date,v\n2026-01-01,\"1\n2026-01-02,2\n", mapping) == Error{Code::ImportQuote, {u"2"_s}});
}

TEST_CASE("what cannot be read as a file says why", "[import]")
{
    QTemporaryDir folder;
    const QString empty = folder.filePath(u"empty.csv"_s);
    QFile file(empty);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    const auto errorAt = [](const QString &path) {
        const auto batch = readCsv(path, values({u"v"_s}));
        REQUIRE_FALSE(batch);
        return batch.error();
    };

    CHECK(errorAt(folder.path()) == Error{Code::FileIsDirectory, {folder.path()}});
    CHECK(errorAt(folder.filePath(u"none.csv"_s)) ==
          Error{Code::SourceMissing, {folder.filePath(u"none.csv"_s)}});
    CHECK(errorAt(empty) == Error{Code::FileEmpty, {empty}});
    // The one file that opens for everybody, root too, and cannot be read from its beginning.
    if (QFile::exists(u"/proc/self/mem"_s))
        CHECK(errorAt(u"/proc/self/mem"_s).code == Code::FileUnreadable);
}

TEST_CASE("a device, a pipe and a file too large are refused before they are read", "[import]")
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR) == 0);
    const QString large = folder.filePath(u"large.csv"_s);
    QFile file(large);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.resize(kLargestCsv + 1)); // a hole, which takes no room
    file.close();
    const auto errorAt = [](const QString &path) { return readCsv(path, values({u"v"_s})).error(); };

    CHECK(errorAt(u"/dev/zero"_s) == Error{Code::FileIsDevice, {u"/dev/zero"_s}});
    CHECK(errorAt(pipe) == Error{Code::FileIsDevice, {pipe}});
    CHECK(errorAt(large) == Error{Code::FileTooLarge, {large, u"2147483649"_s, u"2147483648"_s}});
}

TEST_CASE("a Ctrl-Z at the end is not part of the text", "[import]")
{
    CHECK(told(read("date,v\n2026-01-01,1\n\x1A", values({u"v"_s}))) == QStringList{u"v 2026-01-01 1"_s});
    CHECK(told(read("date,v\n2026-01-01,1\x1A\x1A", values({u"v"_s}))) == QStringList{u"v 2026-01-01 1"_s});
    CHECK(errorOf("\x1A", values({u"v"_s})) == Error{Code::FileEmpty, {kFile}});
}

TEST_CASE("day numbers of a spreadsheet are dates, and that is told", "[import]")
{
    const ImportBatch batch = read("date,v\n43831,=\"5\"\n43862.5,6\n", values({u"v"_s}));

    CHECK(told(batch) == QStringList{u"v 2020-01-01 5"_s, u"v 2020-02-01 6"_s});
    CHECK(batch.conventions.first().dates == DateOrder::Serial);
    CHECK(batch.conventions.first().sample == u"43831"_s);
    CHECK(batch.conventions.first().sampleDate == QDate(2020, 1, 1));
}

TEST_CASE("a batch knows which series have a gap with a note", "[import]")
{
    CsvMapping mapping = ratio();
    mapping.series = u"team"_s;
    const ImportBatch batch =
        read("date,team,late,all\n2026-01-01,A,x,1\n2026-01-01,B,1,0\n2026-01-01,C,1,2\n"
             "2026-01-01,D,,\n",
             mapping);

    CHECK(names(batch) == QStringList{u"B"_s, u"C"_s, u"D"_s});
    CHECK(batch.isNoted == std::vector<bool>{true, false, false});
}

TEST_CASE("an import tells how far it is, forwards only, and can be cancelled", "[import]")
{
    QByteArray text = "date,team,v\n";
    for (int team = 0; team < 40; ++team)
        for (int day = 0; day < 1000; ++day)
            text += QDate(2020, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + ",T" +
                    QByteArray::number(team) + ",1\n";
    std::vector<double> parts;
    const auto note = [&](double part) {
        parts.push_back(part);
        return Proceed::GoOn;
    };
    const auto stop = [&](double part) { return part > 0.6 ? Proceed::Cancel : Proceed::GoOn; };

    REQUIRE(readCsv(text, kFile, seriesOf(u"team"_s, {u"v"_s}), note));
    CHECK(parts.size() > 4);
    CHECK(std::is_sorted(parts.begin(), parts.end()));
    CHECK(parts.front() > 0);
    CHECK(parts.back() <= 1);
    const auto stopped = readCsv(text, kFile, seriesOf(u"team"_s, {u"v"_s}), stop);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Code::Cancelled);
}

TEST_CASE("a spreadsheet's UTF-16 with tabs is imported like any other", "[import]")
{
    const QString text = u"date\tMünchen\r\n22.11.2026\t1.234,5 €\r\n"_s;
    QByteArray bytes = "\xFF\xFE";
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() & 0xFF));
        bytes.append(static_cast<char>(c.unicode() >> 8));
    }

    const ImportBatch batch = read(bytes, values({u"*"_s}));
    CHECK(told(batch) == QStringList{u"München 2026-11-22 1234.5"_s});
    CHECK(batch.encoding == u"utf-16le"_s);
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

TEST_CASE("a column of notes goes with the values of its rows", "[import]")
{
    CsvMapping mapping = values({u"*"_s});
    mapping.note = u"why"_s;
    const QByteArray text =
        "date,a,why\n2026-10-05,1,strike\n2026-10-06,2,\n2026-10-07,3,strike\n2026-10-08,,none\n";

    const ImportBatch batch = read(text, mapping);

    CHECK(batch.series == std::vector<QString>{u"a"_s});
    REQUIRE(batch.points.size() == 3);
    CHECK(batch.notes == std::vector<QString>{QString(), u"strike"_s}); // a gap has nothing to note
    CHECK(batch.points[0].note == 1);
    CHECK(batch.points[1].note == 0);
    CHECK(batch.points[2].note == 1);
    mapping.note = u"nothing"_s;
    CHECK(errorOf("date,a\n2026-10-05,1\n", mapping).code == Code::ImportColumn);
}

TEST_CASE("rows that are combined keep the latest note among them", "[import]")
{
    CsvMapping mapping = values({u"a"_s});
    mapping.note = u"why"_s;
    mapping.combine = Combine::Sum;

    const ImportBatch batch =
        read("date,a,why\n2026-10-05,1,early\n2026-10-05,2,late\n2026-10-05,3,\n", mapping);

    REQUIRE(batch.points.size() == 1);
    CHECK(batch.points[0].value == 6);
    CHECK(batch.notes[size_t(batch.points[0].note)] == u"late"_s);
}

TEST_CASE("a row whose note cannot be kept is refused", "[import]")
{
    CsvMapping mapping = values({u"a"_s});
    mapping.note = u"why"_s;

    const ImportBatch batch = read("date,a,why\n2026-10-05,1," + QByteArray(200'000, 'x') + "\n", mapping);

    CHECK(batch.points.empty());
    REQUIRE(batch.refused.size() == 1);
    CHECK(batch.refused.first().reason.code == Code::TextTooLong);
}
