// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace milepost {

/// How a derived KPI is computed from others: numbers as the program writes them (but without commas), + - *
/// /, parentheses, a leading minus, and KPIs by name in square brackets: `([Tickets closed] - 3) / [Agents]`.
/// A `]` in a name is written `]]`.
class Formula
{
public:
    /// FormulaInvalid with the place of the first character that does not fit, from 1.
    static Result<Formula> parse(const QString &text);

    /// The names that it refers to, each once, in order.
    QStringList names() const;

    /// The result; nothing where a part is missing, a divisor is 0, or the result is too large (NUMBERS,
    /// KPIs: a rule for missing parts). \p valueOf answers for a name.
    std::optional<double>
    evaluate(const std::function<std::optional<double>(const QString &)> &valueOf) const;

private:
    friend class FormulaParser;

    struct Step
    {
        enum class Kind { Number, Name, Add, Subtract, Multiply, Divide, Negate };
        Kind kind = Kind::Number;
        double number = 0;
        QString name = {};
    };

    static std::optional<double> combined(Step::Kind kind, double left, double right);

    QList<Step> m_steps; ///< in the order of a stack machine: operands first
};

/// A way round in the graph of which KPI is computed from which, beginning and ending at the same one, that
/// \p start leads into; empty if there is none. \p partsOf answers with the KPIs that a formula refers to.
QList<KpiId> formulaLoop(KpiId start, const std::function<QList<KpiId>(KpiId)> &partsOf);

} // namespace milepost
