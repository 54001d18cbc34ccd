// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "app/milepostctl/jsonvalues.h"
#include "core/domain/acts/people.h"
#include "ui/words/errors.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

Outcome whoIsAsking(Context &context, const QJsonValue &seq)
{
    const PersonId me = context.session().me();
    const Person *person = context.state().find(me);
    const Workspace &workspace = context.state().workspace();
    Outcome outcome;
    outcome.object = QJsonObject{
        {u"person"_s, person ? QJsonValue(person->name) : QJsonValue()},
        {u"id"_s, jsonId(me)},
        {u"workspace"_s, workspace.name},
        {u"workspace_id"_s, jsonId(workspace.id)},
        {u"joined"_s, person != nullptr},
        {u"active"_s, person && person->isActive()},
    };
    if (!seq.isUndefined())
        outcome.object->insert(u"seq"_s, seq);
    outcome.text = person ? u"%1, in %2"_s.arg(person->name, workspace.name)
                          : u"A visitor of %1, who sees public boards only"_s.arg(workspace.name);
    return outcome;
}

Outcome runWhoAmI(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    return whoIsAsking(context, QJsonValue(QJsonValue::Undefined));
}

Outcome runJoin(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const PersonId person = context.find<Person>(arguments.word("NAME"), Kind::Person);
    if (!context.hasFailed() && !person.isValid())
        return wrongArguments({Error::Code::NameEmpty});
    if (context.hasFailed())
        return context.failure();
    if (person == context.session().me())
        return whoIsAsking(context, QJsonValue());
    const Result<Receipt> receipt = context.wait(context.session().join(person));
    return receipt ? whoIsAsking(context, receipt->change.seq) : refused(receipt.error());
}

Outcome runTeamAdd(Context &context, Arguments &arguments)
{
    AddTeam team;
    team.name = arguments.name("NAME");
    if (!context.open(arguments))
        return context.failure();
    team.parent = context.find<Team>(arguments.word("--parent"), Kind::Team);
    return context.write([team](Situation &in) { return addTeam(in, team); });
}

Outcome runPersonAdd(Context &context, Arguments &arguments)
{
    AddPerson person;
    person.name = arguments.name("NAME");
    if (!context.open(arguments))
        return context.failure();
    person.team = context.find<Team>(arguments.word("--team"), Kind::Team);
    return context.write([person](Situation &in) { return addPerson(in, person); });
}

Outcome runPersonLeave(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    PersonLeaves leaves;
    leaves.person = PersonId(context.thing(arguments.word("NAME"), Kind::Person).id);
    leaves.heir = context.find<Person>(arguments.word("--hand-over-to"), Kind::Person);
    return context.write([leaves](Situation &in) { return personLeaves(in, leaves); });
}

Outcome runCycleAdd(Context &context, Arguments &arguments)
{
    AddCycle cycle;
    cycle.name = arguments.name("NAME");
    cycle.from = arguments.date("--from");
    cycle.to = arguments.date("--to");
    if (cycle.from.isValid() && cycle.to.isValid() && cycle.to < cycle.from)
        arguments.refuse(
            {Error::Code::CycleInvalid, {cycle.from.toString(Qt::ISODate), cycle.to.toString(Qt::ISODate)}});
    if (!context.open(arguments))
        return context.failure();
    return context.write([cycle](Situation &in) { return addCycle(in, cycle); });
}

} // namespace

void addPeopleCommands(Commands &commands)
{
    CLI::App &join = commands.add("join", "Become a person of the workspace", runJoin);
    takes(join, "NAME", "Who you are");
    commands.add("whoami", "Tell who the profile is", runWhoAmI);

    CLI::App &team = commands.group("team", "Teams");
    CLI::App &teamAdd = commands.add(team, "add", "Add a team", runTeamAdd);
    takes(teamAdd, "NAME", "What it is called");
    option(teamAdd, "--parent", "The team that it is part of");

    CLI::App &person = commands.group("person", "People");
    CLI::App &personAdd = commands.add(person, "add", "Add a person", runPersonAdd);
    takes(personAdd, "NAME", "What they are called");
    option(personAdd, "--team", "Their team");
    CLI::App &leave =
        commands.add(person, "leave", "Someone leaves; what they own passes on", runPersonLeave);
    takes(leave, "NAME", "Who leaves");
    option(leave, "--hand-over-to", "Who takes over what they own");

    CLI::App &cycle = commands.group("cycle", "Cycles, in which objectives are pursued");
    CLI::App &cycleAdd = commands.add(cycle, "add", "Add a cycle", runCycleAdd);
    takes(cycleAdd, "NAME", "What it is called, as 2026-Q4");
    option(cycleAdd, "--from", "Its first day")->required();
    option(cycleAdd, "--to", "Its last day")->required();
}

} // namespace milepost::ctl
