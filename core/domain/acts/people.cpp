// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/people.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/upgrading.h"
#include "core/domain/rights.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

Device newDevice(Situation &in, PersonId person, const QString &name)
{
    Device device;
    device.id = in.ids.next<Device>();
    device.person = person;
    device.name = name;
    device.joinedAt = in.now;
    return device;
}

// What it uses, where a file of this schema keeps that.
void noteProgram(Device &device, const QString &program, int schema)
{
    if (schema < schemasteps::kDevicesTell)
        return;
    device.program = program;
    device.schema = schemasteps::kLatest;
}

bool replaceOwner(QList<Owner> &owners, PersonId from, PersonId to)
{
    const Owner gone{from, {}};
    if (!owners.contains(gone))
        return false;
    const Owner heir{to, {}};
    if (owners.contains(heir))
        owners.removeAll(gone);
    else
        std::replace(owners.begin(), owners.end(), gone, heir);
    return true;
}

template<class Record>
void handOver(Edits &edits, const QList<const Record *> &records, const PersonLeaves &request)
{
    for (const Record *record : records) {
        Record changed = *record;
        if (replaceOwner(changed.owners, request.person, request.heir))
            edits.change(changed);
    }
}

void handOverActions(const WorkingSet &state, Edits &edits, qint64 subject, const PersonLeaves &request)
{
    for (const Action *action : state.of<Action>().of(subject))
        if (action->owner == request.person && !action->done) {
            Action changed = *action;
            changed.owner = request.heir;
            edits.change(changed);
        }
}

void handOverBoard(const WorkingSet &state, Edits &edits, BoardId board, const PersonLeaves &request)
{
    const auto objectives = state.of<Objective>().of(board);
    handOverActions(state, edits, board.value(), request);
    handOver(edits, objectives, request);
    handOver(edits, state.of<Kpi>().of(board), request);
    for (const Objective *objective : objectives) {
        const auto keyResults = state.of<KeyResult>().of(objective->id);
        handOver(edits, keyResults, request);
        handOverActions(state, edits, objective->id.value(), request);
        for (const KeyResult *keyResult : keyResults)
            handOverActions(state, edits, keyResult->id.value(), request);
    }
    for (const Kpi *kpi : state.of<Kpi>().of(board))
        handOverActions(state, edits, kpi->id.value(), request);
}

void makeOwner(Edits &edits, const Grant &grant)
{
    Grant promoted = grant;
    promoted.role = Role::Owner;
    edits.change(promoted);
}

void passOn(const WorkingSet &state, Edits &edits, const Grant &owned, PersonId heir)
{
    for (const Grant *grant : state.of<Grant>().of(owned.board))
        if (grant->person == heir)
            return makeOwner(edits, *grant);
    Grant passed = owned;
    passed.person = heir;
    edits.change(passed);
}

// Someone has to own a board after its last owner has left: the heir, else the longest-serving editor. A
// board that the asker may not see goes to its editor too, but neither is an heir brought to it nor is it
// named.
Done findSuccessor(const Situation &in, const WorkingSet &after, Edits &edits, const Board &board,
                   const PersonLeaves &request)
{
    const Grant *owned = nullptr;
    const Grant *successor = nullptr;
    for (const Grant *grant : in.state.of<Grant>().of(board.id)) {
        if (grant->person == request.person && grant->role == Role::Owner)
            owned = grant;
        else if (grant->role == Role::Owner && isHeld(after, *grant))
            return {};
        else if (grant->role == Role::Editor && !successor && isHeld(after, *grant))
            successor = grant;
    }
    const bool isSeen = canSee(in.state, in.asker, board.id);
    if (owned && isSeen && request.heir.isValid())
        passOn(in.state, edits, *owned, request.heir);
    else if (owned && successor)
        makeOwner(edits, *successor);
    else if (owned && isSeen)
        return Error{Error::Code::LastOwner, {board.name}};
    return {};
}

Done checkLeaver(const WorkingSet &state, const PersonLeaves &request)
{
    const Person *leaver = state.find(request.person);
    if (!leaver)
        return Error{Error::Code::NameUnknown, {request.person.toString()}};
    const Person *heir = state.find(request.heir);
    if (request.heir.isValid() && !heir)
        return Error{Error::Code::NameUnknown, {request.heir.toString()}};
    for (const Person *person : {leaver, heir})
        if (person && !person->isActive())
            return Error{Error::Code::PersonLeft, {person->name}};
    return leaver == heir ? Done(Error{Error::Code::PersonLeft, {leaver->name}}) : Done();
}

} // namespace

