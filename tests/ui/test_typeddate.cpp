// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/words/typeddate.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QDate kWednesday(2026, 11, 18);
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kAmerican(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kSwedish(QLocale::Swedish, QLocale::Sweden);

} // namespace

TEST_CASE("a date is typed in few keys, or as one's country writes it", "[typed]")
{
    struct Case
    {
        QString text;
        QLocale locale;
        QDate date;
    };
    const auto [text, locale, date] = GENERATE(values<Case>({
        {u""_s, kBritish, kWednesday},
        {u"today"_s, kBritish, kWednesday},
        {u"Yesterday"_s, kBritish, QDate(2026, 11, 17)},
        {u"-1"_s, kBritish, QDate(2026, 11, 17)},
        {u"-30"_s, kBritish, QDate(2026, 10, 19)},
        {u"monday"_s, kBritish, QDate(2026, 11, 16)},
        {u"Thu"_s, kBritish, QDate(2026, 11, 12)},
        {u"wed"_s, kBritish, kWednesday},
        {u"Montag"_s, kGerman, QDate(2026, 11, 16)},
        {u"17"_s, kBritish, QDate(2026, 11, 17)},
        {u"19"_s, kBritish, QDate(2026, 10, 19)},
        {u"15.11."_s, kGerman, QDate(2026, 11, 15)},
        {u"24.12."_s, kGerman, QDate(2025, 12, 24)},
        {u"15.11.26"_s, kGerman, QDate(2026, 11, 15)},
        {u"03/04/2026"_s, kBritish, QDate(2026, 4, 3)},
        {u"03/04/2026"_s, kAmerican, QDate(2026, 3, 4)},
        {u"11/15"_s, kAmerican, QDate(2026, 11, 15)},
        {u"2026-11-15"_s, kAmerican, QDate(2026, 11, 15)},
        {u"2026-11-15"_s, kSwedish, QDate(2026, 11, 15)},
        {u"15 Nov"_s, kBritish, QDate(2026, 11, 15)},
        {u"Nov 15"_s, kAmerican, QDate(2026, 11, 15)},
        {u"24 December"_s, kBritish, QDate(2025, 12, 24)},
        {u"Nov 15, 2025"_s, kAmerican, QDate(2025, 11, 15)},
    }));
    CAPTURE(text, locale.name());

    const Result<QDate> typed = typedDate(text, kWednesday, locale);

    REQUIRE(typed);
    CHECK(typed->toString(Qt::ISODate) == date.toString(Qt::ISODate));
}

TEST_CASE("what a date field shows is read as the same day", "[typed]")
{
    for (const QLocale &locale : {kBritish, kAmerican, kGerman, kSwedish}) {
        CAPTURE(locale.name(), dateAsTyped(kWednesday, locale));
        CHECK(typedDate(dateAsTyped(QDate(2019, 2, 3), locale), kWednesday, locale).value() ==
              QDate(2019, 2, 3));
    }
}

TEST_CASE("what is no date is refused with what was typed", "[typed]")
{
    for (const QString &text : {u"soon"_s, u"31.02.2026"_s, u"99"_s, u"13/13"_s, u"-x"_s}) {
        CAPTURE(text);
        const Result<QDate> typed = typedDate(text, kWednesday, kGerman);
        REQUIRE_FALSE(typed);
        CHECK(typed.error() == Error{Error::Code::DateInvalid, {text}, {}});
    }
}

TEST_CASE("a day is called today or yesterday where it is", "[typed]")
{
    CHECK(dayInWords(kWednesday, kWednesday, kBritish) == u"today"_s);
    CHECK(dayInWords(QDate(2026, 11, 17), kWednesday, kBritish) == u"yesterday"_s);
    CHECK(dayInWords(QDate(2026, 11, 10), kWednesday, kBritish) == u"10 Nov"_s);
}
