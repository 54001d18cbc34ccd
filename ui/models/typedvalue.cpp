// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/typedvalue.h"

#include "core/domain/number.h"
#include "ui/words/errors.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"
#include "ui/words/typeddate.h"

#include <QCoreApplication>

namespace milepost {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::TypedValue)

public:
    static QString onDay(const QString &value, const QString &day)
    {
        return fill(tr("%1, %2"), {value, day});
    }
    static QString replaces(const QString &reading, const QString &old)
    {
        return fill(tr("%1; replaces %2"), {reading, old});
    }
    static QString isThere(const QString &reading) { return fill(tr("%1; is there already"), {reading}); }
    static QString quotient(const QString &numerator, const QString &denominator, const QString &value)
    {
        return fill(tr("%1 of %2 is %3"), {numerator, denominator, value});
    }
    static QString done() { return tr("done"); }
    static QString notDone() { return tr("not done"); }
    static QString open() { return tr("open"); }
};

Done readRatio(GivenValue &given, const QString &text, const QLocale &locale)
{
    const qsizetype slash = text.indexOf(u'/');
    const Result<double> numerator = typedNumber(text.left(slash), {}, locale);
    if (!numerator)
        return numerator.error();
    const Result<double> denominator = typedNumber(text.mid(slash + 1), {}, locale);
    if (!denominator)
        return denominator.error();
    given.numerator = *numerator;
    given.denominator = *denominator;
    return {};
}

Done readConfidence(GivenValue &given, const QString &text, const QLocale &locale)
{
    if (text.trimmed().isEmpty())
        return {};
    const Result<double> value = typedNumber(text, {}, locale);
    if (!value || *value < 0 || *value > 10)
        return Error{Error::Code::ConfidenceInvalid, {text.trimmed()}};
    given.confidence = *value;
    return {};
}

Result<QDate> readDay(const QString &text, QDate today, const QLocale &locale)
{
    Result<QDate> day = typedDate(text, today, locale);
    if (day && *day > today)
        return Error{Error::Code::DateInFuture, {day->toString(Qt::ISODate), today.toString(Qt::ISODate)}};
    return day;
}

EntryReading refusal(const Error &error)
{
    EntryReading reading{sentence(error), true, EntryReading::Field::Value};
    if (error.code == Error::Code::DateInvalid || error.code == Error::Code::DateInFuture)
        reading.field = EntryReading::Field::Date;
    else if (error.code == Error::Code::ConfidenceInvalid)
        reading.field = EntryReading::Field::Confidence;
    return reading;
}

bool isMilestone(const WorkingSet &state, const BoardRow &row)
{
    const KeyResult *keyResult = state.find(KeyResultId(row.id));
    return row.isPart || (keyResult && keyResult->kind == KeyResultKind::Milestone);
}

/// A milestone's value in the words that stand in its cells; nothing if it is none of them.
std::optional<double> valueOfWord(const QString &text)
{
    const auto is = [&text](const QString &word) {
        return text.trimmed().compare(word, Qt::CaseInsensitive) == 0;
    };
    if (is(Words::done()))
        return 1;
    return is(Words::open()) || is(Words::notDone()) ? std::optional<double>(0) : std::nullopt;
}

QString valueInWords(const WorkingSet &state, const BoardRow &row, double value, const QLocale &locale)
{
    if (!isMilestone(state, row))
        return figure(value, row.unit, locale);
    if (value >= 1)
        return Words::done();
    return value > 0 ? share(value, locale) : Words::notDone();
}

QString inWords(const WorkingSet &state, const BoardRow &row, const GivenValue &given, const QLocale &locale)
{
    if (given.value)
        return valueInWords(state, row, *given.value, locale);
    const double denominator = given.denominator.value_or(0);
    if (denominator == 0)
        return figure(given.numerator, {}, locale);
    return Words::quotient(figure(given.numerator, {}, locale), figure(denominator, {}, locale),
                           figure(given.numerator.value_or(0) / denominator, row.unit, locale));
}

} // namespace

QString inFixedGrammar(const QString &text, const QLocale &locale)
{
    QString fixed = text.trimmed();
    fixed.replace(QChar(0x2212), u'-');
    // Spaces of every width and apostrophes only ever group digits.
    fixed.removeIf([](QChar sign) { return sign.isSpace() || sign == u'\'' || sign == QChar(0x2019); });
    if (locale.decimalPoint() != QStringLiteral(","))
        return fixed;
    for (QChar &sign : fixed)
        sign = sign == u',' ? u'.' : sign == u'.' ? u',' : sign.unicode();
    return fixed;
}

Result<double> typedNumber(const QString &text, const QString &unit, const QLocale &locale)
{
    const Result<double> value = parseNumber(inFixedGrammar(text, locale), unit);
    return value ? value : Result<double>(Error{value.error().code, {text.trimmed()}});
}

Result<GivenValue> typedValue(const WorkingSet &state, const BoardRow &row, const QString &text, QDate day,
                              const QLocale &locale)
{
    GivenValue given;
    given.date = day;
    if (row.kind == RowKind::Kpi)
        given.kpi = KpiId(row.id);
    else if (row.isPart)
        given.part = MilestonePartId(row.id);
    else
        given.keyResult = KeyResultId(row.id);

    const Kpi *kpi = state.find(given.kpi);
    if (kpi && kpi->aggregate == Aggregate::Ratio) {
        if (!text.contains(u'/'))
            return Error{Error::Code::NeedsRatio, {kpi->name}};
        const Done done = readRatio(given, text, locale);
        return done ? Result<GivenValue>(given) : Result<GivenValue>(done.error());
    }
    const bool isDoneOrNot = isMilestone(state, row);
    given.value = isDoneOrNot ? valueOfWord(text) : std::nullopt;
    if (given.value)
        return given;
    const Result<double> value = typedNumber(text, row.unit, locale);
    if (!value)
        return value.error();
    if (isDoneOrNot && (*value < 0 || *value > 1))
        return Error{Error::Code::OutOfRange, {text.trimmed(), QStringLiteral("0"), QStringLiteral("1")}};
    given.value = *value;
    return given;
}

Result<GivenValue> typedValue(const WorkingSet &state, const BoardRow &row, const TypedEntry &entry,
                              QDate today, const QLocale &locale)
{
    const Result<QDate> day = readDay(entry.date, today, locale);
    if (!day)
        return day.error();
    Result<GivenValue> given = typedValue(state, row, entry.value, *day, locale);
    if (!given)
        return given;
    given->note = entry.note.trimmed();
    if (const Done done = readConfidence(*given, entry.confidence, locale); !done)
        return done.error();
    return given;
}

EntryReading readingOf(const WorkingSet &state, const BoardRow &row, const TypedEntry &entry, QDate today,
                       const QLocale &locale)
{
    if (entry.value.trimmed().isEmpty())
        return {row.hint, true, EntryReading::Field::Value};
    const Result<GivenValue> given = typedValue(state, row, entry, today, locale);
    if (!given && given.error().code == Error::Code::NeedsRatio)
        return {row.hint, true, EntryReading::Field::Value};
    if (!given)
        return refusal(given.error());
    const QString words =
        Words::onDay(inWords(state, row, *given, locale), dayInWords(given->date, today, locale));
    const std::optional<PresentValue> present = presentValue(state, *given);
    if (!present)
        return {words};
    if (present->isSame)
        return {Words::isThere(words)};
    return {Words::replaces(words, valueInWords(state, row, present->value, locale))};
}

} // namespace milepost
