// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dateconvention.h"
#include "tests/support/printing.h"

#include <initializer_list>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QDate dateOf(std::optional<qint64> day)
{
    return day ? QDate::fromJulianDay(*day) : QDate();
}

QDate read(std::string_view text, DateOrder order = DateOrder::Plain)
{
    return dateOf(readDate(text, order));
}

QDate readAs(const QString &format, std::string_view text)
{
    const auto made = DateFormat::compile(format);
    REQUIRE(made);
    return dateOf(made->read(text));
}

std::optional<DateOrder> orderOf(std::initializer_list<const char *> texts)
{
    DateEvidence evidence;
    qint64 line = 1;
    for (const char *text : texts)
        evidence.add(text, ++line);
    return evidence.order();
}

} // namespace

TEST_CASE("a day is read in each of its ways", "[dates]")
{
    const char *text = GENERATE(
        "2026-11-22", " 2026-11-22 ", "2026-11-22T10:30:00", "2026-11-22T10:30:00.000Z",
        "2026-11-22T23:59:59+02:00", "2026-11-22 00:00:00", "2026-11-22 00:00", "2026/11/22", "2026.11.22",
        "20261122", "22.11.2026", "22.11.26", "22/11/2026", "22-11-2026", "22/11/2026 9:30 PM", "22 Nov 2026",
        "22-Nov-2026", "22-Nov-26", "22 November 2026", "22. November 2026", "Nov 22, 2026",
        "November 22 2026", "2026 Nov 22", "2026-W47-7", "2026W47-7");
    CAPTURE(text);

    CHECK(read(text) == QDate(2026, 11, 22));
}

TEST_CASE("a longer span gives its first day", "[dates]")
{
    struct Case
    {
        const char *text;
        QDate date;
    };
    const auto one = GENERATE(Case{"2026-11", QDate(2026, 11, 1)}, Case{"11/2026", QDate(2026, 11, 1)},
                              Case{"Nov 2026", QDate(2026, 11, 1)}, Case{"Nov-26", QDate(2026, 11, 1)},
                              Case{"Sept 2026", QDate(2026, 9, 1)}, Case{"2026-Q4", QDate(2026, 10, 1)},
                              Case{"Q4 2026", QDate(2026, 10, 1)}, Case{"2026Q1", QDate(2026, 1, 1)},
                              Case{"2026-W47", QDate(2026, 11, 16)}, Case{"2026-W01", QDate(2025, 12, 29)},
                              Case{"2020-W53", QDate(2020, 12, 28)}, Case{"2026", QDate(2026, 1, 1)});
    CAPTURE(one.text);

    CHECK(read(one.text) == one.date);
}

TEST_CASE("two-digit years are of this century up to 69", "[dates]")
{
    CHECK(read("22.11.69") == QDate(2069, 11, 22));
    CHECK(read("22.11.70") == QDate(1970, 11, 22));
    CHECK(readAs(u"dd.MM.yy"_s, "22.11.26") == QDate(2026, 11, 22));
}

TEST_CASE("what is no date is refused", "[dates]")
{
    const char *text =
        GENERATE("", "2026-02-30", "2026-13-01", "31.11.2026", "2026-11-22x", "2026-11-22T25:00",
                 "2026-11-22 10:99", "2026-W54", "2025-W53", "2026-Q5", "Q0 2026", "22/11", "22 Nov",
                 "Foo 2026", "Total", "2026--11-22", "2026-11/22", "1,234", "12.5", "0000-01-01", "20261322",
                 "5", "99999999999999999999", "2026-11-22-01-02", "1 2 2026");
    CAPTURE(text);

    CHECK_FALSE(read(text).isValid());
}

