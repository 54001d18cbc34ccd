// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/number.h"
#include "core/exchange/numberconvention.h"
#include "tests/support/printing.h"

#include <initializer_list>

using namespace milepost;

namespace {

std::optional<double> withPoint(std::string_view text)
{
    const auto number = readNumber(text, DecimalMark::Point);
    return number ? std::optional(number->value) : std::nullopt;
}

std::optional<double> withComma(std::string_view text)
{
    const auto number = readNumber(text, DecimalMark::Comma);
    return number ? std::optional(number->value) : std::nullopt;
}

NumberEvidence evidenceOf(std::initializer_list<const char *> texts, bool isPercent = false)
{
    NumberEvidence evidence;
    for (const char *text : texts)
        evidence.add(text, isPercent);
    return evidence;
}

} // namespace

TEST_CASE("numbers are read as people type them", "[numbers]")
{
    struct Case
    {
        const char *text;
        double value;
    };
    const auto one = GENERATE(
        Case{"5", 5}, Case{"-3", -3}, Case{"+3", 3}, Case{"1234.5", 1234.5}, Case{".5", 0.5}, Case{"5.", 5},
        Case{"1.2e3", 1200}, Case{"1,234.5", 1234.5}, Case{"1,234,567", 1234567}, Case{"12,34,567", 1234567},
        Case{" 7 ", 7}, Case{"1 234.5", 1234.5}, Case{"1\u00A0234", 1234}, Case{"1\u202F234.5", 1234.5},
        Case{"1'234.50", 1234.5}, Case{"1\u2019234.50", 1234.5}, Case{"5%", 0.05}, Case{"5 %", 0.05},
        Case{"-2.5\u00A0%", -0.025}, Case{"(5)", -5}, Case{"(1,234.50)", -1234.5}, Case{"5-", -5},
        Case{"\u22125", -5}, Case{"$5", 5}, Case{"-$5.20", -5.2}, Case{"$-5.20", -5.2}, Case{"($5.20)", -5.2},
        Case{"5 \u20AC", 5}, Case{"\u00A3 1,000", 1000}, Case{"CHF 1'234.50", 1234.5}, Case{"120 kr", 120},
        Case{"\u20B9 12,34,567", 1234567});
    CAPTURE(one.text);

    REQUIRE(withPoint(one.text));
    CHECK(*withPoint(one.text) == Approx(one.value).epsilon(1e-15));
}

TEST_CASE("numbers with a decimal comma are read as people type them", "[numbers]")
{
    struct Case
    {
        const char *text;
        double value;
    };
    const auto one =
        GENERATE(Case{"1,5", 1.5}, Case{"1.234,5", 1234.5}, Case{"1.234.567", 1234567},
                 Case{"1\u202F234,5 \u20AC", 1234.5}, Case{"-0,05", -0.05}, Case{"12,5 %", 0.125},
                 Case{"1'234,5", 1234.5}, Case{"1,2e3", 1200}, Case{"(1.234,50)", -1234.5});
    CAPTURE(one.text);

    REQUIRE(withComma(one.text));
    CHECK(*withComma(one.text) == Approx(one.value).epsilon(1e-15));
}

TEST_CASE("what is no number is refused", "[numbers]")
{
    const char *text = GENERATE("", "-", "n/a", "1,5", "1,23", "1,2345", "1,234,56", "0,125", "1.2.3", "1 2",
                                "12 34", "1,234 567", "--5", "(-5)", "5%%", "$$5", "inf", "nan", "0x10", "1e",
                                "e5", "1e999", "12abc", "5,", "1.5,000", "ABC 5", "\u0665");
    CAPTURE(text);

    CHECK_FALSE(withPoint(text));
}

TEST_CASE("minus nothing is nothing", "[numbers]")
{
    CHECK_FALSE(std::signbit(*withPoint("-0")));
    CHECK_FALSE(std::signbit(*withPoint("(0)")));
}

TEST_CASE("the whole column decides which mark is decimal", "[numbers]")
{
    CHECK(evidenceOf({"1,234", "5.5"}).decimal() == DecimalMark::Point);
    CHECK(evidenceOf({"1,234", "5,5"}).decimal() == DecimalMark::Comma);
    CHECK(evidenceOf({"1.234", "1.234.567"}).decimal() == DecimalMark::Comma);
    CHECK(evidenceOf({"1,234", "1,234,567"}).decimal() == DecimalMark::Point);
    CHECK(evidenceOf({"0.125"}).decimal() == DecimalMark::Point);
    CHECK(evidenceOf({"0,125"}).decimal() == DecimalMark::Comma);
    CHECK(evidenceOf({"1.5", "2.5", "1,5"}).decimal() == DecimalMark::Point);
    CHECK(evidenceOf({"1.5", "2,5", "3,5"}).decimal() == DecimalMark::Comma);
}

