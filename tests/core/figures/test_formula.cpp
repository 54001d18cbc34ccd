// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/formula.h"
#include "tests/support/printing.h"

#include <QHash>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

std::optional<double> result(const QString &text, const QHash<QString, double> &values = {})
{
    const Result<Formula> formula = Formula::parse(text);
    REQUIRE(formula);
    return formula->evaluate([&values](const QString &name) {
        const auto found = values.constFind(name);
        return found == values.constEnd() ? std::nullopt : std::optional(*found);
    });
}

} // namespace

TEST_CASE("formulas know the order of operations", "[formula]")
{
    CHECK(result(u"1 + 2 * 3"_s) == 7);
    CHECK(result(u"(1 + 2) * 3"_s) == 9);
    CHECK(result(u"10 - 4 - 3"_s) == 3);
    CHECK(result(u"24 / 4 / 3"_s) == 2);
    CHECK(result(u"-2 * -3"_s) == 6);
    CHECK(result(u"1 - -1"_s) == 2);
    CHECK(result(u"--5"_s) == 5);
    CHECK(result(u"-(2 + 3)"_s) == -5);
    CHECK(result(u" 1.5e1/3 "_s) == 5);
    CHECK(result(u"1e-1+2"_s) == Approx(2.1));
    CHECK(result(u"50% * 4"_s) == 2);
}

TEST_CASE("a formula refers to KPIs by name", "[formula]")
{
    CHECK(result(u"[Tickets closed] / [Agents (full-time)]"_s,
                 {{u"Tickets closed"_s, 30}, {u"Agents (full-time)"_s, 4}}) == 7.5);
    CHECK(result(u"[odd ]] name]*2"_s, {{u"odd ] name"_s, 4}}) == 8);
    CHECK(Formula::parse(u"[b] + [a] - [b]"_s)->names() == QStringList{u"b"_s, u"a"_s});
}

TEST_CASE("a missing part means no result, not 0", "[formula]")
{
    CHECK(result(u"[a] + [b]"_s, {{u"a"_s, 1}}) == std::nullopt);
    CHECK(result(u"0 * [b]"_s) == std::nullopt);
}

TEST_CASE("a division by 0 and an overflow mean no result", "[formula]")
{
    CHECK(result(u"1 / 0"_s) == std::nullopt);
    CHECK(result(u"0 / 0"_s) == std::nullopt);
    CHECK(result(u"1 / ([a] - [a])"_s, {{u"a"_s, 3}}) == std::nullopt);
    CHECK(result(u"1e308 * 10"_s) == std::nullopt);
}

TEST_CASE("a formula that is none is refused with the place that does not fit", "[formula]")
{
    struct Fault
    {
        QString text;
        QString position;
    };
    const Fault fault = GENERATE(values<Fault>({
        {u""_s, u"1"_s},
        {u"1 +"_s, u"4"_s},
        {u"1 2"_s, u"3"_s},
        {u"* 2"_s, u"1"_s},
        {u"(1 + 2"_s, u"7"_s},
        {u"1 + 2)"_s, u"6"_s},
        {u"2 * [open"_s, u"6"_s},
        {u"[]"_s, u"2"_s},
        {u"1 + x"_s, u"5"_s},
        {u"1 + 1e999"_s, u"5"_s},
        {u"1,5"_s, u"2"_s},
        {u"2 ^ 3"_s, u"3"_s},
    }));
    CAPTURE(fault.text);

    const Result<Formula> formula = Formula::parse(fault.text);

    REQUIRE_FALSE(formula);
    CHECK(formula.error() == Error{Error::Code::FormulaInvalid, {fault.text, fault.position}});
}

TEST_CASE("parentheses without end are refused, not followed", "[formula]")
{
    CHECK_FALSE(Formula::parse(u"("_s.repeated(1'000'000)));
    CHECK_FALSE(Formula::parse(u"-"_s.repeated(1'000'000)));
}

TEST_CASE("a formula that leads round to itself is found", "[formula]")
{
    const QHash<qint64, QList<KpiId>> graph{
        {1, {KpiId(2), KpiId(3)}}, {2, {KpiId(4)}}, {3, {KpiId(4)}}, {5, {KpiId(6)}},
        {6, {KpiId(7)}},           {7, {KpiId(6)}}, {8, {KpiId(8)}}};
    const auto parts = [&graph](KpiId kpi) { return graph.value(kpi.value()); };

    CHECK(formulaLoop(KpiId(1), parts).isEmpty()); // two ways to 4 are no loop
    CHECK(formulaLoop(KpiId(5), parts) == QList{KpiId(6), KpiId(7), KpiId(6)});
    CHECK(formulaLoop(KpiId(8), parts) == QList{KpiId(8), KpiId(8)});
}