TEST_CASE("day and month are told apart by the whole column", "[dates]")
{
    CHECK(orderOf({"03/04/2026", "22/11/2026"}) == DateOrder::DayFirst);
    CHECK(orderOf({"03/04/2026", "11/22/2026"}) == DateOrder::MonthFirst);
    CHECK(orderOf({"3-4-26", "13-4-26"}) == DateOrder::DayFirst);
    CHECK(read("03/04/2026", DateOrder::DayFirst) == QDate(2026, 4, 3));
    CHECK(read("03/04/2026", DateOrder::MonthFirst) == QDate(2026, 3, 4));
    CHECK(read("03.04.2026", DateOrder::MonthFirst) == QDate(2026, 4, 3));
}

TEST_CASE("a column that does not tell day from month has no order, one that never needs to has", "[dates]")
{
    CHECK_FALSE(orderOf({"03/04/2026", "05/06/2026"}));
    CHECK_FALSE(orderOf({"13/04/2026", "04/13/2026"}));
    CHECK(orderOf({"04/04/2026", "05/05/2026"}) == DateOrder::Plain);
    CHECK(orderOf({"2026-04-03", "22.11.2026", "Nov 2026", ""}) == DateOrder::Plain);
    CHECK(orderOf({"13/04/2026", "14/04/2026", "04/15/2026"}) == DateOrder::DayFirst);
}

TEST_CASE("the first date that needs an order is remembered with its line", "[dates]")
{
    DateEvidence evidence;
    evidence.add("2026-01-01", 2);
    evidence.add("01/01/2026", 3);
    evidence.add("03/04/2026", 4);
    evidence.add("05/06/2026", 5);

    CHECK(evidence.dependent().text == "03/04/2026");
    CHECK(evidence.dependent().line == 4);
    CHECK_FALSE(evidence.isMixed());
}

TEST_CASE("dates that contradict each other are remembered, the first of each order", "[dates]")
{
    DateEvidence evidence;
    evidence.add("03/04/2026", 2);
    evidence.add("02/13/2026", 3);
    evidence.add("13/02/2026", 4);

    CHECK(evidence.isMixed());
    CHECK_FALSE(evidence.order());
    CHECK(evidence.firstMonthFirst().text == "02/13/2026");
    CHECK(evidence.firstMonthFirst().line == 3);
    CHECK(evidence.firstDayFirst().text == "13/02/2026");
    CHECK(evidence.firstDayFirst().line == 4);
}

TEST_CASE("a column of nothing but day numbers is read as spreadsheets count days", "[dates]")
{
    CHECK(orderOf({"43831", " 43832.75 ", "", "43833,5"}) == DateOrder::Serial);
    CHECK(read("43831", DateOrder::Serial) == QDate(2020, 1, 1));
    CHECK(read("43831.999", DateOrder::Serial) == QDate(2020, 1, 1));
    CHECK(read("25569", DateOrder::Serial) == QDate(1970, 1, 1));
    CHECK(read("20000", DateOrder::Serial) == QDate(1954, 10, 3));
    CHECK(read("80000", DateOrder::Serial) == QDate(2119, 1, 11));

    const char *text =
        GENERATE("19999", "80001", "4383", "438310", "43831.", "43831.x", "-43831", "2026-11-22");
    CAPTURE(text);
    CHECK_FALSE(read(text, DateOrder::Serial).isValid());
    CHECK(orderOf({"43831", text}) != DateOrder::Serial);
}

TEST_CASE("years and days without separators stay what they are, and day numbers alone are no dates",
          "[dates]")
{
    CHECK(orderOf({"2024", "2025"}) == DateOrder::Plain);
    CHECK(orderOf({"20261122", "20261123"}) == DateOrder::Plain);
    CHECK(read("20261122") == QDate(2026, 11, 22));
    CHECK_FALSE(read("43831").isValid());
}

