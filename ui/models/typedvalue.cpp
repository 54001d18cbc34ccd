// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/typedvalue.h"

#include "core/domain/number.h"

namespace milepost {
namespace {

Result<double> number(const QString &text, const QString &unit, const QLocale &locale)
{
    const Result<double> value = parseNumber(inFixedGrammar(text, locale), unit);
    if (!value && value.error().code == Error::Code::NumberInvalid)
        return Error{Error::Code::NumberInvalid, {text.trimmed()}};
    return value;
}

Done readRatio(GivenValue &given, const QString &text, const QLocale &locale)
{
    const qsizetype slash = text.indexOf(u'/');
    const Result<double> numerator = number(text.left(slash), {}, locale);
    if (!numerator)
        return numerator.error();
    const Result<double> denominator = number(text.mid(slash + 1), {}, locale);
    if (!denominator)
        return denominator.error();
    given.numerator = *numerator;
    given.denominator = *denominator;
    return {};
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
    if (kpi && kpi->aggregate == Aggregate::Ratio && text.contains(u'/')) {
        const Done done = readRatio(given, text, locale);
        return done ? Result<GivenValue>(given) : Result<GivenValue>(done.error());
    }
    const Result<double> value = number(text, row.unit, locale);
    if (!value)
        return value.error();
    given.value = *value;
    return given;
}

} // namespace milepost
