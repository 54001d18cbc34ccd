// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/upgrading.h"
#include "core/services/lookout.h"
#include "core/storage/journal.h"
#include "core/storage/past.h"
#include "core/storage/rawtables.h"
#include "core/storage/verifier.h"
#include "tests/support/cells.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QElapsedTimer>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace milepost;
using namespace milepost::tests;

namespace {

const ThisProgram kProgram{u"0.9"_s, u"desk"_s};

Result<Draft> upgradeNow(Situation &in)
{
    return upgradeSchema(in, kProgram);
}

/// A workspace as a program of schema 1 has left it, with rows in every table.
class OldDesk : public Desk
{
public:
    OldDesk() : Desk("UTC", 1) { fillEveryTable(*this); }

    void upgrade() { must(ann, upgradeNow); }
    QByteArray value(const QByteArray &sql) const { return RawSql(path()).value(sql); }
};

QStringList findingsOf(const WorkspaceFile &file)
{
    const Result<Verification> verification = verify(file.engine(), {});
    REQUIRE(verification);
    QStringList texts;
    for (const Finding &finding : verification->findings)
        texts << finding.table + u' ' + QString::number(int(finding.kind));
    return texts;
}

/// The rows and journal of an old workspace, made once, as bytes of a file.
const QByteArray &oldBytes()
{
    static const QByteArray bytes = [] {
        OldDesk desk;
        desk.file.reset();
        return bytesOf(desk.path());
    }();
    return bytes;
}

/// All rows of a state, each as a line, but for those of the record types named.
template<class... Left>
QByteArrayList rowsOf(const WorkingSet &state)
{
    QByteArrayList rows;
    const auto add = [&rows]<class Record>(const Record &record) {
        rows << QByteArray(Record::type().table()) + ' ' + QByteArray::number(record.id.value()) + ' ' +
                    canonicalBytesOf(record).toHex();
    };
    forEachRecordType([&]<class Record>(const Record &) {
        if constexpr (!(std::is_same_v<Record, Left> || ...))
            for (const Record *record : state.of<Record>().all())
                add(*record);
    });
    for (const Series &series : state.series)
        for (const Measurement &measurement : series.points())
            add(measurement);
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// What tells two states of a file apart.
struct Told
{
    QByteArray version;
    QByteArray steps;
    QByteArray entries;
    QByteArray deviceColumns;
    QByteArray minimum;
    friend bool operator==(const Told &, const Told &) = default;
};

Told told(const QString &path)
{
    RawSql shell(path);
    return {shell.value("PRAGMA user_version"), shell.value("SELECT max(id) FROM migration"),
            shell.value("SELECT count(*) FROM journal"),
            shell.value("SELECT count(*) FROM pragma_table_info('device')"),
            shell.value("SELECT min_reader || ' ' || min_writer FROM workspace")};
}

WorkspaceFile::Request upgradeBy(PersonId person)
{
    WorkspaceFile::Request request;
    request.writer = {person, kDay, kNoon};
    request.writeId = QByteArray(16, 'u');
    request.decide = upgradeNow;
    return request;
}

/// In a process of its own: opens the file, says so, and takes the step.
[[noreturn]] void upgradeAndEnd(const QString &path, int ready)
{
    Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
    if (!file || !(*file)->loadStructure() || ::write(ready, "r", 1) != 1)
        ::_exit(1);
    const PersonId person = (*file)->state().of<Person>().all().first()->id;
    ::_exit((*file)->write(upgradeBy(person)) ? 0 : 1);
}

struct Ended
{
    qint64 microseconds = 0;
    int status = 0;
};

/// Lets a process upgrade the file, and kills it after a time.
Ended upgradeAndKill(const QString &path, std::optional<qint64> microseconds)
{
    std::array<int, 2> ready = {};
    REQUIRE(::pipe(ready.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0)
        upgradeAndEnd(path, ready[1]);
    ::close(ready[1]);
    char word = 0;
    REQUIRE(::read(ready[0], &word, 1) == 1);
    QElapsedTimer timer;
    timer.start();
    if (microseconds) {
        ::usleep(static_cast<useconds_t>(*microseconds));
        ::kill(child, SIGKILL);
    }
    Ended ended;
    REQUIRE(::waitpid(child, &ended.status, 0) == child);
    ended.microseconds = timer.nsecsElapsed() / 1000;
    ::close(ready[0]);
    return ended;
}

} // namespace

TEST_CASE("steps that leave a gap, ask for the future or let someone in again are not sound", "[upgrading]")
{
    using schemasteps::areSound;
    CHECK(areSound(std::array{SchemaStep{1, 1, 1}, SchemaStep{2, 1, 1}, SchemaStep{3, 1, 3}}));
    CHECK_FALSE(areSound(std::array<SchemaStep, 0>{}));
    CHECK_FALSE(areSound(std::array{SchemaStep{2, 1, 1}}));
    CHECK_FALSE(areSound(std::array{SchemaStep{1, 1, 1}, SchemaStep{3, 1, 1}}));
    CHECK_FALSE(areSound(std::array{SchemaStep{1, 1, 1}, SchemaStep{2, 1, 3}}));
    CHECK_FALSE(areSound(std::array{SchemaStep{1, 1, 1}, SchemaStep{2, 2, 1}}));
    CHECK_FALSE(areSound(std::array{SchemaStep{1, 1, 1}, SchemaStep{2, 2, 2}, SchemaStep{3, 1, 2}}));
    CHECK_FALSE(areSound(std::array{SchemaStep{1, 1, 1}, SchemaStep{2, 1, 2}, SchemaStep{3, 1, 1}}));
    CHECK_FALSE(areSound(std::array{SchemaStep{1, 0, 1}}));
}

TEST_CASE("a step with a new field lets in no program that does not know it, and old rows do without",
          "[upgrading]")
{
    forEachRecordType([]<class Record>(const Record &) {
        for (const auto &field : Record::type().fields()) {
            INFO(Record::type().table() << '.' << field.name);
            REQUIRE(field.since >= 1);
            REQUIRE(field.since <= schemasteps::kLatest);
            CHECK(schemasteps::to(field.since).minReader == field.since);
            CHECK((field.since == 1 || !field.needed));
        }
    });
}

TEST_CASE("a workspace of schema 1 is read and written as it is", "[upgrading]")
{
    OldDesk old;

    CHECK(findingsOf(*old.file).isEmpty());
    CHECK(told(old.path()) == Told{"1", "1", old.value("SELECT count(*) FROM journal"), "7", "1 1"});
    CHECK(old.state().of<Device>().size() == 2);
    for (const Device *device : old.state().of<Device>().all()) {
        CHECK(device->program.isEmpty());
        CHECK(device->schema == 0);
    }
    const WorkingSet before = old.state();
    old.open();
    CHECK(rowsOf(old.state()) == rowsOf(before));
    CHECK(rowsOf(*Past(old.file->engine()).stateAfter(before.seq)) == rowsOf(before));
}

TEST_CASE("an upgraded workspace has the same schema and header as a fresh one", "[upgrading]")
{
    OldDesk old;
    const Desk fresh;

    old.upgrade();

    CHECK(*schema::partsOf(old.file->engine()) == *schema::partsOf(fresh.file->engine()));
    const auto headerOf = [](const Desk &desk) {
        const schema::Header header = schema::readHeader(desk.file->engine()).value();
        return std::pair(header.applicationId, header.version);
    };
    CHECK(headerOf(old) == headerOf(fresh));
    CHECK(old.value("SELECT min_reader || min_writer FROM workspace") ==
          RawSql(fresh.path()).value("SELECT min_reader || min_writer FROM workspace"));
    CHECK(old.state().of<Migration>().size() == fresh.state().of<Migration>().size());
}

TEST_CASE("an upgrade is one entry that changes what it is about, and leaves every other row and hash",
          "[upgrading]")
{
    OldDesk old;
    const WorkingSet before = old.state();
    const QByteArray hashes = old.value("SELECT group_concat(hex(hash)) FROM journal");

    old.upgrade();

    CHECK(findingsOf(*old.file).isEmpty());
    const WorkingSet after = old.state();
    CHECK(after.seq == before.seq + 1);
    const JournalEntry entry = JournalReader(old.file->engine()).entry(after.seq)->value();
    CHECK(entry.act == "migrate");
    CHECK(entry.details == R"({"schema":2,"subject":")" + after.workspace().id.toString().toLatin1() + "\"}");
    CHECK(unpackTouched(entry.touched)->size() == 3);
    CHECK(old.value("SELECT group_concat(hex(hash)) FROM journal").startsWith(hashes));
    CHECK(after.workspace().minReader == 2);
    CHECK(after.workspace().minWriter == 2);
    const Device *desk = deviceOf(after, old.ann, u"desk"_s);
    REQUIRE(desk);
    CHECK(desk->program == u"0.9"_s);
    CHECK(desk->schema == schemasteps::kLatest);
    old.open();
    CHECK(rowsOf(old.state()) == rowsOf(after));
    CHECK(rowsOf<Workspace, Migration, Device>(after) == rowsOf<Workspace, Migration, Device>(before));
    CHECK(rowsOf(*Past(old.file->engine()).stateAfter(before.seq)) == rowsOf(before));
}

TEST_CASE("an upgraded workspace is gone on with, and acts from before it are still taken back",
          "[upgrading]")
{
    OldDesk old;
    const TeamId team = old.team(u"Late"_s);

    old.upgrade();

    CHECK(old.undo(old.ann));
    CHECK_FALSE(old.state().find(team));
    CHECK(old.redo(old.ann));
    CHECK(old.state().find(team));
    old.team(u"Later"_s);
    CHECK(findingsOf(*old.file).isEmpty());
}

TEST_CASE("a step is taken once, whoever asks", "[upgrading]")
{
    OldDesk old;
    old.upgrade();
    const Told after = told(old.path());

    const auto again = old.as(old.ann, upgradeNow);

    REQUIRE(again);
    CHECK(again->change.seq == 0);
    CHECK(told(old.path()) == after);
    CHECK(old.refused({}, upgradeNow).code == Error::Code::VisitorWrites);
}

TEST_CASE("who has the workspace open follows a step that another program takes", "[upgrading]")
{
    OldDesk old;
    Result<std::unique_ptr<WorkspaceFile>> other = WorkspaceFile::open(old.path());
    REQUIRE(other);
    REQUIRE((*other)->loadStructure());
    REQUIRE((*other)->write(upgradeBy(old.ann)));

    old.must(old.ann, [](Situation &in) { return updateDevice(in, {u"1.0"_s, u"desk"_s}); });

    CHECK(old.file->engine().schemaVersion() == 2);
    CHECK(old.value("SELECT program || schema FROM device WHERE name='desk'") == "1.02");
    CHECK(findingsOf(*old.file).isEmpty());
}

TEST_CASE("an upgrade that fails in the middle leaves the file as it was, and to be written", "[upgrading]")
{
    OldDesk old;
    // The second of the two columns is there already: another tool's doing.
    REQUIRE(RawSql(old.path()).run("ALTER TABLE device ADD COLUMN schema INTEGER"));
    const Told before = told(old.path());

    CHECK(old.refused(old.ann, upgradeNow).code == Error::Code::StorageFailed);

    CHECK(told(old.path()) == before);
    CHECK(old.file->engine().schemaVersion() == 1);
    old.must(old.ann, [&](Situation &in) { return join(in, {in.asker, u"laptop"_s, u"0.9"_s}); });
    CHECK(findingsOf(*old.file) == QStringList{u"device "_s + QString::number(int(Finding::Kind::Schema))});
}

TEST_CASE("an upgrade that is killed at any point leaves the old file or the new one", "[upgrading]")
{
    constexpr int kKills = 40;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"w.milepost"_s);
    const auto put = [&path] {
        QFile::remove(path + u"-journal"_s);
        writeBytes(path, oldBytes());
    };
    put();
    const Told before = told(path);
    const Ended whole = upgradeAndKill(path, std::nullopt);
    REQUIRE(WIFEXITED(whole.status));
    REQUIRE(WEXITSTATUS(whole.status) == 0);
    const Told after = told(path);
    REQUIRE(after.version == "2");
    std::mt19937 random(20261123);
    int killed = 0;

