// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "core/domain/acts/values.h"
#include "core/domain/texts.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

/// A value, or both parts of a ratio.
void readNumbers(Arguments &arguments, GivenValue &given, const QString &unit)
{
    given.value = arguments.number("VALUE", unit);
    given.numerator = arguments.number("--numerator");
    given.denominator = arguments.number("--denominator");
}

void checkNumbers(Arguments &arguments, const GivenValue &given)
{
    if (given.numerator.has_value() != given.denominator.has_value())
        arguments.refuse(usage(u"a ratio needs both --numerator and --denominator"_s));
    else if (given.value && given.numerator)
        arguments.refuse(usage(u"give a VALUE or both parts of a ratio, not all three"_s));
    else if (!given.value && !given.numerator)
        arguments.refuse(usage(u"a VALUE is missing, or --numerator and --denominator"_s));
}

void readConfidence(Arguments &arguments, GivenValue &given)
{
    given.confidence = arguments.number("--confidence");
    if (given.confidence && (*given.confidence < 0 || *given.confidence > 10))
        arguments.refuse({Error::Code::ConfidenceInvalid, {arguments.word("--confidence")}});
}

GivenValue readGiven(Arguments &arguments)
{
    GivenValue given;
    readNumbers(arguments, given, {});
    if (!arguments.error())
        checkNumbers(arguments, given);
    readConfidence(arguments, given);
    given.note = arguments.text("--note");
    given.date = arguments.date("--on");
    return given;
}

/// Whose value it is, and in which unit.
void complete(Context &context, Arguments &arguments, GivenValue &given)
{
    const Named target = context.thing(arguments.word("NAME"), Kind::Kpi | Kind::KeyResult | Kind::Part);
    QString unit;
    if (target.kind == Kind::Part) {
        given.part = MilestonePartId(target.id);
        given.keyResult = context.state().find(given.part)->keyResult;
    } else if (target.kind == Kind::KeyResult) {
        given.keyResult = KeyResultId(target.id);
        unit = context.state().find(given.keyResult)->unit;
    } else if (!context.hasFailed()) {
        given.kpi = KpiId(target.id);
        unit = context.state().find(given.kpi)->unit;
    }
    readNumbers(arguments, given, unit);
    if (!given.date.isValid())
        given.date = context.session().today();
}

Outcome runRecord(Context &context, Arguments &arguments)
{
    GivenValue given = readGiven(arguments);
    if (!context.open(arguments))
        return context.failure();
    complete(context, arguments, given);
    return context.write([given](Situation &in) { return recordValue(in, given); }, seriesNeededBy(given));
}

Outcome runCorrect(Context &context, Arguments &arguments)
{
    GivenValue given = readGiven(arguments);
    given.reason = arguments.text("--reason");
    if (given.reason.trimmed().isEmpty())
        arguments.refuse({Error::Code::ReasonMissing});
    if (!context.open(arguments))
        return context.failure();
    complete(context, arguments, given);
    return context.write([given](Situation &in) { return correctValue(in, given); }, seriesNeededBy(given));
}

void addValueOptions(CLI::App &command)
{
    takes(command, "NAME", "A KPI, a key result, or a part of a milestone by its path");
    mayTake(command, "VALUE", "As -3, 1234.5, 1,234.5, 1.2e3 or 5%");
    option(command, "--numerator", "Of a ratio, instead of a value");
    option(command, "--denominator", "Of a ratio, instead of a value");
    option(command, "--note", "What there is to say about it");
    option(command, "--confidence", "Key results: 0 to 10");
}

} // namespace

void addValueCommands(Commands &commands)
{
    CLI::App &record = commands.add("record", "Record a value", runRecord);
    addValueOptions(record);
    option(record, "--on", "Its date (today)");

    CLI::App &correct = commands.add("correct", "Replace a value, keeping the old one", runCorrect);
    addValueOptions(correct);
    option(correct, "--on", "Its date")->required();
    option(correct, "--reason", "Why the old value was wrong")->required();
}

} // namespace milepost::ctl
