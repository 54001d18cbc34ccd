// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/models/typedday.h"
#include "ui/words/typeddate.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QDate kWednesday(2026, 11, 18);

QDate typed(const QString &text, const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedKingdom))
{
    const Result<QDate> day = typedDay(text, kWednesday, locale);
    REQUIRE(day);
    return *day;
}

} // namespace

TEST_CASE("a day to come is typed as people say it", "[typing]")
{
    CHECK(typed(u"today"_s) == kWednesday);
    CHECK(typed(u"Tomorrow"_s) == QDate(2026, 11, 19));
    CHECK(typed(u"+7"_s) == QDate(2026, 11, 25));
    CHECK(typed(u"fri"_s) == QDate(2026, 11, 20));
    CHECK(typed(u"Wednesday"_s) == QDate(2026, 11, 25));
    CHECK(typed(u"mo"_s) == QDate(2026, 11, 23));
    CHECK_FALSE(typed(u"  "_s).isValid());
}

TEST_CASE("a date is read by the locale, and without a year it is the next one", "[typing]")
{
    CHECK(typed(u"2026-12-24"_s) == QDate(2026, 12, 24));
    CHECK(typed(u"24/12/2026"_s) == QDate(2026, 12, 24));
    CHECK(typed(u"24 Dec"_s) == QDate(2026, 12, 24));
    CHECK(typed(u"3/2"_s) == QDate(2027, 2, 3));
    CHECK(typed(u"24.12.2026"_s, QLocale(QLocale::German)) == QDate(2026, 12, 24));
    CHECK(typed(u"24.12."_s, QLocale(QLocale::German)) == QDate(2026, 12, 24));
    CHECK(typed(u"Fr"_s, QLocale(QLocale::German)) == QDate(2026, 11, 20));
}

TEST_CASE("a due day that stands in a field is read again, and so is its short year", "[typing]")
{
    const QDate day(2026, 12, 24);
    for (const QLocale &locale :
         {QLocale(QLocale::English, QLocale::UnitedStates), QLocale(QLocale::English, QLocale::UnitedKingdom),
          QLocale(QLocale::German), QLocale(QLocale::Swedish), QLocale(QLocale::Korean), QLocale::c()}) {
        CAPTURE(locale.name());
        CHECK(typed(dateAsTyped(day, locale), locale) == day);
        CHECK(typed(locale.toString(day, QLocale::ShortFormat), locale) == day);
    }
    CHECK(typed(u"24.12.1999"_s, QLocale(QLocale::German)) == QDate(1999, 12, 24));
}

TEST_CASE("what is no day is refused with what was typed", "[typing]")
{
    for (const QString &text : {u"soon"_s, u"32/12/2026"_s, u"+"_s, u"f"_s}) {
        const Result<QDate> day = typedDay(text, kWednesday, QLocale(QLocale::English));
        REQUIRE_FALSE(day);
        CHECK(day.error() == Error{Error::Code::DateInvalid, {text}});
    }
}