TEST_CASE("a column of numbers that can all be read both ways is ambiguous", "[numbers]")
{
    CHECK(evidenceOf({"1,234", "2,345"}).isAmbiguous());
    CHECK(evidenceOf({"1.234", "17"}).isAmbiguous());
    CHECK_FALSE(evidenceOf({"17", "5%", ""}).isAmbiguous());
    CHECK_FALSE(evidenceOf({"1,234", "5.5"}).isAmbiguous());
    CHECK_FALSE(evidenceOf({"17", "1,234"}).decimal());
}

TEST_CASE("any bare number beyond 1 means that the column is in percent", "[numbers]")
{
    CHECK(evidenceOf({"0.05", "1"}, true).scale(DecimalMark::Point) == PercentScale::Fraction);
    CHECK(evidenceOf({"0.05", "5"}, true).scale(DecimalMark::Point) == PercentScale::Hundred);
    CHECK(evidenceOf({"0.05", "-5"}, true).scale(DecimalMark::Point) == PercentScale::Hundred);
    CHECK(evidenceOf({"0.05", "500%"}, true).scale(DecimalMark::Point) == PercentScale::Fraction);
    CHECK(evidenceOf({"0,05", "0,5"}, true).scale(DecimalMark::Comma) == PercentScale::Fraction);
    CHECK(evidenceOf({"5"}, false).scale(DecimalMark::Point) == PercentScale::None);
}

TEST_CASE("every percentage with one decimal is the same double in a file as typed, to the last bit",
          "[numbers]")
{
    const NumberConvention points{DecimalMark::Point, PercentScale::Hundred, false};
    const NumberConvention commas{DecimalMark::Comma, PercentScale::Hundred, false};
    for (int tenths = 0; tenths < 1000; ++tenths) {
        const std::string whole = std::to_string(tenths / 10);
        const std::string tenth = std::to_string(tenths % 10);
        const std::string text = whole + '.' + tenth;
        CAPTURE(text);
        const double nearest = std::stod(std::to_string(tenths) + "e-3");

        REQUIRE(*milepost::parseNumber(QString::fromStdString(text + '%')) == nearest);
        REQUIRE(*withPoint(text + '%') == nearest);
        REQUIRE(*withPoint("-" + text + " %") == -nearest);
        REQUIRE(*withComma(whole + ',' + tenth + '%') == nearest);
        REQUIRE(*points.read(text, true) == nearest);
        REQUIRE(*points.read(text + "e0", true) == nearest);
        REQUIRE(*commas.read(whole + ',' + tenth, true) == nearest);
    }
}

TEST_CASE("a number that no double is near to is told from what is no number", "[numbers]")
{
    const NumberConvention points{DecimalMark::Point, PercentScale::None, false};
    const NumberConvention hundred{DecimalMark::Point, PercentScale::Hundred, false};
    using Code = Error::Code;

    CHECK_FALSE(points.read("1e-400", false));
    CHECK(points.fault("1e-400") == Code::NumberTooSmall);
    CHECK(points.fault("0.00001e-400") == Code::NumberTooSmall);
    CHECK(points.fault("1e999") == Code::NumberTooLarge);
    CHECK(points.fault("$1,000e999999999999") == Code::NumberTooLarge);
    CHECK_FALSE(points.fault("n/a"));
    CHECK_FALSE(hundred.read("4e-324", true));
    CHECK(*points.read("4.9e-324", false) == 4.9e-324);
    CHECK(*points.read("0e-999", false) == 0);
    CHECK(*points.read("0.00", false) == 0);
    CHECK(*withPoint("1e309%") == 1e307);
}

TEST_CASE("a percent sign means hundredths whatever bare numbers mean", "[numbers]")
{
    const NumberConvention hundred{DecimalMark::Point, PercentScale::Hundred, false};

    CHECK(*hundred.read("5", true) == 0.05);
    CHECK(*hundred.read("5%", true) == 0.05);
    CHECK(*hundred.read("5", false) == 5);
}