    for (int attempt = 0; attempt < kKills; ++attempt) {
        put();
        // Spread over the whole of it, and somewhat beyond.
        const qint64 time = whole.microseconds * (attempt + qint64(random() % 2)) / (kKills * 9 / 10);
        INFO(attempt << ": after " << time << " us of " << whole.microseconds);
        killed += WIFSIGNALED(upgradeAndKill(path, time).status) ? 1 : 0;

        const Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
        REQUIRE(file);
        REQUIRE((*file)->loadStructure());
        CHECK(findingsOf(**file).isEmpty());
        const Told found = told(path);
        CHECK((found == before || found == after));
        CHECK((*file)->write(upgradeBy((*file)->state().of<Person>().all().first()->id)));
        CHECK(told(path) == after);
    }
    CHECK(killed > kKills / 4);
}

TEST_CASE("rows that tell of a step are put back into a workspace that has taken it, and no other",
          "[upgrading]")
{
    OldDesk old;
    const bool isUpgraded = GENERATE(false, true);
    if (isUpgraded)
        old.upgrade();
    QList<RawRow> rows;
    REQUIRE(rawtables::readAll(old.file->engine(), [&rows](const RawRow &row) {
        rows.append(row);
        return true;
    }));
    qsizetype next = 0;
    const auto give = [&]() -> Result<std::optional<RawRow>> {
        return next < rows.size() ? std::optional(rows[next++]) : std::nullopt;
    };

    REQUIRE(rawtables::restore(old.path(u"again.milepost"_s), give));

    CHECK(told(old.path(u"again.milepost"_s)) == told(old.path()));
    CHECK(verifyFile(old.path(u"again.milepost"_s), {})->findings.isEmpty());
    RawRow unknown{"migration", {{"id", qint64{schemasteps::kLatest + 1}}}};
    for (auto row = rows.begin(); row != rows.end(); ++row)
        if (row->table == "team") {
            rows.insert(row, unknown);
            break;
        }
    next = 0;
    const Done refused = rawtables::restore(old.path(u"later.milepost"_s), give);
    REQUIRE_FALSE(refused);
    CHECK((refused.error().code == Error::Code::WorkspaceNewer) == isUpgraded);
}

