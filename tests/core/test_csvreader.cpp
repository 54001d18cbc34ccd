// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"
#include "tests/support/printing.h"

#include <random>
#include <string>
#include <vector>

using namespace milepost;

namespace {

using Row = std::vector<std::string>;
using Table = std::vector<Row>;

Table tableOf(QByteArrayView text, const CsvDialect &dialect)
{
    CsvReader reader(text, dialect);
    Table table;
    CsvReader::Step step = reader.next();
    for (; step == CsvReader::Step::Row; step = reader.next())
        table.emplace_back(reader.fields().begin(), reader.fields().end());
    REQUIRE(step == CsvReader::Step::End);
    return table;
}

Table tableOf(QByteArrayView text)
{
    return tableOf(text, detectDialect(text));
}

std::vector<qint64> linesOf(QByteArrayView text)
{
    CsvReader reader(text, detectDialect(text));
    std::vector<qint64> lines;
    while (reader.next() == CsvReader::Step::Row)
        lines.push_back(reader.line());
    return lines;
}

} // namespace

TEST_CASE("every line end ends a row, and the last one may be missing", "[csv]")
{
    const char *end = GENERATE("\n", "\r\n", "\r");

    const QByteArray text = QByteArray("a,b") + end + "1,2" + end + "3,4";
    CHECK(tableOf(text) == Table{{"a", "b"}, {"1", "2"}, {"3", "4"}});
    CHECK(tableOf(QByteArray(text + end)) == Table{{"a", "b"}, {"1", "2"}, {"3", "4"}});
}

TEST_CASE("quoted fields hold separators, doubled quotes and line breaks", "[csv]")
{
    CHECK(tableOf("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\n") ==
          Table{{"a", "b"}, {"x,y", "say \"hi\""}, {"two\r\nlines", ""}});
}

TEST_CASE("several fields of one row may have doubled quotes", "[csv]")
{
    const std::string longText(500, 'x');
    const QByteArray text =
        QByteArray::fromStdString("a,b,c\n\"1\"\"\",\"" + longText + "\"\"\",\"\"\"3\"\n");

    CHECK(tableOf(text) == Table{{"a", "b", "c"}, {"1\"", longText + "\"", "\"3"}});
}

TEST_CASE("spaces around quotes are no part of the field", "[csv]")
{
    CHECK(tableOf("a,b,c\n1, \"x, y\" ,\t\"z\"\n") == Table{{"a", "b", "c"}, {"1", "x, y", "z"}});
}

TEST_CASE("quotes that RFC 4180 does not allow are read as Excel reads them", "[csv]")
{
    CHECK(tableOf("a,b\n5\" pipe,\"abc\"def\n") == Table{{"a", "b"}, {"5\" pipe", "abcdef"}});
}

TEST_CASE("spaces around a field without quotes stay", "[csv]")
{
    CHECK(tableOf("a,b\n x , y\n") == Table{{"a", "b"}, {" x ", " y"}});
}

TEST_CASE("blank lines are skipped but counted", "[csv]")
{
    const QByteArray text = "a,b\n\n1,2\r\n   \r\n\"x\ny\",3\n4,5\n\n";

    CHECK(tableOf(text) == Table{{"a", "b"}, {"1", "2"}, {"x\ny", "3"}, {"4", "5"}});
    CHECK(linesOf(text) == std::vector<qint64>{1, 3, 5, 7});
}

TEST_CASE("a quote that is never closed is told by the line where its field begins", "[csv]")
{
    const QByteArray text = "a,b\n\"x\ny\",2\n3,\"open\n4,5\n6,7\n";
    CsvReader reader(text, {});

    REQUIRE(reader.next() == CsvReader::Step::Row);
    REQUIRE(reader.next() == CsvReader::Step::Row);
    CHECK(reader.next() == CsvReader::Step::OpenQuote);
    CHECK(reader.line() == 4);
}

TEST_CASE("empty fields are fields, at the end too", "[csv]")
{
    CHECK(tableOf("a,b,c\n,,\n1,,3\n") == Table{{"a", "b", "c"}, {"", "", ""}, {"1", "", "3"}});
}

