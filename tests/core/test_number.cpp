// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/number.h"
#include "tests/support/printing.h"

#include <cmath>

using namespace milepost;
using namespace Qt::StringLiterals;

TEST_CASE("numbers are read in one grammar, whatever the locale", "[number]")
{
    struct Reading
    {
        QString text;
        double value;
    };
    const Reading reading = GENERATE(values<Reading>({
        {u"0"_s, 0},
        {u"-3"_s, -3},
        {u"+3"_s, 3},
        {u"007"_s, 7},
        {u".5"_s, 0.5},
        {u"-.5"_s, -0.5},
        {u"1234.5"_s, 1234.5},
        {u"1,234.5"_s, 1234.5},
        {u"-12,345,678"_s, -12345678},
        {u"1.2e3"_s, 1200},
        {u"1.2E-3"_s, 0.0012},
        {u"1e+2"_s, 100},
        {u"9007199254740993"_s, 9007199254740992.0},
        {u"0e999999999999999999999"_s, 0},
        {u"4.9e-324"_s, 4.9e-324},
        {u"1.7976931348623157e308"_s, 1.7976931348623157e308},
    }));
    CAPTURE(reading.text);

    const Result<double> number = parseNumber(reading.text);

    REQUIRE(number);
    CHECK(*number == reading.value);
}

TEST_CASE("what is not a number in this grammar is refused with its text", "[number]")
{
    const QString text = GENERATE(values<QString>(
        {u""_s,         u" "_s,       u" 5"_s,       u"5 "_s,  u"1,5"_s,  u"1,2345"_s, u"12,34"_s,
         u"1234,567"_s, u"1,234,5"_s, u"0,123"_s,    u",5"_s,  u"1,"_s,   u"5."_s,     u"."_s,
         u"-"_s,        u"--3"_s,     u"+-3"_s,      u"1e"_s,  u"e5"_s,   u"1e5.5"_s,  u"1.2.3"_s,
         u"1.234,5"_s,  u"nan"_s,     u"NaN"_s,      u"inf"_s, u"-inf"_s, u"0x10"_s,   u"1_000"_s,
         u"1 000"_s,    u"5%%"_s,     u"%"_s,        u"%5"_s,  u"5  %"_s, u"٣"_s,      u"３"_s,
         u"\u22123"_s,  u"twelve"_s,  u"1,234.5,6"_s}));
    CAPTURE(text);

    const Result<double> number = parseNumber(text);

    REQUIRE_FALSE(number);
    CHECK(number.error() == Error{Error::Code::NumberInvalid, {text}});
}

TEST_CASE("a number that no double can hold is too large, not infinite", "[number]")
{
    const QString text = GENERATE(values<QString>(
        {u"1e309"_s, u"-1e400"_s, u"1e999999999999999999999"_s, u"9"_s.repeated(400), u"1.8e308"_s}));
    CAPTURE(text);

    const Result<double> number = parseNumber(text);

    REQUIRE_FALSE(number);
    CHECK(number.error() == Error{Error::Code::NumberTooLarge, {text}});
}

TEST_CASE("a number that is 0 only because no double is so small is refused", "[number]")
{
    const QString text = GENERATE(values<QString>(
        {u"1e-400"_s, u"-1e-999"_s, u"1e-999999999999999999999"_s, u"4e-324%"_s, u"1e-324"_s}));
    CAPTURE(text);

    const Result<double> number = parseNumber(text);

    REQUIRE_FALSE(number);
    CHECK(number.error() == Error{Error::Code::NumberTooSmall, {text}});
}

TEST_CASE("a minus zero is a zero", "[number]")
{
    CHECK_FALSE(std::signbit(*parseNumber(u"-0"_s)));
    CHECK_FALSE(std::signbit(*parseNumber(u"-0e-999"_s)));
}

TEST_CASE("a percentage is the fraction nearest to it, to the last bit", "[number]")
{
    CHECK(*parseNumber(u"5%"_s) == 0.05);
    CHECK(*parseNumber(u"5 %"_s) == 0.05);
    CHECK(*parseNumber(u"-5%"_s) == -0.05);
    CHECK(*parseNumber(u"12.5%"_s) == 0.125);
    CHECK(*parseNumber(u"0.7%"_s) == 0.007);
    CHECK(*parseNumber(u"1,234%"_s) == 12.34);
    CHECK(*parseNumber(u"1e2%"_s) == 1);
    CHECK(*parseNumber(u"1e309%"_s) == 1e307);
}

TEST_CASE("where the unit is %, a bare 5 is five per cent too", "[number]")
{
    CHECK(*parseNumber(u"5"_s, u"%"_s) == 0.05);
    CHECK(*parseNumber(u"5%"_s, u"%"_s) == 0.05);
    CHECK(*parseNumber(u"5%"_s, u"EUR"_s) == 0.05);
    CHECK(*parseNumber(u"5"_s, u"EUR"_s) == 5);
    CHECK(parseNumber(u"1,5"_s, u"%"_s).error().code == Error::Code::NumberInvalid);
}

TEST_CASE("dates are written strictly YYYY-MM-DD", "[number]")
{
    CHECK(*parseDate(u"2026-11-22"_s) == QDate(2026, 11, 22));
    CHECK(*parseDate(u"2024-02-29"_s) == QDate(2024, 2, 29));
    CHECK(*parseDate(u"0001-01-01"_s) == QDate(1, 1, 1));
    CHECK(*parseDate(u"9999-12-31"_s) == QDate(9999, 12, 31));
}

TEST_CASE("what is not a day is refused with its text", "[number]")
{
    const QString text = GENERATE(values<QString>(
        {u""_s, u"2026-2-3"_s, u"2026-02-30"_s, u"2025-02-29"_s, u"2026-13-01"_s, u"2026-00-10"_s,
         u"0000-01-01"_s, u"22.11.2026"_s, u"2026/11/22"_s, u"20261122"_s, u"2026-11-22 "_s, u" 2026-11-22"_s,
         u"2026-11-22T00:00"_s, u"+026-11-22"_s, u"２026-11-22"_s, u"12026-11-22"_s, u"-026-11-22"_s}));
    CAPTURE(text);

    const Result<QDate> date = parseDate(text);

    REQUIRE_FALSE(date);
    CHECK(date.error() == Error{Error::Code::DateInvalid, {text}});
}
