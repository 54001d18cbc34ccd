// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/upgrading.h"
#include "tests/support/printing.h"

using namespace milepost;
using namespace Qt::StringLiterals;

namespace Catch {
template<>
struct StringMaker<LeftBehind>
{
    static std::string convert(const LeftBehind &left)
    {
        return QString(left.person + u" (" + left.machine + u") " + left.program).toStdString();
    }
};
} // namespace Catch

namespace {

/// A workspace of schema 1, as Ann sees it on her desk.
class Old
{
public:
    Old()
    {
        Workspace workspace;
        workspace.id = WorkspaceId(1);
        state.of<Workspace>().put(workspace);
        Migration step;
        step.id = MigrationId(1);
        state.of<Migration>().put(step);
        ann = person(u"Ann"_s);
        device(ann, u"desk"_s);
    }

    PersonId person(const QString &name)
    {
        Person person;
        person.id = PersonId(++m_last);
        person.name = name;
        state.of<Person>().put(person);
        return person.id;
    }
    DeviceId device(PersonId person, const QString &name, int schema = 0, const QString &program = {})
    {
        Device device;
        device.id = DeviceId(++m_last);
        device.person = person;
        device.name = name;
        device.schema = schema;
        device.program = program;
        state.of<Device>().put(device);
        return device.id;
    }
    void leaves(PersonId id)
    {
        Person person = *state.find(id);
        person.leftOn = QDate(2026, 1, 1);
        state.of<Person>().put(person);
    }
    void runs(const QString &person, const QString &machine, int schema, const QString &program,
              bool isSelf = false)
    {
        Peer peer;
        peer.person = person;
        peer.machine = machine;
        peer.schema = schema;
        peer.program = program;
        peer.isSelf = isSelf;
        peers.append(peer);
    }
    SchemaOffer offer(PersonId to) const { return schemaOffer(state, to, u"desk"_s, peers); }
    QList<LeftBehind> leftBehind() const { return offer(ann).leftBehind; }

    WorkingSet state;
    QList<Peer> peers;
    PersonId ann;

private:
    qint64 m_last = 100;
};

} // namespace

TEST_CASE("a workspace of one person on one machine leaves nobody behind", "[upgrading]")
{
    Old old;

    CHECK(isAlone(old.state));
    CHECK(old.offer(old.ann) == SchemaOffer{2, false, {}});
    CHECK_FALSE(old.offer({}).isNeeded());
    old.leaves(old.ann);
    CHECK_FALSE(old.offer(old.ann).isNeeded());
}

TEST_CASE("a workspace that has taken all steps is offered none", "[upgrading]")
{
    Old old;
    Migration step;
    step.id = MigrationId(schemasteps::kLatest);
    old.state.of<Migration>().put(step);

    CHECK_FALSE(old.offer(old.ann).isNeeded());
    CHECK_FALSE(schemaOffer({}, old.ann, u"desk"_s, {}).isNeeded());
}

TEST_CASE("every machine of which nobody says that it can follow is left behind, but not of who has gone",
          "[upgrading]")
{
    Old old;
    const PersonId bob = old.person(u"Bob"_s);
    old.device(bob, u"pc"_s);
    old.device(old.ann, u"laptop"_s, 1, u"0.1"_s);
    old.device(old.ann, u"tower"_s, 2, u"0.2"_s);
    const PersonId cyd = old.person(u"Cyd"_s);
    old.device(cyd, u"mac"_s);
    old.leaves(cyd);

    CHECK_FALSE(isAlone(old.state));
    CHECK(old.leftBehind() == QList<LeftBehind>{{u"Ann"_s, u"laptop"_s, u"0.1"_s}, {u"Bob"_s, u"pc"_s, {}}});
}

TEST_CASE("a program that runs tells for itself what it can follow", "[upgrading]")
{
    Old old;
    const PersonId bob = old.person(u"Bob"_s);
    old.device(bob, u"pc"_s);
    old.device(bob, u"pad"_s, 2, u"0.2"_s);
    old.runs(u"Ann"_s, u"desk"_s, 2, u"0.2"_s, true);

    old.runs(u"Bob"_s, u"pc"_s, 2, u"0.2"_s);
    CHECK(old.leftBehind().isEmpty());

    old.runs(u"Bob"_s, u"pad"_s, 1, u"0.1"_s);
    CHECK(old.leftBehind() == QList<LeftBehind>{{u"Bob"_s, u"pad"_s, u"0.1"_s}});

    old.runs({}, u"kiosk"_s, 1, u"0.1"_s);
    CHECK(old.leftBehind().last() == LeftBehind{{}, u"kiosk"_s, u"0.1"_s});
}

TEST_CASE("the step raises what the file asks for, and never lowers it", "[upgrading]")
{
    Old old;
    Workspace workspace = old.state.workspace();
    workspace.minWriter = 7;
    old.state.of<Workspace>().put(workspace);
    Situation in{old.state, old.ann, {}, 5, IdSource::startingAt(1)};

    const Result<Draft> draft = upgradeSchema(in, {u"0.2"_s, u"elsewhere"_s});

    REQUIRE(draft);
    CHECK(draft->schemaStep == 2);
    CHECK(draft->edits.of<Workspace>().changed.first().minReader == 2);
    CHECK(draft->edits.of<Workspace>().changed.first().minWriter == 7);
    CHECK(draft->edits.of<Migration>().added.first().program == u"0.2"_s);
    CHECK(draft->edits.of<Device>().isEmpty());
}

TEST_CASE("what a machine uses is kept once, and in no file of schema 1", "[upgrading]")
{
    Old old;
    const auto decide = [&old](const QString &program, const QString &machine) {
        Situation in{old.state, old.ann, {}, 5, IdSource::startingAt(1)};
        return updateDevice(in, {program, machine}).value();
    };
    CHECK(decide(u"0.2"_s, u"desk"_s).nothingToDo);
    Migration step;
    step.id = MigrationId(2);
    old.state.of<Migration>().put(step);

    const Draft draft = decide(u"0.2"_s, u"desk"_s);
    CHECK_FALSE(draft.nothingToDo);
    CHECK(draft.act == Act::UpdateDevice);
    CHECK_FALSE(isUndoable(draft.act));
    CHECK(draft.values == QVariantMap{{u"program"_s, u"0.2"_s}, {u"subject"_s, old.ann.toString()}});
    old.state.of<Device>().put(draft.edits.of<Device>().changed.first());
    CHECK(decide(u"0.2"_s, u"desk"_s).nothingToDo);
    CHECK_FALSE(decide(u"0.3"_s, u"desk"_s).nothingToDo);
    CHECK(decide(u"0.3"_s, u"elsewhere"_s).nothingToDo);
}
