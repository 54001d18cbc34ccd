// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "core/domain/acts/goals.h"
#include "core/domain/texts.h"

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

Subject subjectOf(const Named &target)
{
    switch (target.kind) {
    case Kind::Board:
        return Subject::of(BoardId(target.id));
    case Kind::Objective:
        return Subject::of(ObjectiveId(target.id));
    case Kind::KeyResult:
        return Subject::of(KeyResultId(target.id));
    case Kind::Kpi:
        return Subject::of(KpiId(target.id));
    case Kind::Part:
    case Kind::Action:
    case Kind::Person:
    case Kind::Team:
    case Kind::Cycle:
        break;
    }
    return {};
}

Outcome runActionAdd(Context &context, Arguments &arguments)
{
    Action action;
    action.title = arguments.name("TITLE");
    action.due = arguments.date("--due");
    if (!context.open(arguments))
        return context.failure();
    action.subject = subjectOf(context.thing(arguments.word("TARGET"), kGoals));
    if (arguments.has("--owner")) {
        context.thing(arguments.word("--owner"), Kind::Person);
        action.owner = context.owner(arguments.word("--owner")).person;
    }
    return context.write([action](Situation &in) { return addAction(in, action); });
}

Outcome runActionDone(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const ActionId action(context.thing(arguments.word("TITLE"), Kind::Action).id);
    return context.write([action](Situation &in) { return finishAction(in, action); });
}

Outcome runComment(Context &context, Arguments &arguments)
{
    const QString text = arguments.text("TEXT");
    if (text.trimmed().isEmpty())
        arguments.refuse({Error::Code::NameEmpty});
    if (!context.open(arguments))
        return context.failure();
    const Subject subject = subjectOf(context.thing(arguments.word("TARGET"), kGoals | Kind::Board));
    return context.write([subject, text](Situation &in) { return addComment(in, subject, text); });
}

} // namespace

void addNoteCommands(Commands &commands)
{
    CLI::App &action = commands.group("action", "Actions");
    CLI::App &add = commands.add(action, "add", "Add an action", runActionAdd);
    takes(add, "TARGET", "An objective, a key result or a KPI");
    takes(add, "TITLE", "What is to be done");
    option(add, "--owner", "Who does it");
    option(add, "--due", "By when");
    CLI::App &done = commands.add(action, "done", "An action is done", runActionDone);
    takes(done, "TITLE", "The action");

    CLI::App &comment = commands.add("comment", "Say something about a goal, a KPI or a board", runComment);
    takes(comment, "TARGET", "What it is about");
    takes(comment, "TEXT", "What is said");
}

} // namespace milepost::ctl
