// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/upgrading.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/rights.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

bool noteProgram(const WorkingSet &state, PersonId person, const ThisProgram &program, Edits &edits)
{
    const Device *known = deviceOf(state, person, program.machine);
    if (!known || (known->program == program.version && known->schema == schemasteps::kLatest))
        return false;
    Device device = *known;
    device.program = program.version;
    device.schema = schemasteps::kLatest;
    edits.change(device);
    return true;
}

bool isOf(const Peer &peer, const Person &person, const Device &device)
{
    return peer.person == person.name && peer.machine == device.name;
}

// What runs now tells more than what wrote last.
std::optional<LeftBehind> judge(const Person &person, const Device &device, int version,
                                const QList<Peer> &peers)
{
    LeftBehind left{person.name, device.name, device.program};
    bool isBehind = device.schema < version;
    for (const Peer &peer : peers) {
        if (!isOf(peer, person, device))
            continue;
        isBehind = peer.schema < version;
        left.program = peer.program;
        if (isBehind)
            break;
    }
    return isBehind ? std::optional(left) : std::nullopt;
}

QList<LeftBehind> visitorsBehind(int version, const QList<Peer> &peers)
{
    QList<LeftBehind> left;
    for (const Peer &peer : peers)
        if (peer.person.isEmpty() && !peer.isSelf && peer.schema < version)
            left.append({{}, peer.machine, peer.program});
    return left;
}

} // namespace

int schemaOf(const WorkingSet &state)
{
    qint64 last = 0;
    for (const Migration *step : state.of<Migration>().all())
        last = std::max(last, step->id.value());
    return static_cast<int>(last);
}

const Device *deviceOf(const WorkingSet &state, PersonId person, const QString &machine)
{
    const Device *found = nullptr;
    for (const Device *device : state.of<Device>().of(person))
        if (device->name == machine && (!found || device->joinedAt >= found->joinedAt))
            found = device;
    return found;
}

Result<Draft> upgradeSchema(Situation &in, const ThisProgram &program)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const int from = schemaOf(in.state);
    if (from >= schemasteps::kLatest)
        return nothingToDo(Act::Migrate);
    const SchemaStep &step = schemasteps::to(from + 1);
    Workspace workspace = in.state.workspace();
    workspace.minReader = std::max(workspace.minReader, step.minReader);
    workspace.minWriter = std::max(workspace.minWriter, step.minWriter);
    Draft draft = changed(Act::Migrate, workspace);
    draft.schemaStep = step.version;
    draft.values.insert(u"schema"_s, step.version);
    Migration migration;
    migration.id = MigrationId(step.version);
    migration.at = in.now;
    migration.program = program.version;
    draft.edits.add(migration);
    if (step.version >= schemasteps::kDevicesTell)
        noteProgram(in.state, in.asker, program, draft.edits);
    return draft;
}

Result<Draft> updateDevice(Situation &in, const ThisProgram &program)
{
    Draft draft;
    draft.act = Act::UpdateDevice;
    draft.values = subjectValues(in.asker);
    draft.values.insert(u"program"_s, program.version);
    draft.nothingToDo = schemaOf(in.state) < schemasteps::kDevicesTell ||
                        !noteProgram(in.state, in.asker, program, draft.edits);
    return draft;
}

SchemaOffer schemaOffer(const WorkingSet &state, PersonId person, const QString &machine,
                        const QList<Peer> &peers)
{
    const int from = schemaOf(state);
    if (from < 1 || from >= schemasteps::kLatest || !requireMember(state, person))
        return {};
    const SchemaStep &step = schemasteps::to(from + 1);
    SchemaOffer offer{step.version, step.isReadableBefore(), {}};
    if (step.isCompatible())
        return offer;
    const Device *own = deviceOf(state, person, machine);
    for (const Person *one : state.of<Person>().all())
        for (const Device *device : state.of<Device>().of(one->id))
            if (const auto left = judge(*one, *device, step.version, peers);
                left && device != own && one->isActive() && !offer.leftBehind.contains(*left))
                offer.leftBehind.append(*left);
    offer.leftBehind.append(visitorsBehind(step.version, peers));
    return offer;
}

bool isAlone(const WorkingSet &state)
{
    return state.of<Device>().size() <= 1;
}

} // namespace milepost
