// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "core/domain/acts/editing.h"

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

/// The fields of all kinds: what is in none of them is wrong whatever NAME is.
QStringList allFields()
{
    QStringList fields;
    for (const Kind kind : {Kind::Board, Kind::Objective, Kind::KeyResult, Kind::Part, Kind::Kpi,
                            Kind::Action, Kind::Person, Kind::Team, Kind::Cycle})
        fields += editableFields(kind);
    fields.removeDuplicates();
    return fields;
}

QList<FieldEdit> readEdits(Arguments &arguments)
{
    const QStringList fields = allFields();
    QList<FieldEdit> edits;
    for (const auto &[word, value] : arguments.pairs("--set")) {
        const QString field = fieldCalled(word);
        if (!fields.contains(field))
            arguments.refuse({Error::Code::FieldUnknown, QStringList{word} + fields});
        edits.append({field, value});
    }
    return edits;
}

/// A field of another kind of thing, or a day that does not fit the one that is there already: only the
/// workspace could tell.
bool isAboutWorkspace(const Error &error, const QList<FieldEdit> &edits)
{
    return error.code == Error::Code::FieldUnknown ||
           (error.code == Error::Code::CycleInvalid && edits.size() < 2);
}

Outcome runEdit(Context &context, Arguments &arguments)
{
    const QList<FieldEdit> edits = readEdits(arguments);
    if (!context.open(arguments))
        return context.failure();
    const Named target = context.thing(arguments.word("NAME"), kEverything);
    const QList<KpiId> needs = seriesNeededToEdit(target);
    Outcome outcome =
        context.write([target, edits](Situation &in) { return editFields(in, target, edits); }, needs);
    if (outcome.error && isAboutWorkspace(*outcome.error, edits))
        outcome.exit = Exit::Refused;
    return outcome;
}

Outcome runMove(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const Named target = context.thing(arguments.word("NAME"), Kind::Objective | Kind::Kpi);
    const BoardId board(context.thing(arguments.word("BOARD"), Kind::Board).id);
    return context.write([target, board](Situation &in) { return moveTo(in, target, board); });
}

Outcome runArchive(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const Named target = context.thing(arguments.word("NAME"), kGoals | Kind::Board);
    return context.write([target](Situation &in) { return archive(in, target); });
}

Outcome runDelete(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const Named target = context.thing(arguments.word("NAME"), kEverything);
    return context.write([target](Situation &in) { return deleteThing(in, target); },
                         seriesNeededToDelete(context.state(), target));
}

} // namespace

void addEditCommands(Commands &commands)
{
    CLI::App &edit = commands.add("edit", "Change fields of something named", runEdit);
    takes(edit, "NAME", "What is changed");
    options(edit, "--set", "FIELD=VALUE")->required();

    CLI::App &move = commands.add("move", "Move an objective or a KPI to another board", runMove);
    takes(move, "NAME", "What is moved");
    takes(move, "BOARD", "Where to");

    CLI::App &archive = commands.add("archive", "Put something out of sight", runArchive);
    takes(archive, "NAME", "What is archived");

    CLI::App &remove = commands.add("delete", "Delete something with all that hangs on it", runDelete);
    takes(remove, "NAME", "What is deleted");
}

} // namespace milepost::ctl