TEST_CASE("a given format is held to", "[dates]")
{
    CHECK(readAs(u"dd.MM.yyyy"_s, "22.11.2026") == QDate(2026, 11, 22));
    CHECK(readAs(u"d/M/yyyy"_s, "3/4/2026") == QDate(2026, 4, 3));
    CHECK(readAs(u"M/d/yyyy"_s, "3/4/2026") == QDate(2026, 3, 4));
    CHECK(readAs(u"MMM yyyy"_s, "Nov 2026") == QDate(2026, 11, 1));
    CHECK(readAs(u"ddd, d MMMM yyyy"_s, "Sun, 22 November 2026") == QDate(2026, 11, 22));
    CHECK(readAs(u"yyyyMMdd"_s, "20261122") == QDate(2026, 11, 22));
    CHECK(readAs(u"yyyy-MM-dd'T'HH:mm"_s, "2026-11-22T10:30") == QDate(2026, 11, 22));

    CHECK_FALSE(readAs(u"dd.MM.yyyy"_s, "2026-11-22").isValid());
    CHECK_FALSE(readAs(u"dd.MM.yyyy"_s, "22.11.2026 ").isValid());
    CHECK_FALSE(readAs(u"dd.MM.yyyy"_s, "31.11.2026").isValid());
}

TEST_CASE("a format may be written as strptime has it, or in capitals as spreadsheets do", "[dates]")
{
    CHECK(readAs(u"%d/%m/%Y"_s, "22/11/2026") == QDate(2026, 11, 22));
    CHECK(readAs(u"%d/%m/%Y"_s, "3/4/2026") == QDate(2026, 4, 3));
    CHECK(readAs(u"%m/%d/%y"_s, "11/22/26") == QDate(2026, 11, 22));
    CHECK(readAs(u"%Y-%m-%d %H:%M:%S"_s, "2026-11-22 10:30:59") == QDate(2026, 11, 22));
    CHECK(readAs(u"%A, %d %B %Y %I:%M %p"_s, "Sunday, 22 November 2026 10:30 AM") == QDate(2026, 11, 22));
    CHECK(readAs(u"%b %Y"_s, "Nov 2026") == QDate(2026, 11, 1));
    CHECK(readAs(u"%Y%m%d"_s, "20261122") == QDate(2026, 11, 22));
    CHECK(readAs(u"%FT%TZ"_s, "2026-11-22T10:30:59Z") == QDate(2026, 11, 22));
    CHECK(readAs(u"%Y%%%m"_s, "2026%11") == QDate(2026, 11, 1));
    CHECK_FALSE(readAs(u"%d/%m/%Y"_s, "11/22/2026").isValid());

    CHECK(readAs(u"DD/MM/YYYY"_s, "22/11/2026") == QDate(2026, 11, 22));
    CHECK(readAs(u"YYYY-MM-DD"_s, "2026-11-22") == QDate(2026, 11, 22));
    CHECK(readAs(u"M/D/YY"_s, "3/4/26") == QDate(2026, 3, 4));
    CHECK(readAs(u"DD-MMM-YYYY"_s, "22-Nov-2026") == QDate(2026, 11, 22));
    CHECK(readAs(u"YYYY-MM-DDTHH:MM:SS"_s, "2026-11-22T10:30:59") == QDate(2026, 11, 22));
}

TEST_CASE("letters that mean nothing make no format", "[dates]")
{
    const QString format = GENERATE(values<QString>({u"xyz"_s, u""_s, u"y"_s, u"yyy-MM"_s, u"yyyyy-MM-dd"_s,
                                                     u"DD/MM/yyyy"_s, u"yyyy-MMMMM-dd"_s, u"%Q"_s, u"%"_s,
                                                     u"%d/%m"_s, u"DD/MM"_s, u"Date: yyyy-MM-dd"_s}));
    CAPTURE(format);

    CHECK_FALSE(DateFormat::compile(format));
}

TEST_CASE("a format without a year is none", "[dates]")
{
    CHECK_FALSE(DateFormat::compile(u"dd.MM"_s));
    CHECK_FALSE(DateFormat::compile(u"nonsense"_s));
    CHECK_FALSE(DateFormat::compile(u"dd yyyy"_s));
    CHECK_FALSE(DateFormat::compile(u"yyyy 'open"_s));
}
