// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "core/domain/acts/goals.h"
#include "core/domain/number.h"
#include "core/domain/texts.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

Outcome runObjectiveAdd(Context &context, Arguments &arguments)
{
    Objective objective;
    objective.title = arguments.name("TITLE");
    objective.why = arguments.text("--why");
    objective.kind = arguments.choice<ObjectiveKind>("--kind").value_or(objective.kind);
    objective.weight = arguments.weight("--weight");
    if (!context.open(arguments))
        return context.failure();
    objective.board = BoardId(context.thing(arguments.word("BOARD"), Kind::Board).id);
    objective.parent = context.find<Objective>(arguments.word("--parent"), Kind::Objective);
    objective.owners = context.owners(arguments.words("--owner"));
    return context.write([objective](Situation &in) { return addObjective(in, objective); });
}

/// The threshold of a stay kind is its target, whichever of the options that fit gives it.
void readThreshold(Arguments &arguments, KeyResult &keyResult)
{
    std::optional<double> &side = keyResult.kind == KeyResultKind::Above ? keyResult.low : keyResult.high;
    if (!side)
        return;
    if (keyResult.target)
        arguments.refuse(usage(u"--to and %1 say the same; give one of them"_s.arg(
            keyResult.kind == KeyResultKind::Above ? u"--low"_s : u"--high"_s)));
    keyResult.target = side;
    side.reset();
}

void readNumbers(Arguments &arguments, KeyResult &keyResult)
{
    keyResult.start = arguments.number("--from", keyResult.unit);
    keyResult.target = arguments.number("--to", keyResult.unit);
    keyResult.low = arguments.number("--low", keyResult.unit);
    keyResult.high = arguments.number("--high", keyResult.unit);
    keyResult.commit = arguments.number("--commit", keyResult.unit);
    keyResult.stretch = arguments.number("--stretch", keyResult.unit);
    if (keyResult.kind == KeyResultKind::Above || keyResult.kind == KeyResultKind::Below)
        readThreshold(arguments, keyResult);
}

/// "TITLE=WEIGHT"; the weight may be left out. A title may hold "=" itself.
MilestonePart partOf(Arguments &arguments, const QString &text)
{
    const qsizetype sign = text.lastIndexOf(u'=');
    MilestonePart part;
    const Result<QString> title = cleanName(sign < 0 ? text : text.left(sign));
    if (title)
        part.title = *title;
    else
        arguments.refuse(title.error());
    if (sign < 0)
        return part;
    const Result<double> weight = parseNumber(text.mid(sign + 1).trimmed());
    if (!weight)
        arguments.refuse(weight.error());
    else if (*weight < 0)
        arguments.refuse({Error::Code::WeightInvalid, {text.mid(sign + 1)}});
    else
        part.weight = *weight;
    return part;
}

KeyResult readKeyResult(Arguments &arguments)
{
    KeyResult keyResult;
    keyResult.title = arguments.name("TITLE");
    keyResult.kind = arguments.choice<KeyResultKind>("--kind").value_or(keyResult.kind);
    keyResult.unit = arguments.text("--unit");
    keyResult.cadence = arguments.choice<Cadence>("--cadence").value_or(keyResult.cadence);
    keyResult.weight = arguments.weight("--weight");
    readNumbers(arguments, keyResult);
    return keyResult;
}

Outcome runKeyResultAdd(Context &context, Arguments &arguments)
{
    AddKeyResult request;
    request.keyResult = readKeyResult(arguments);
    for (const QString &text : arguments.words("--part"))
        request.parts.append(partOf(arguments, text));
    if (!arguments.error())
        arguments.check(checkKeyResult(request.keyResult, !request.parts.isEmpty()));
    if (!context.open(arguments))
        return context.failure();
    KeyResult &keyResult = request.keyResult;
    keyResult.objective = ObjectiveId(context.thing(arguments.word("OBJECTIVE"), Kind::Objective).id);
    keyResult.owners = context.owners(arguments.words("--owner"));
    keyResult.kpi = context.find<Kpi>(arguments.word("--kpi"), Kind::Kpi);
    // What follows a KPI is in its unit, unless said otherwise.
    if (const Kpi *kpi = context.state().find(keyResult.kpi); kpi && !arguments.has("--unit")) {
        keyResult.unit = kpi->unit;
        readNumbers(arguments, keyResult);
    }
    return context.write([request](Situation &in) { return addKeyResult(in, request); });
}

std::optional<Target> readTarget(Arguments &arguments, const char *value, const QString &unit)
{
    Target target;
    target.value = arguments.number(value, unit);
    target.low = arguments.number("--low", unit);
    target.high = arguments.number("--high", unit);
    const bool isGiven = target.value || target.low || target.high;
    return isGiven ? std::optional(target) : std::nullopt;
}

