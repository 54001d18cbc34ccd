// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvpreview.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("a preview shows a file as it will be read", "[preview]")
{
    const QByteArray text = "\xEF\xBB\xBF"
                            "Datum;Team;Umsatz;Bemerkung;Leer\r\n22.11.2026;Nord;1.234,5;gut;\r\n"
                            "23.11.2026;\"S;d\";7;;\r\n";

    const auto preview = previewCsv(text, u"f.csv"_s);
    REQUIRE(preview);
    CHECK(preview->headings == QStringList{u"Datum"_s, u"Team"_s, u"Umsatz"_s, u"Bemerkung"_s, u"Leer"_s});
    CHECK(preview->encoding == TextEncoding::Utf8Bom);
    CHECK(preview->separator == ';');
    REQUIRE(preview->rows.size() == 2);
    CHECK(preview->rows[1] == QStringList{u"23.11.2026"_s, u"S;d"_s, u"7"_s, QString(), QString()});
    REQUIRE(preview->columns.size() == 5);
    CHECK(preview->columns[0].kind == ColumnKind::Date);
    CHECK(preview->columns[0].convention.sampleDate == QDate(2026, 11, 22));
    CHECK(preview->columns[1].kind == ColumnKind::Text);
    CHECK(preview->columns[2].kind == ColumnKind::Number);
    CHECK(preview->columns[2].convention.decimal == DecimalMark::Comma);
    CHECK(preview->columns[2].convention.sampleNumber == 1234.5);
    CHECK(preview->columns[4].kind == ColumnKind::Blank);
}

TEST_CASE("a preview says when day and month cannot be told apart", "[preview]")
{
    const auto preview = previewCsv("d,v\n03/04/2026,1\n05/06/2026,2\n", u"f.csv"_s);

    REQUIRE(preview);
    CHECK(preview->columns[0].kind == ColumnKind::Date);
    CHECK(preview->columns[0].isOrderUnknown);
    CHECK_FALSE(preview->columns[0].convention.sampleDate.isValid());
}

TEST_CASE("a preview shows as many rows as asked and knows numbers from years", "[preview]")
{
    const auto preview = previewCsv("year,count\n2024,1\n2025,2026\n2026,3\n", u"f.csv"_s, 2);

    REQUIRE(preview);
    CHECK(preview->rows.size() == 2);
    CHECK(preview->columns[0].kind == ColumnKind::Date);
    CHECK(preview->columns[1].kind == ColumnKind::Number);
}

TEST_CASE("a preview of what is no table says why", "[preview]")
{
    CHECK(previewCsv("", u"f.csv"_s).error().code == Error::Code::FileEmpty);
    CHECK(previewCsv("a,b\n1,\"2\n", u"f.csv"_s).error().code == Error::Code::ImportQuote);
    CHECK(previewCsv(u"/nowhere/f.csv"_s).error().code == Error::Code::SourceMissing);
}

TEST_CASE("a preview finds the column that tells rows of one date apart", "[preview]")
{
    const auto series = [](const QByteArray &text) {
        const auto preview = previewCsv(text, u"f.csv"_s);
        REQUIRE(preview);
        return preview->series;
    };

    CHECK(series("day,kind,site,n\n2026-01-01,x,A,1\n2026-01-01,x,B,2\n2026-02-01,x,A,3\n") == 2);
    CHECK_FALSE(series("day,site,n\n2026-01-01,A,1\n2026-02-01,A,3\n")); // no date comes twice
    CHECK_FALSE(series("day,kind,n\n2026-01-01,x,1\n2026-01-01,x,2\n")); // nothing tells them apart
    CHECK_FALSE(series("site,n\nA,1\nB,2\n"));                           // no dates
}