TEST_CASE("the separator is found from the records", "[csv]")
{
    struct Case
    {
        const char *text;
        char separator;
    };
    const auto one =
        GENERATE(Case{"a,b\n1,2\n", ','}, Case{"a;b\n1,5;2,5\n", ';'}, Case{"a\tb\n1,5\t2;5\n", '\t'},
                 Case{"a|b\n1,5|2,5\n", '|'}, Case{"Sales, net;Costs, net\n1,5;2,5\n", ';'},
                 Case{"\"a;b\",c\n\"1;2\",3\n", ','}, Case{"a,\"b\nc;d\"\n1,\"2;3\"\n", ','},
                 Case{"date,text\n2026,one; two; three\n2027,four\n", ','}, Case{"value\n1\n2\n", ','},
                 Case{"a;b\n1;2;;\n3;4\n", ';'});
    CAPTURE(one.text);

    CHECK(detectDialect(one.text).separator == one.separator);
}

TEST_CASE("the separator that Excel names in the first line holds", "[csv]")
{
    const char *text = GENERATE("sep=;\r\na,b;c,d\r\n1;2\r\n", "\"sep=;\"\r\na,b;c,d\r\n1;2\r\n");

    const CsvDialect dialect = detectDialect(text);
    CHECK(dialect.separator == ';');
    CHECK(tableOf(text) == Table{{"a,b", "c,d"}, {"1", "2"}});
    CHECK(linesOf(text) == std::vector<qint64>{2, 3});
}

namespace {

/// Writes tables in every way that is allowed.
class Scribe
{
public:
    explicit Scribe(unsigned seed) : m_random(seed) {}

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }

    std::string text()
    {
        static const std::vector<std::string> kPieces = {"a",  "7",  ".5",   "\"",   "\"\"", ",",
                                                         ";",  "\t", "|",    " ",    "\n",   "\r\n",
                                                         "\r", "é",  "שלום", "🙂", "'",    "=1+1"};
        std::string made;
        for (int i = upTo(5); i > 0; --i)
            made += kPieces[static_cast<std::size_t>(upTo(static_cast<int>(kPieces.size()) - 1))];
        return made;
    }

    Table table()
    {
        Table made(static_cast<std::size_t>(1 + upTo(6)), Row(static_cast<std::size_t>(2 + upTo(4))));
        for (Row &row : made)
            for (std::string &field : row)
                field = text();
        return made;
    }

    std::string written(const Table &table, char separator, const std::string &lineEnd)
    {
        std::string text;
        for (const Row &row : table) {
            for (std::size_t i = 0; i < row.size(); ++i)
                text += (i > 0 ? std::string(1, separator) : std::string()) + written(row[i], separator);
            text += lineEnd;
        }
        if (upTo(1) == 0)
            text.resize(text.size() - lineEnd.size());
        return text;
    }

private:
    std::string written(const std::string &field, char separator)
    {
        const bool mustQuote = field.empty() || field.find_first_of("\"\r\n \t") != std::string::npos ||
                               field.find(separator) != std::string::npos;
        if (!mustQuote && upTo(1) == 0)
            return field;
        std::string quoted = "\"";
        for (const char c : field)
            quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        return std::string(static_cast<std::size_t>(upTo(2)), ' ') + quoted + '"' +
               std::string(static_cast<std::size_t>(upTo(2)), ' ');
    }

    std::mt19937 m_random;
};

} // namespace

TEST_CASE("whatever table is written with whatever quoting, separator and line end comes back", "[csv]")
{
    Scribe scribe(20261122);
    for (int round = 0; round < 2000; ++round) {
        const Table table = scribe.table();
        const char separator = ",;\t|"[scribe.upTo(3)];
        const std::string lineEnd =
            std::vector<std::string>{"\n", "\r\n", "\r"}[static_cast<std::size_t>(scribe.upTo(2))];
        const QByteArray text = QByteArray::fromStdString(scribe.written(table, separator, lineEnd));
        CAPTURE(round, text);
        REQUIRE(tableOf(text, CsvDialect{separator, 0, 1}) == table);
    }
}

TEST_CASE("what a spreadsheet was made to keep as text is read as that text", "[csv]")
{
    CHECK(tableOf("a,b,c\n=\"5\",=\"\",\"=\"\"007\"\"\"\n") == Table{{"a", "b", "c"}, {"5", "", "007"}});
    CHECK(tableOf("a,b\n=5,=\"\n") == Table{{"a", "b"}, {"=5", "=\""}});
}