Outcome runKpiAdd(Context &context, Arguments &arguments)
{
    AddKpi request;
    Kpi &kpi = request.kpi;
    kpi.name = arguments.name("NAME");
    kpi.unit = arguments.text("--unit");
    kpi.direction = arguments.choice<Direction>("--good").value_or(kpi.direction);
    kpi.cadence = arguments.choice<Cadence>("--cadence").value_or(kpi.cadence);
    kpi.aggregate = arguments.choice<Aggregate>("--aggregate").value_or(kpi.aggregate);
    kpi.amber = arguments.number("--amber", kpi.unit).value_or(0);
    if (kpi.amber < 0)
        arguments.refuse({Error::Code::OutOfRange, {arguments.word("--amber"), u"0"_s, u"∞"_s}});
    request.target = readTarget(arguments, "--target", kpi.unit);
    if (request.target && !arguments.error())
        arguments.check(checkTarget(kpi, *request.target));
    if (!context.open(arguments))
        return context.failure();
    kpi.board = BoardId(context.thing(arguments.word("BOARD"), Kind::Board).id);
    kpi.owners = context.owners(arguments.words("--owner"));
    return context.write([request](Situation &in) { return addKpi(in, request); });
}

Outcome runKpiTarget(Context &context, Arguments &arguments)
{
    const QDate from = arguments.date("--from");
    const std::optional<Target> given = readTarget(arguments, "VALUE", {});
    if (!given)
        arguments.refuse(usage(u"a VALUE is missing, or --low and --high for a band"_s));
    else if (given->value && (given->low || given->high))
        arguments.refuse(usage(u"a target is a VALUE, or --low and --high, not both"_s));
    else if (!given->value && !(given->low && given->high))
        arguments.refuse(usage(u"a band needs both --low and --high"_s));
    if (!context.open(arguments))
        return context.failure();
    const KpiId id(context.thing(arguments.word("KPI"), Kind::Kpi).id);
    if (context.hasFailed())
        return context.failure();
    Target target = *readTarget(arguments, "VALUE", context.state().find(id)->unit);
    target.kpi = id;
    target.validFrom = from;
    return context.write([target](Situation &in) { return setTarget(in, target); });
}

void addObjectiveCommands(Commands &commands)
{
    CLI::App &objective = commands.group("objective", "Objectives");
    CLI::App &add = commands.add(objective, "add", "Add an objective to a board", runObjectiveAdd);
    takes(add, "BOARD", "The board");
    takes(add, "TITLE", "What shall be achieved");
    option(add, "--why", "What for");
    options(add, "--owner", "People or teams who answer for it");
    option(add, "--kind", "committed or aspirational (committed)");
    option(add, "--weight", "How much it counts on the board (1)");
    option(add, "--parent", "The objective that it serves");
}

void addKeyResultCommands(Commands &commands)
{
    CLI::App &keyResult = commands.group("kr", "Key results");
    CLI::App &add = commands.add(keyResult, "add", "Add a key result to an objective", runKeyResultAdd);
    takes(add, "OBJECTIVE", "The objective");
    takes(add, "TITLE", "How one sees that it is reached");
    option(add, "--kind", "reach, above, below, between, milestone or baseline")->required();
    option(add, "--from", "reach: where it begins (0)");
    option(add, "--to", "reach: where it shall be; above and below: the threshold");
    option(add, "--low", "between and above: the lower end");
    option(add, "--high", "between and below: the upper end");
    option(add, "--commit", "reach: what counts 0.3");
    option(add, "--stretch", "reach: what counts 1.0");
    options(add, "--part", "milestone: TITLE=WEIGHT");
    option(add, "--cadence", "day, week, month, quarter or year (month)");
    option(add, "--unit", "The unit of its values; with % a bare 5 is 0.05");
    option(add, "--weight", "How much it counts in the objective (1)");
    options(add, "--owner", "People or teams who answer for it");
    option(add, "--kpi", "The KPI that its value follows");
}

void addKpiCommands(Commands &commands)
{
    CLI::App &kpi = commands.group("kpi", "KPIs");
    CLI::App &add = commands.add(kpi, "add", "Add a KPI to a board", runKpiAdd);
    takes(add, "BOARD", "The board");
    takes(add, "NAME", "What it is called");
    option(add, "--unit", "The unit of its values; with % a bare 5 is 0.05");
    option(add, "--good", "up, down, band or neutral (up)");
    option(add, "--cadence", "day, week, month, quarter or year (month)");
    option(add, "--aggregate", "last, sum, mean or ratio (last)");
    option(add, "--target", "Its target, from the beginning of time");
    option(add, "--amber", "By how much the target may be missed and still be amber (0)");
    option(add, "--low", "band: the lower end");
    option(add, "--high", "band: the upper end");
    options(add, "--owner", "People or teams who answer for it");

    CLI::App &target = commands.add(kpi, "target", "Set a target from a day on", runKpiTarget);
    takes(target, "KPI", "The KPI");
    mayTake(target, "VALUE", "The target");
    option(target, "--from", "The first day that it holds")->required();
    option(target, "--low", "band: the lower end");
    option(target, "--high", "band: the upper end");
}

} // namespace

void addGoalCommands(Commands &commands)
{
    addObjectiveCommands(commands);
    addKeyResultCommands(commands);
    addKpiCommands(commands);
}

} // namespace milepost::ctl
