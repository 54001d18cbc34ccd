// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/typedday.h"

#include "core/domain/number.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

struct Days
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Days)
};

std::optional<QDate> relative(const QString &text, QDate today)
{
    static const QRegularExpression kPlus(u"^\\+\\s*(\\d{1,4})$"_s);
    if (const auto plus = kPlus.match(text); plus.hasMatch())
        return today.addDays(plus.captured(1).toInt());
    if (text == Days::tr("today").toCaseFolded() || text == u"today"_s)
        return today;
    if (text == Days::tr("tomorrow").toCaseFolded() || text == u"tomorrow"_s)
        return today.addDays(1);
    return std::nullopt;
}

bool isCalled(const QString &text, const QString &name)
{
    const QString folded = name.toCaseFolded();
    return !folded.isEmpty() && (folded == text || (text.size() >= 2 && folded.startsWith(text)));
}

std::optional<QDate> weekday(const QString &text, QDate today, const QLocale &locale)
{
    for (int ahead = 1; ahead <= 7; ++ahead) {
        const QDate day = today.addDays(ahead);
        for (const QLocale &language : {locale, QLocale::c()})
            if (isCalled(text, language.dayName(day.dayOfWeek(), QLocale::LongFormat)))
                return day;
    }
    return std::nullopt;
}

/// The locale's own short date, and the ways in which people shorten it.
QStringList patternsOf(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    QString numbers = format;
    numbers.replace(QRegularExpression(u"d+"_s), u"d"_s)
        .replace(QRegularExpression(u"M+"_s), u"M"_s)
        .replace(QRegularExpression(u"y+"_s), u"yyyy"_s);
    QString shortYear = numbers;
    shortYear.replace(u"yyyy"_s, u"yy"_s);
    QString yearless = numbers;
    yearless.remove(QRegularExpression(u"[^dM.]*yyyy[^dM]*"_s));
    return {numbers,          shortYear,   yearless,   u"d MMM yyyy"_s, u"d MMM"_s,
            u"d. MMM yyyy"_s, u"d. MMM"_s, u"MMM d"_s, u"d MMMM"_s,     u"MMMM d"_s};
}

QDate nextOf(QDate date, QDate today)
{
    const QDate thisYear(today.year(), date.month(), date.day());
    return thisYear.isValid() && thisYear >= today ? thisYear
                                                   : QDate(today.year() + 1, date.month(), date.day());
}

/// The day that was read by a pattern. Qt takes a year of two digits for one of the last century.
QDate dayBy(const QString &pattern, QDate date, QDate today)
{
    if (!pattern.contains(u'y'))
        return nextOf(date, today);
    return pattern.contains(u"yyyy"_s) ? date : date.addYears(100);
}

std::optional<QDate> written(const QString &text, QDate today, const QLocale &locale)
{
    for (const QLocale &language : {locale, QLocale::c()})
        for (const QString &pattern : patternsOf(locale)) {
            const QDate date = language.toDate(text, pattern);
            const QDate day = date.isValid() ? dayBy(pattern, date, today) : QDate();
            if (day.isValid())
                return day;
        }
    return std::nullopt;
}

} // namespace

Result<QDate> typedDay(const QString &text, QDate today, const QLocale &locale)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QDate();
    if (const Result<QDate> fixed = parseDate(typed))
        return fixed;
    const QString folded = typed.toCaseFolded();
    if (const auto day = relative(folded, today))
        return *day;
    if (const auto day = weekday(folded, today, locale))
        return *day;
    if (const auto day = written(typed, today, locale))
        return *day;
    return Error{Error::Code::DateInvalid, {typed}};
}

} // namespace milepost
