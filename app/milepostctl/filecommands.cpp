// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "app/milepostctl/jsonvalues.h"
#include "app/milepostctl/progressline.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

/// Opens what was just made, and says what it is.
Outcome madeWorkspace(Context &context, const Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const WorkingSet &state = context.state();
    const Workspace &workspace = state.workspace();
    const Person *person = state.find(context.session().me());
    Outcome outcome;
    outcome.object = QJsonObject{
        {u"id"_s, jsonId(workspace.id)},
        {u"name"_s, workspace.name},
        {u"person"_s, person ? QJsonValue(person->name) : QJsonValue()},
        {u"person_id"_s, jsonId(context.session().me())},
        {u"seq"_s, state.seq},
        {u"people"_s, state.of<Person>().size()},
        {u"boards"_s, state.of<Board>().size()},
        {u"kpis"_s, state.of<Kpi>().size()},
    };
    outcome.text = u"%1 is ready in %2. You are %3."_s.arg(workspace.name, context.path(),
                                                           person ? person->name : u"a visitor"_s);
    return outcome;
}

Outcome runNew(Context &context, Arguments &arguments)
{
    const QString name = arguments.name("--name");
    const QString person = arguments.name("--person");
    if (!context.accepts(arguments))
        return context.failure();
    if (const Done done = context.wait(context.session().create(context.path(), name, person)); !done)
        return refused(done.error());
    return madeWorkspace(context, arguments);
}

Outcome runDemo(Context &context, Arguments &arguments)
{
    constexpr qint64 kAnySeed = std::numeric_limits<quint32>::max();
    DemoSize size;
    size.people = static_cast<int>(arguments.integer("--people", 1, 10'000, size.people));
    size.kpis = static_cast<int>(arguments.integer("--kpis", 1, 100'000, size.kpis));
    size.weeks = static_cast<int>(arguments.integer("--weeks", 1, 2'000, size.weeks));
    size.seed = static_cast<quint32>(arguments.integer("--seed", 0, kAnySeed, size.seed));
    if (!context.accepts(arguments))
        return context.failure();
    const ProgressLine progress(u"Making the demo"_s);
    const Done done = context.wait(context.session().createDemo(context.path(), size, progress.reporter()));
    return done ? madeWorkspace(context, arguments) : refused(done.error());
}

} // namespace

void addFileCommands(Commands &commands)
{
    CLI::App &made = commands.add("new", "Make a workspace, with its founder", runNew);
    option(made, "--name", "What it is called, as the organisation")->required();
    option(made, "--person", "Its founder, who you are in it then")->required();

    CLI::App &demo = commands.add("demo", "Make a workspace with a believable company in it", runDemo);
    option(demo, "--people", "How many people (24)");
    option(demo, "--kpis", "How many KPIs in all (those made by hand)");
    option(demo, "--weeks", "How many weeks of history (52)");
    option(demo, "--seed", "Which of many companies (1)");
}

} // namespace milepost::ctl