Result<Draft> foundWorkspace(Situation &in, const FoundWorkspace &request)
{
    const Result<QString> name = cleanName(request.name);
    if (!name)
        return name.error();
    const Result<QString> personName = cleanName(request.person);
    if (!personName)
        return personName.error();

    Draft draft;
    draft.act = Act::CreateWorkspace;
    Workspace workspace;
    workspace.id = in.ids.next<Workspace>();
    workspace.name = *name;
    workspace.timeZone = request.timeZone;
    workspace.createdAt = in.now;
    workspace.minReader = schemasteps::to(request.schema).minReader;
    workspace.minWriter = schemasteps::to(request.schema).minWriter;
    draft.edits.add(workspace);
    for (qint64 step = 1; step <= request.schema; ++step) {
        Migration migration;
        migration.id = MigrationId(step);
        migration.at = in.now;
        migration.program = request.program;
        draft.edits.add(migration);
    }
    Person person;
    person.id = in.ids.next<Person>();
    person.name = *personName;
    draft.edits.add(person);
    Device device = newDevice(in, person.id, request.device);
    noteProgram(device, request.program, request.schema);
    draft.edits.add(device);
    draft.values = subjectValues(workspace.id);
    return draft;
}

Result<Draft> join(Situation &in, const Join &request)
{
    const Person *person = in.state.find(request.person);
    if (!person)
        return Error{Error::Code::NameUnknown, {request.person.toString()}};
    if (!person->isActive())
        return Error{Error::Code::PersonLeft, {person->name}};
    Draft draft;
    draft.act = Act::Join;
    draft.values = subjectValues(person->id);
    Device device = newDevice(in, person->id, request.device);
    noteProgram(device, request.program, schemaOf(in.state));
    draft.edits.add(device);
    return draft;
}

Result<Draft> addTeam(Situation &in, const AddTeam &request)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const Result<QString> name = newName(request.name, in.state.of<Team>().all());
    if (!name)
        return name.error();
    if (request.parent.isValid() && !in.state.find(request.parent))
        return Error{Error::Code::NameUnknown, {request.parent.toString()}};
    Team team;
    team.id = in.ids.next<Team>();
    team.name = *name;
    team.parent = request.parent;
    return added(Act::AddTeam, team);
}

Result<Draft> addPerson(Situation &in, const AddPerson &request)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const Result<QString> name = newName(request.name, in.state.of<Person>().all());
    if (!name)
        return name.error();
    if (request.team.isValid() && !in.state.find(request.team))
        return Error{Error::Code::NameUnknown, {request.team.toString()}};
    Person person;
    person.id = in.ids.next<Person>();
    person.name = *name;
    if (request.team.isValid())
        person.teams = {request.team};
    return added(Act::AddPerson, person);
}

Result<Draft> personLeaves(Situation &in, const PersonLeaves &request)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    if (const Done done = checkLeaver(in.state, request); !done)
        return done.error();
    Draft draft;
    draft.act = Act::PersonLeaves;
    draft.values = subjectValues(request.person);
    Person person = *in.state.find(request.person);
    person.leftOn = in.today;
    draft.edits.change(person);
    WorkingSet after = in.state;
    after.of<Person>().put(person);
    for (const Board *board : in.state.of<Board>().all()) {
        if (const Done done = findSuccessor(in, after, draft.edits, *board, request); !done)
            return done.error();
        if (request.heir.isValid() && canSee(in.state, in.asker, board->id))
            handOverBoard(in.state, draft.edits, board->id, request);
    }
    return draft;
}

Result<Draft> addCycle(Situation &in, const AddCycle &request)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const Result<QString> name = newName(request.name, in.state.of<Cycle>().all());
    if (!name)
        return name.error();
    if (!request.from.isValid() || !request.to.isValid() || request.to < request.from)
        return Error{Error::Code::CycleInvalid,
                     {request.from.toString(Qt::ISODate), request.to.toString(Qt::ISODate)}};
    Cycle cycle;
    cycle.id = in.ids.next<Cycle>();
    cycle.name = *name;
    cycle.from = request.from;
    cycle.to = request.to;
    return added(Act::AddCycle, cycle);
}

} // namespace milepost
