// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvimport.h"
#include "core/exchange/csvpreview.h"
#include "tests/support/printing.h"

#include <iterator>
#include <random>

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("whatever bytes a file has, an import ends with an answer that adds up", "[import]")
{
    static const char *const kPieces[] = {"date",
                                          "v",
                                          "team",
                                          ",",
                                          ";",
                                          "\t",
                                          "\n",
                                          "\r\n",
                                          "\r",
                                          "\"",
                                          "\"\"",
                                          " ",
                                          "2026-11-22",
                                          "22.11.2026",
                                          "03/04/2026",
                                          "2026-W47",
                                          "Q4 2026",
                                          "1,234.5",
                                          "1.234,5",
                                          "(5)",
                                          "-",
                                          "%",
                                          "5%",
                                          "e",
                                          "1e999",
                                          "\xC3\xA9",
                                          "\xE9",
                                          "\x80",
                                          "\xF0\x9F\x99\x82",
                                          "\xEF\xBB\xBF",
                                          "sep=;",
                                          "\xE2\x80\xAF",
                                          "\xE2",
                                          "T",
                                          ":",
                                          "Nov",
                                          "'"};
    std::mt19937 random(20261122);
    const auto upTo = [&random](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most)(random);
    };
    CsvMapping mapping;
    mapping.date = u"date"_s;
    mapping.values = {u"*"_s};
    mapping.unit = u"%"_s;

    int imported = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = upTo(3) > 0 ? "date,team,v\n" : "";
        for (std::size_t i = upTo(40); i > 0; --i)
            text += kPieces[upTo(std::size(kPieces) - 1)];
        mapping.series = upTo(1) > 0 ? u"team"_s : QString();
        CAPTURE(round, text);
        const auto preview = previewCsv(text, u"f.csv"_s);
        const auto batch = readCsv(text, u"f.csv"_s, mapping);
        if (!batch)
            continue;
        ++imported;
        REQUIRE(preview);
        REQUIRE(batch->refusedRows == batch->refused.size());
        REQUIRE(batch->refusedRows <= batch->rows);
        for (const ImportBatch::Point &point : batch->points) {
            REQUIRE(std::isfinite(point.value));
            REQUIRE(static_cast<std::size_t>(point.series) < batch->series.size());
            REQUIRE(batch->dateOf(point).isValid());
            REQUIRE(point.line > 1);
        }
    }
    CHECK(imported > 100); // else the pieces do not reach far enough
}