// --- A step that this program does not know ---------------------------------------------------------------

namespace {

/// A workspace that a program to come has taken to the schema after this program's.
class LaterDesk : public Desk
{
public:
    static constexpr int kLater = schemasteps::kLatest + 1;

    void takeLaterStep(int minReader, int minWriter)
    {
        must(ann, [=](Situation &in) {
            Draft draft;
            draft.act = Act::Migrate;
            Workspace workspace = in.state.workspace();
            workspace.minReader = minReader;
            workspace.minWriter = minWriter;
            draft.edits.change(workspace);
            Migration step;
            step.id = MigrationId(kLater);
            step.at = kNoon;
            step.program = u"9"_s;
            draft.edits.add(step);
            return draft;
        });
        REQUIRE(RawSql(path()).run("PRAGMA user_version=" + QByteArray::number(kLater) +
                                   "; CREATE INDEX person_by_name ON person (name)"));
    }
    Error::Code codeOfWriting()
    {
        return refused(ann, [](Situation &in) { return addTeam(in, {u"T"_s, {}}); }).code;
    }
};

} // namespace

TEST_CASE("a later step that lets older programs read and write is no obstacle and no damage", "[upgrading]")
{
    LaterDesk later;

    later.takeLaterStep(schemasteps::kLatest, schemasteps::kLatest);

    later.team(u"Ours"_s);
    later.open();
    CHECK(findingsOf(*later.file).isEmpty());
    CHECK(schemaOffer(later.state(), later.ann, u"desk"_s, {}) == SchemaOffer{});
}

