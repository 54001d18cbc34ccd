// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/typedgoal.h"

#include "ui/models/typedvalue.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(milepost::TypedGoal)

public:
    static QString done() { return tr("done"); }
    static QString doneOrNot() { return tr("done or not"); }
    static QString above(const QString &value) { return fill(tr("stay at %1 or more"), {value}); }
    static QString below(const QString &value) { return fill(tr("stay at %1 or less"), {value}); }
    static QString between(const QString &band) { return fill(tr("stay within %1"), {band}); }
    static QString firstValue() { return tr("get a first value"); }
    static QString target(const QString &target) { return fill(tr("target %1"), {target}); }
    static QString noTarget() { return tr("no target yet"); }
};

/// A number with what stands beside it.
struct Amount
{
    QString number = {};
    QString unit = {};
};

const QRegularExpression &amountPattern()
{
    // A sign that is a dash between two numbers ("40-60") is not the second one's.
    static const QRegularExpression kAmount(
        u"(?<before>[€$£¥])?\\s*(?<number>(?:(?<![\\d%])[-+\u2212])?\\d(?:[\\d.,'\u2019\u00a0\u202f]*\\d)?)"
        u"[ \u00a0\u202f]?(?<unit>[^\\d\\s<>=\u2265\u2264\u2192\u2013,.;-]+)?"_s);
    return kAmount;
}

QList<Amount> amountsIn(const QString &text)
{
    QList<Amount> amounts;
    for (auto at = amountPattern().globalMatch(text); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        const QString before = match.captured(u"before"_s);
        amounts.append({match.captured(u"number"_s), before.isEmpty() ? match.captured(u"unit"_s) : before});
    }
    return amounts;
}

/// What is left of a text when its amounts are taken out.
QString betweenAmounts(const QString &text)
{
    QString rest = text;
    rest.replace(amountPattern(), u" "_s);
    return rest.simplified();
}

/// The unit of the last amount that has one: "62 -> 75 %" means both.
QString unitOf(QList<Amount> &amounts)
{
    QString unit;
    for (Amount &amount : amounts) {
        if (amount.unit == u"to"_s)
            amount.unit.clear();
        if (!amount.unit.isEmpty())
            unit = amount.unit;
    }
    return unit;
}

Error notUnderstood(const QString &text)
{
    return {Error::Code::NumberInvalid, {text.simplified()}};
}

Result<QList<double>> numbersOf(const QList<Amount> &amounts, const QString &unit, const QLocale &locale)
{
    QList<double> numbers;
    for (const Amount &amount : amounts) {
        const Result<double> number = typedNumber(amount.number, unit, locale);
        if (!number)
            return number.error();
        numbers.append(*number);
    }
    return numbers;
}

std::optional<KeyResultKind> kindOf(const QString &signs, qsizetype numbers)
{
    const bool isOne = numbers == 1;
    if (isOne && (signs == u">="_s || signs == u">"_s || signs == u"\u2265"_s))
        return KeyResultKind::Above;
    if (isOne && (signs == u"<="_s || signs == u"<"_s || signs == u"\u2264"_s))
        return KeyResultKind::Below;
    if (isOne && signs.isEmpty())
        return KeyResultKind::Reach;
    if (numbers != 2)
        return std::nullopt;
    if (signs == u"-"_s || signs == u"\u2013"_s)
        return KeyResultKind::Between;
    if (signs.isEmpty() || signs == u"->"_s || signs == u"\u2192"_s || signs == u"to"_s)
        return KeyResultKind::Reach;
    return std::nullopt;
}

Result<TypedGoal> withNumbers(KeyResultKind kind, const QList<double> &numbers, const QString &unit)
{
    TypedGoal goal;
    goal.kind = kind;
    goal.unit = unit;
    if (kind == KeyResultKind::Between) {
        goal.low = numbers.first();
        goal.high = numbers.last();
        if (numbers.first() > numbers.last())
            return Error{Error::Code::RangeReversed,
                         {figure(numbers.first(), unit), figure(numbers.last(), unit)}};
        return goal;
    }
    goal.target = numbers.last();
    if (kind == KeyResultKind::Reach)
        goal.start = numbers.size() == 2 ? numbers.first() : 0;
    return goal;
}

