// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/typeddate.h"

#include "core/domain/number.h"
#include "ui/words/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Dates)

public:
    static QString today() { return tr("today"); }
    static QString yesterday() { return tr("yesterday"); }
};

/// The locale's short form with a year of four digits.
QString shortFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"_s))
        format.replace(u"yy"_s, u"yyyy"_s);
    return format;
}

/// "dMy", "Mdy" or "yMd".
QString orderOf(const QLocale &locale)
{
    QString order;
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    for (const QChar sign : format)
        if (u"dMy"_s.contains(sign) && !order.contains(sign))
            order += sign;
    return order.size() == 3 ? order : u"dMy"_s;
}

QDate dayOfMonth(int day, QDate today)
{
    for (int back = 0; back < 12; ++back) {
        const QDate month = today.addMonths(-back);
        if (const QDate date(month.year(), month.month(), day); date.isValid() && date <= today)
            return date;
    }
    return {};
}

/// The latest such day; nobody records what is yet to come.
QDate dayOfYear(int month, int day, QDate today)
{
    const QDate date(today.year(), month, day);
    return date.isValid() && date <= today ? date : QDate(today.year() - 1, month, day);
}

/// "18", "18.11.", "11/18", "18.11.26": the locale's order, with what is left out at the year's end.
QDate fromDigits(const QString &text, QDate today, const QLocale &locale)
{
    static const QRegularExpression kDigits(u"^\\d{1,4}([-./ ]+\\d{1,4}){0,2}[-./ ]*$"_s);
    static const QRegularExpression kBetween(u"[-./ ]+"_s);
    if (!kDigits.match(text).hasMatch())
        return {};
    const QStringList parts = text.split(kBetween, Qt::SkipEmptyParts);
    QString order = orderOf(locale);
    if (parts.size() == 1)
        return dayOfMonth(parts.first().toInt(), today);
    if (parts.size() == 2)
        order.remove(u'y');
    std::array<int, 128> of = {};
    for (qsizetype i = 0; i < parts.size(); ++i)
        of.at(size_t(order.at(i).unicode())) = parts.at(i).toInt();
    if (parts.size() == 2)
        return dayOfYear(of.at('M'), of.at('d'), today);
    return {of.at('y') < 100 ? 2000 + of.at('y') : of.at('y'), of.at('M'), of.at('d')};
}

/// "18 Nov", "Nov 18, 2026" and their like.
QDate fromMonthNames(const QString &text, QDate today, const QLocale &locale)
{
    QString plain = text;
    plain.remove(u',').remove(u'.');
    for (const QString &format : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d yyyy"_s, u"MMMM d yyyy"_s})
        if (const QDate date = locale.toDate(plain, format); date.isValid())
            return date;
    // With a leap year, so that 29 February can be named.
    const QString withYear = plain + u" 2000"_s;
    for (const QString &format : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d yyyy"_s, u"MMMM d yyyy"_s})
        if (const QDate date = locale.toDate(withYear, format); date.isValid())
            return dayOfYear(date.month(), date.day(), today);
    return {};
}

QDate fromWords(const QString &text, QDate today, const QLocale &locale)
{
    const QString word = text.toLower();
    if (word.isEmpty() || word == u"today"_s || word == Words::today())
        return today;
    if (word == u"yesterday"_s || word == Words::yesterday())
        return today.addDays(-1);
    static const QRegularExpression kBack(u"^[-\u2212](\\d{1,4})$"_s);
    if (const QRegularExpressionMatch back = kBack.match(word); back.hasMatch())
        return today.addDays(-back.captured(1).toInt());
    for (int ago = 0; ago < 7; ++ago) {
        const QDate date = today.addDays(-ago);
        for (const QLocale::FormatType type : {QLocale::LongFormat, QLocale::ShortFormat})
            if (locale.standaloneDayName(date.dayOfWeek(), type).toLower() == word)
                return date;
    }
    return {};
}

} // namespace

Result<QDate> typedDate(const QString &text, QDate today, const QLocale &locale)
{
    const QString typed = text.simplified();
    if (const Result<QDate> plain = parseDate(typed))
        return *plain;
    for (const auto read : {fromWords, fromDigits, fromMonthNames})
        if (const QDate date = read(typed, today, locale); date.isValid())
            return date;
    return Error{Error::Code::DateInvalid, {typed}};
}

QString dateAsTyped(QDate day, const QLocale &locale)
{
    return locale.toString(day, shortFormat(locale));
}

QString dayInWords(QDate day, QDate today, const QLocale &locale)
{
    if (day == today)
        return Words::today();
    return day == today.addDays(-1) ? Words::yesterday() : shortDate(day, today, locale);
}

} // namespace milepost
