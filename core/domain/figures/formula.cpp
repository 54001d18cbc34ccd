// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/formula.h"

#include "core/domain/number.h"

#include <QSet>

#include <cmath>

namespace milepost {

/// Recursive descent: sum = product {(+|-) product}, product = factor {(*|/) factor}, factor = {-} (number |
/// name |
/// "(" sum ")").
class FormulaParser
{
public:
    explicit FormulaParser(QStringView text) : m_text(text) {}

    bool parse()
    {
        if (!sum())
            return false;
        skipBlanks();
        return m_at == m_text.size();
    }

    qsizetype position() const { return m_at + 1; }
    Formula formula() const { return m_formula; }

private:
    using Kind = Formula::Step::Kind;

    bool sum()
    {
        if (!product())
            return false;
        for (;;) {
            if (take(u'+')) {
                if (!product())
                    return false;
                push(Kind::Add);
            } else if (take(u'-')) {
                if (!product())
                    return false;
                push(Kind::Subtract);
            } else {
                return true;
            }
        }
    }

    bool product()
    {
        if (!factor())
            return false;
        for (;;) {
            if (take(u'*')) {
                if (!factor())
                    return false;
                push(Kind::Multiply);
            } else if (take(u'/')) {
                if (!factor())
                    return false;
                push(Kind::Divide);
            } else {
                return true;
            }
        }
    }

    bool factor()
    {
        bool isNegated = false;
        while (take(u'-'))
            isNegated = !isNegated;
        if (!operand())
            return false;
        if (isNegated)
            push(Kind::Negate);
        return true;
    }

    bool operand()
    {
        if (take(u'['))
            return name();
        if (take(u'('))
            return inParentheses();
        return number();
    }

    bool inParentheses()
    {
        // Deep enough for people, and shallow enough for the stack.
        constexpr int kDeepest = 200;
        if (++m_depth > kDeepest || !sum() || !take(u')'))
            return false;
        --m_depth;
        return true;
    }

    bool name()
    {
        QString name;
        for (qsizetype at = m_at; at < m_text.size(); ++at) {
            if (m_text[at] == u']' && (at + 1 == m_text.size() || m_text[at + 1] != u']')) {
                if (name.isEmpty())
                    return false;
                m_at = at + 1;
                m_formula.m_steps.append({Kind::Name, 0, name});
                return true;
            }
            if (m_text[at] == u']')
                ++at;
            name.append(m_text[at]);
        }
        return false;
    }

    bool number()
    {
        const qsizetype end = endOfNumber();
        const Result<double> value = parseNumber(m_text.sliced(m_at, end - m_at).toString());
        if (!value)
            return false;
        m_at = end;
        m_formula.m_steps.append({Kind::Number, *value, {}});
        return true;
    }

    qsizetype endOfNumber() const
    {
        const auto isExponent = [this](qsizetype at) { return m_text[at] == u'e' || m_text[at] == u'E'; };
        const auto isSign = [this](qsizetype at) { return m_text[at] == u'-' || m_text[at] == u'+'; };
        qsizetype end = m_at;
        while (end < m_text.size() &&
               (m_text[end].isDigit() || m_text[end] == u'.' || m_text[end] == u'%' ||
                (end > m_at && isExponent(end)) || (end > m_at && isSign(end) && isExponent(end - 1))))
            ++end;
        return end;
    }

    void push(Kind kind) { m_formula.m_steps.append({kind, 0, {}}); }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(char16_t wanted)
    {
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    Formula m_formula;
};

Result<Formula> Formula::parse(const QString &text)
{
    FormulaParser parser(text);
    if (!parser.parse())
        return Error{Error::Code::FormulaInvalid, {text, QString::number(parser.position())}};
    return parser.formula();
}

QStringList Formula::names() const
{
    QStringList names;
    for (const Step &step : m_steps)
        if (step.kind == Step::Kind::Name && !names.contains(step.name))
            names.append(step.name);
    return names;
}

std::optional<double> Formula::combined(Step::Kind kind, double left, double right)
{
    switch (kind) {
    case Step::Kind::Add:
        return left + right;
    case Step::Kind::Subtract:
        return left - right;
    case Step::Kind::Multiply:
        return left * right;
    case Step::Kind::Divide:
        return right == 0 ? std::nullopt : std::optional(left / right);
    case Step::Kind::Number:
    case Step::Kind::Name:
    case Step::Kind::Negate:
        break;
    }
    Q_UNREACHABLE();
}

std::optional<double>
Formula::evaluate(const std::function<std::optional<double>(const QString &)> &valueOf) const
{
    QList<double> stack;
    for (const Step &step : m_steps) {
        std::optional<double> result;
        if (step.kind == Step::Kind::Number) {
            result = step.number;
        } else if (step.kind == Step::Kind::Name) {
            result = valueOf(step.name);
        } else if (step.kind == Step::Kind::Negate) {
            result = 0 - stack.takeLast();
        } else {
            const double right = stack.takeLast();
            result = combined(step.kind, stack.takeLast(), right);
        }
        if (!result || !std::isfinite(*result))
            return std::nullopt;
        stack.append(*result);
    }
    return stack.isEmpty() ? std::nullopt : std::optional(stack.last());
}

namespace {

/// A KPI on the way, and its parts that are still to be followed.
struct Branch
{
    KpiId kpi = {};
    QList<KpiId> parts = {};
};

QList<KpiId> wayRound(const QList<Branch> &way, qsizetype from)
{
    QList<KpiId> loop;
    for (qsizetype i = from; i < way.size(); ++i)
        loop.append(way[i].kpi);
    loop.append(way[from].kpi);
    return loop;
}

qsizetype placeOf(KpiId kpi, const QList<Branch> &way)
{
    for (qsizetype i = 0; i < way.size(); ++i)
        if (way[i].kpi == kpi)
            return i;
    return -1;
}

} // namespace

QList<KpiId> formulaLoop(KpiId start, const std::function<QList<KpiId>(KpiId)> &partsOf)
{
    QSet<KpiId> seen{start};
    QList<Branch> way{{start, partsOf(start)}};
    while (!way.isEmpty()) {
        if (way.last().parts.isEmpty()) {
            way.removeLast();
            continue;
        }
        const KpiId next = way.last().parts.takeFirst();
        if (const qsizetype place = placeOf(next, way); place >= 0)
            return wayRound(way, place);
        if (seen.contains(next))
            continue;
        seen.insert(next);
        way.append({next, partsOf(next)});
    }
    return {};
}

} // namespace milepost
