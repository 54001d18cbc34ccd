// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csv.h"

using namespace milepost;
using namespace milepost::tests;

namespace {

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