Result<TypedGoal> inOneField(const QString &text, const QLocale &locale)
{
    QList<Amount> amounts = amountsIn(text);
    const QString unit = unitOf(amounts);
    QString signs = betweenAmounts(text);
    if (text.contains(QRegularExpression(u"\\d\\S*\\s+to\\s+\\S*\\d"_s)))
        signs = u"to"_s;
    const std::optional<KeyResultKind> kind = kindOf(signs, amounts.size());
    if (!kind)
        return notUnderstood(text);
    const Result<QList<double>> numbers = numbersOf(amounts, unit, locale);
    return numbers ? withNumbers(*kind, *numbers, unit) : Result<TypedGoal>(numbers.error());
}

Result<TypedGoal> inTwoFields(const QString &from, const QString &to, const QLocale &locale)
{
    QList<Amount> amounts = amountsIn(from) + amountsIn(to);
    const qsizetype expected = from.isEmpty() ? 1 : 2;
    if (amounts.size() != expected || !betweenAmounts(from).isEmpty() || !betweenAmounts(to).isEmpty())
        return notUnderstood(amountsIn(to).size() == 1 ? from : to);
    const QString unit = unitOf(amounts);
    const Result<QList<double>> numbers = numbersOf(amounts, unit, locale);
    return numbers ? withNumbers(KeyResultKind::Reach, *numbers, unit) : Result<TypedGoal>(numbers.error());
}

} // namespace

Result<TypedGoal> typedGoal(const QString &from, const QString &to, const QLocale &locale)
{
    const QString first = from.trimmed();
    const QString second = to.trimmed();
    if (!second.isEmpty())
        return inTwoFields(first, second, locale);
    if (first.isEmpty())
        return TypedGoal();
    if (first.toLower() == u"done"_s || first.toLower() == Words::done()) {
        TypedGoal goal;
        goal.kind = KeyResultKind::Milestone;
        return goal;
    }
    return inOneField(first, locale);
}

QString inWords(const TypedGoal &goal, const QLocale &locale)
{
    switch (goal.kind) {
    case KeyResultKind::Reach:
        return fromTo(goal.start.value_or(0), goal.target.value_or(0), goal.unit, locale);
    case KeyResultKind::Above:
        return Words::above(figure(goal.target, goal.unit, locale));
    case KeyResultKind::Below:
        return Words::below(figure(goal.target, goal.unit, locale));
    case KeyResultKind::Between:
        return Words::between(band(goal.low.value_or(0), goal.high.value_or(0), goal.unit, locale));
    case KeyResultKind::Milestone:
        return Words::doneOrNot();
    case KeyResultKind::Baseline:
        return Words::firstValue();
    }
    Q_UNREACHABLE();
}

KeyResult keyResultOf(const QString &title, const TypedGoal &goal)
{
    KeyResult keyResult;
    keyResult.title = title;
    keyResult.kind = goal.kind;
    keyResult.start = goal.start;
    keyResult.target = goal.target;
    keyResult.low = goal.low;
    keyResult.high = goal.high;
    keyResult.unit = goal.unit;
    return keyResult;
}

Result<AddKpi> typedKpi(const QString &name, const QString &target, const QLocale &locale)
{
    AddKpi request;
    request.kpi.name = name;
    const QString text = target.trimmed();
    if (text.isEmpty())
        return request;
    const Result<TypedGoal> goal = inOneField(text, locale);
    if (!goal)
        return goal.error();
    if (goal->kind == KeyResultKind::Reach && amountsIn(text).size() == 2)
        return notUnderstood(text);
    request.kpi.unit = goal->unit;
    request.target.emplace();
    request.target->value = goal->target;
    request.target->low = goal->low;
    request.target->high = goal->high;
    if (goal->kind == KeyResultKind::Between)
        request.kpi.direction = Direction::Band;
    else if (goal->kind == KeyResultKind::Below)
        request.kpi.direction = Direction::Down;
    return request;
}

QString inWords(const AddKpi &request, const QLocale &locale)
{
    if (!request.target)
        return Words::noTarget();
    const Target &given = *request.target;
    const QString &unit = request.kpi.unit;
    return Words::target(given.low && given.high
                             ? band(*given.low, *given.high, unit, locale)
                             : target(given.value.value_or(0), request.kpi.direction, unit, locale));
}

} // namespace milepost
