// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/figures.h"

#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSignificantDigits = 4;
constexpr QChar kNarrowNoBreakSpace(0x202f);

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Figures)
};

bool isPercentage(const QString &unit)
{
    return unit == u"%"_s;
}

/// How many digits after the decimal sign make four significant ones, none of them a trailing zero.
int decimalsFor(double value)
{
    const int whole = value == 0 ? 1 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    int decimals = std::clamp(kSignificantDigits - whole, 0, 12);
    double scaled = value * std::pow(10, decimals);
    for (; decimals > 0 && std::fmod(std::round(scaled), 10) == 0; --decimals)
        scaled = std::round(scaled) / 10;
    return decimals;
}

QString digits(double value, const QLocale &locale)
{
    const double size = std::abs(value);
    if (!std::isfinite(value))
        return u"–"_s;
    if (size != 0 && (size < 1e-6 || size >= 1e15))
        return locale.toString(value, 'g', kSignificantDigits);
    const QString text = locale.toString(value, 'f', decimalsFor(value));
    const bool isNegativeZero = value < 0 && text == locale.toString(-0.0, 'f', decimalsFor(value));
    return isNegativeZero ? locale.toString(0) : text;
}

QString withUnit(const QString &digits, const QString &unit)
{
    return unit.isEmpty() ? digits : QString(digits + kNarrowNoBreakSpace + unit);
}

double shown(double value, const QString &unit)
{
    return isPercentage(unit) ? value * 100 : value;
}

/// The locale's own long date without its weekday, with short months: "d MMM yyyy", "MMM d, yyyy", "d. MMM
/// yyyy".
QString datePattern(const QLocale &locale)
{
    static const QRegularExpression kWeekday(u"^dddd?(?:'[^']*'|[^dMy'])*|[\\s,،]*dddd?$"_s);
    QString pattern = locale.dateFormat(QLocale::LongFormat);
    pattern.remove(kWeekday);
    return pattern.replace(u"MMMM"_s, u"MMM"_s);
}

QString withoutYear(QString pattern)
{
    // What follows the year (a word for "year", as in Russian or Japanese) goes with it, and so does what
    // joins it.
    static const QRegularExpression kLastYear(u"(?:[\\s,/-]|'[^']*')*y+(?:[^dM'\"]|'[^']*')*$"_s);
    static const QRegularExpression kFirstYear(u"^y+(?:[^dM']|'[^']*')*"_s);
    return pattern.remove(kLastYear).remove(kFirstYear);
}

} // namespace

QString figure(double value, const QString &unit, const QLocale &locale)
{
    return withUnit(digits(shown(value, unit), locale), unit);
}

QString figure(std::optional<double> value, const QString &unit, const QLocale &locale)
{
    return value ? figure(*value, unit, locale) : u"–"_s;
}

QString typedFigure(double value, const QString &unit, const QLocale &locale)
{
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    // 0.07 * 100 is 7.000000000000001; 15 digits are what a double holds of what a person typed.
    return isPercentage(unit) ? plain.toString(value * 100, 'g', 15)
                              : plain.toString(value, 'g', QLocale::FloatingPointShortest);
}

QString share(double fraction, const QLocale &locale)
{
    const double percent = fraction * 100;
    const double whole = fraction < 1 ? std::min(std::round(percent), 99.0) : std::round(percent);
    return withUnit(locale.toString(whole == 0 ? 0.0 : whole, 'f', 0), u"%"_s);
}

QString target(double value, Direction direction, const QString &unit, const QLocale &locale)
{
    const QString text = figure(value, unit, locale);
    switch (direction) {
    case Direction::Up:
        return u"≥ "_s + text;
    case Direction::Down:
        return u"≤ "_s + text;
    case Direction::Band:
    case Direction::Neutral:
        return text;
    }
    Q_UNREACHABLE();
}

QString band(double low, double high, const QString &unit, const QLocale &locale)
{
    // "-5–-2" cannot be read.
    const QString dash = low < 0 || high < 0 ? u" – "_s : u"–"_s;
    const QString text = digits(shown(low, unit), locale) + dash + digits(shown(high, unit), locale);
    return withUnit(text, unit);
}

QString fromTo(double from, double to, const QString &unit, const QLocale &locale)
{
    return fill(Figures::tr("from %1 to %2"), {figure(from, unit, locale), figure(to, unit, locale)});
}

QString countOf(qsizetype done, qsizetype all, const QLocale &locale)
{
    return fill(Figures::tr("%1 of %2"), {locale.toString(done), locale.toString(all)});
}

QString overdueActionsText(int count)
{
    return Figures::tr("%Ln overdue action(s)", nullptr, count);
}

QString quarterName(QDate day)
{
    return fill(Figures::tr("Q%1 %2", "a quarter and its year"),
                {QString::number((day.month() + 2) / 3), QString::number(day.year())});
}

QString shortDate(QDate date, QDate today, const QLocale &locale)
{
    if (!date.isValid())
        return {};
    const QString pattern = datePattern(locale);
    const QString text = date.year() == today.year() ? withoutYear(pattern) : pattern;
    const bool isWhole = text.contains(u'd') && text.contains(u'M');
    return locale.toString(date, isWhole ? text : locale.dateFormat(QLocale::ShortFormat));
}

QString shortMoment(const QDateTime &at, QDate today, const QLocale &locale)
{
    return fill(Figures::tr("%1, %2", "a date and a time"),
                {shortDate(at.date(), today, locale), locale.toString(at.time(), QLocale::ShortFormat)});
}

} // namespace milepost
