// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "ui/words/figures.h"
#include "ui/words/pacewords.h"

#include <limits>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);

/// Narrow no-break spaces as plain ones, for reading.
QString plain(QString text)
{
    return text.replace(QChar(0x202f), u' ');
}

} // namespace

TEST_CASE("figures have four significant digits and no trailing zeros", "[figures]")
{
    const auto [value, text] = GENERATE(table<double, QString>({
        {0, u"0"_s},
        {212, u"212"_s},
        {4.0, u"4"_s},
        {4.51, u"4.51"_s},
        {4.512345, u"4.512"_s},
        {70.425, u"70.42"_s},
        {12765, u"12,765"_s},
        {12765.4, u"12,765"_s},
        {1234.5, u"1,235"_s},
        {-3.5, u"-3.5"_s},
        {0.0704321, u"0.07043"_s},
        {999.96, u"1,000"_s},
        {1e12, u"1,000,000,000,000"_s},
        {0.1 + 0.2, u"0.3"_s},
        {-0.0, u"0"_s},
        {0.000012, u"0.000012"_s},
    }));
    CHECK(figure(value, {}, kBritish) == text);
}

TEST_CASE("only figures out of the ordinary have an exponent", "[figures]")
{
    CHECK(figure(1.5e20, {}, kBritish) == u"1.5E+20"_s);
    CHECK(figure(2.5e-9, {}, kBritish) == u"2.5E-09"_s);
    CHECK(figure(std::numeric_limits<double>::quiet_NaN(), {}, kBritish) == u"–"_s);
}

TEST_CASE("a fraction with the unit % is a percentage, and the unit does not break off", "[figures]")
{
    CHECK(figure(.704, u"%"_s, kBritish) == u"70.4\u202f%"_s);
    CHECK(plain(figure(.115294, u"%"_s, kBritish)) == u"11.53 %"_s);
    CHECK(plain(figure(.9995, u"%"_s, kBritish)) == u"99.95 %"_s);
    CHECK(plain(figure(9, u"€"_s, kBritish)) == u"9 €"_s);
    CHECK(plain(figure(1234.5, u"€"_s, kGerman)) == u"1.235 €"_s);
    CHECK(figure(std::nullopt, u"%"_s, kBritish) == u"–"_s);
}

TEST_CASE("what is typed has every digit and none of the ornaments", "[figures]")
{
    CHECK(typedFigure(.07, u"%"_s, kBritish) == u"7"_s);
    CHECK(typedFigure(12765.4321, {}, kBritish) == u"12765.4321"_s);
    CHECK(typedFigure(4.5, {}, kGerman) == u"4,5"_s);
}

TEST_CASE("a share is all only when it is all", "[figures]")
{
    CHECK(plain(share(.996, kBritish)) == u"99 %"_s);
    CHECK(plain(share(1, kBritish)) == u"100 %"_s);
    CHECK(plain(share(1.13, kBritish)) == u"113 %"_s);
    CHECK(plain(share(-.001, kBritish)) == u"0 %"_s);
}

TEST_CASE("targets carry the sign of their direction", "[figures]")
{
    CHECK(plain(target(60, Direction::Down, u"min"_s, kBritish)) == u"≤ 60 min"_s);
    CHECK(target(4.2, Direction::Up, {}, kBritish) == u"≥ 4.2"_s);
    CHECK(target(4.2, Direction::Neutral, {}, kBritish) == u"4.2"_s);
    CHECK(plain(band(.4, .6, u"%"_s, kBritish)) == u"40–60 %"_s);
    CHECK(band(-5, -2, {}, kBritish) == u"-5 – -2"_s);
    CHECK(plain(fromTo(.62, .75, u"%"_s, kBritish)) == u"from 62 % to 75 %"_s);
    CHECK(countOf(2, 3, kBritish) == u"2 of 3"_s);
}

TEST_CASE("dates are short, in the locale's own order, with a year only where it is not this one",
          "[figures]")
{
    const QDate today(2026, 11, 22);
    const auto [name, thisYear, lastYear] = GENERATE(table<QString, QString, QString>({
        {u"en_GB"_s, u"5 Nov"_s, u"5 Nov 2025"_s},
        {u"en_US"_s, u"Nov 5"_s, u"Nov 5, 2025"_s},
        {u"de_DE"_s, u"5. Nov."_s, u"5. Nov. 2025"_s},
        {u"fr_FR"_s, u"5 nov."_s, u"5 nov. 2025"_s},
        {u"es_ES"_s, u"5 de nov"_s, u"5 de nov de 2025"_s},
        {u"sv_SE"_s, u"5 nov."_s, u"5 nov. 2025"_s},
        {u"ja_JP"_s, u"11月5日"_s, u"2025年11月5日"_s},
    }));
    const QLocale locale(name);
    CHECK(shortDate(QDate(2026, 11, 5), today, locale) == thisYear);
    CHECK(shortDate(QDate(2025, 11, 5), today, locale) == lastYear);
}

TEST_CASE("a short date names day and month in every locale", "[figures]")
{
    for (const QLocale &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
        const QString text = shortDate(QDate(2026, 11, 22), QDate(2026, 11, 22), locale);
        INFO(locale.name().toStdString() << ": " << text.toStdString());
        CHECK(text.contains(locale.toString(22)));
        CHECK(text.size() > 3);
        CHECK_FALSE(text.contains(locale.toString(2026)));
    }
}

TEST_CASE("no date is no text", "[figures]")
{
    CHECK(shortDate({}, QDate(2026, 11, 22), kBritish).isEmpty());
}

TEST_CASE("pace is said in percentage points, with its sign and in a word", "[figures]")
{
    CHECK(paceText(0.124, kBritish) == u"+12 pp ahead"_s);
    CHECK(paceText(-0.08, kBritish) == u"−8 pp behind"_s);
    CHECK(paceText(0.004, kBritish) == u"on pace"_s);
    CHECK(paceText(-0.004, kBritish) == u"on pace"_s);
}
