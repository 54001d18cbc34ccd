// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/pages/clipboardtable.h"

#include <QMimeData>

#include <memory>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

PastedCells ofHtml(const QString &html)
{
    QMimeData data;
    data.setHtml(html);
    data.setText(u"something else"_s);
    return cellsOf(data);
}

PastedCells ofText(const QString &text)
{
    QMimeData data;
    data.setText(text);
    return cellsOf(data);
}

} // namespace

TEST_CASE("a block is read as LibreOffice puts it on the clipboard", "[paste]")
{
    const QString html =
        u"<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv=\"content-type\" content=\"text/html; "
        "charset=utf-8\"/>\n<style type=\"text/css\">body,div,table{font-family:\"Liberation "
        "Sans\"}</style>\n"
        "</head>\n<body>\n<table cellspacing=\"0\" border=\"0\">\n\t<colgroup span=\"2\" "
        "width=\"85\"></colgroup>\n\t<tr>\n\t\t<td height=\"17\" align=\"left\">First reply "
        "time</td>\n\t\t<td "
        "align=\"right\" sdval=\"48.5\" sdnum=\"1031;\">48,5</td>\n\t</tr>\n\t<tr>\n\t\t<td height=\"17\" "
        "align=\"left\">Churn &amp; loss</td>\n\t\t<td align=\"left\"><br></td>\n\t</tr>\n</table>\n</body>\n"
        "</html>"_s;
    CHECK(ofHtml(html) == PastedCells{{u"First reply time"_s, u"48,5"_s}, {u"Churn & loss"_s, QString()}});
}

TEST_CASE("a block is read as Excel puts it on the clipboard", "[paste]")
{
    const QString html =
        u"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<head>\n<style>\n<!--table\n\t{mso-displayed-"
        "decimal-separator:\"\\.\";}\n.xl65\n\t{mso-number-format:\"Short Date\";}\n-->\n</style>\n</head>\n"
        "<body link=\"#0563C1\">\n<table border=0 cellpadding=0 cellspacing=0 width=128 "
        "style='border-collapse:\n collapse;width:96pt'>\n<!--StartFragment-->\n <col width=64 span=2 "
        "style='width:48pt'>\n <tr height=20 style='height:15.0pt'>\n  <td height=20 class=xl65 align=right "
        "width=64 style='height:15.0pt;width:48pt'>11/1/2026</td>\n  <td align=right width=64 "
        "style='width:48pt'>1,200.50</td>\n </tr>\n <tr height=20>\n  <td height=20 class=xl65 "
        "align=right>11/8/2026</td>\n  <td align=right>58%</td>\n </tr>\n<!--EndFragment-->\n</table>\n"
        "</body>\n</html>"_s;
    CHECK(ofHtml(html) == PastedCells{{u"11/1/2026"_s, u"1,200.50"_s}, {u"11/8/2026"_s, u"58%"_s}});
}

TEST_CASE("text with tabs is cells, in quotes also with tabs and line breaks", "[paste]")
{
    CHECK(ofText(u"a\t1\r\nb\t2\r\n"_s) == PastedCells{{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {QString()}});
    CHECK(ofText(u"\"a\tb\nc \"\"d\"\"\"\t1"_s) == PastedCells{{u"a\tb\nc \"d\""_s, u"1"_s}});
    CHECK(ofText(u"5\" disk\t1"_s) == PastedCells{{u"5\" disk"_s, u"1"_s}});
    CHECK(ofText(u"58"_s) == PastedCells{{u"58"_s}});
    CHECK(ofText(u" \n"_s).isEmpty());
}

TEST_CASE("HTML without a table is read as its text", "[paste]")
{
    QMimeData data;
    data.setHtml(u"<p>58</p>"_s);
    data.setText(u"58"_s);
    CHECK(cellsOf(data) == PastedCells{{u"58"_s}});
}

TEST_CASE("what is copied comes back, and no text becomes a formula", "[paste]")
{
    const PastedCells cells = {
        {u"=SUM(A1)"_s, u"-5"_s}, {u"@home"_s, u"a\tb"_s}, {u"<b>\"x\"</b>"_s, u"+3.5"_s}};
    const std::unique_ptr<QMimeData> data(mimeOf(cells));
    const PastedCells expected = {
        {u"'=SUM(A1)"_s, u"-5"_s}, {u"'@home"_s, u"a\tb"_s}, {u"<b>\"x\"</b>"_s, u"+3.5"_s}};
    CHECK(ofText(data->text()) == expected);
    const PastedCells html = ofHtml(data->html());
    REQUIRE(html.size() == 3);
    CHECK(html[0] == expected[0]);
    CHECK(html[2] == expected[2]);
}