TEST_CASE("a later step that lets older programs only read is honoured, and is no damage", "[upgrading]")
{
    LaterDesk later;
    later.team(u"Ours"_s);

    later.takeLaterStep(schemasteps::kLatest, LaterDesk::kLater);

    CHECK(later.codeOfWriting() == Error::Code::WorkspaceNewer);
    later.open();
    CHECK(later.codeOfWriting() == Error::Code::WorkspaceNewer);
    CHECK(Lookout(*later.file).look().condition.kind == Condition::Kind::Newer);
    CHECK(later.state().of<Team>().size() == 1);
    CHECK(findingsOf(*later.file).isEmpty());
}

TEST_CASE("a later step that keeps older programs out is honoured at opening, in the middle and by verify",
          "[upgrading]")
{
    LaterDesk later;
    later.takeLaterStep(LaterDesk::kLater, LaterDesk::kLater);
    const Error newer{Error::Code::WorkspaceNewer, {later.path(), QString::number(LaterDesk::kLater)}};

    CHECK(later.codeOfWriting() == Error::Code::WorkspaceNewer);
    CHECK(later.file->catchUp().error() == newer);
    Lookout lookout(*later.file);
    for (int i = 0; i < 3; ++i)
        CHECK(lookout.look().condition == Condition{Condition::Kind::Newer, {newer.values[1]}});
    CHECK(WorkspaceFile::open(later.path()).error() == newer);
    CHECK(verifyFile(later.path(), {}).error() == newer);
    CHECK(verify(later.file->engine(), {}).error() == newer);
}

TEST_CASE("a schema version that was set back is damage", "[upgrading]")
{
    const Desk desk;
    REQUIRE(RawSql(desk.path()).run("PRAGMA user_version=1"));

    CHECK(WorkspaceFile::open(desk.path()).error().code == Error::Code::WorkspaceDamaged);
}
