// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupcare.h"
#include "core/services/session.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QSysInfo>

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A workspace that a program of schema 1 has made, and Ann's session on it.
class OldPlace
{
public:
    OldPlace() : desk("UTC", 1)
    {
        desk.file.reset();
        REQUIRE(session.profile().become(workspace(), desk.ann));
    }

    WorkspaceId workspace() const
    {
        return WorkspaceId(RawSql(desk.path()).value("SELECT id FROM workspace").toLongLong());
    }
    void open() { REQUIRE(session.wait(session.open(desk.path(), Session::Read::Frame))); }
    /// Bob joins with a program of schema 1, which knows of no more.
    void bobJoins()
    {
        desk.open();
        const PersonId bob = desk.person(u"Bob"_s);
        desk.must(bob, [bob](Situation &in) { return join(in, {bob, u"pc"_s, u"0.1"_s}); });
        desk.file.reset();
    }
    QByteArray value(const QByteArray &sql) const { return RawSql(desk.path()).value(sql); }
    /// Of before a step.
    QList<Backup> backups()
    {
        QList<Backup> backups = session.wait(session.backups().list());
        backups.removeIf([](const Backup &backup) { return backup.reason != BackupReason::Migration; });
        return backups;
    }
    Result<Receipt> addTeamCalled(const QString &name)
    {
        Intent intent;
        intent.decide = [name](Situation &in) { return addTeam(in, {name, {}}); };
        return session.wait(session.submit(std::move(intent)));
    }

    QTemporaryDir profile;
    Desk desk;
    Session session{SessionOptions{profile.path(), kDay}};
};

} // namespace

TEST_CASE("where one works alone an older workspace is brought up to date at opening, after a copy",
          "[upgrading]")
{
    OldPlace place;

    place.open();
    REQUIRE(place.addTeamCalled(u"Ours"_s));

    CHECK(schemaOf(place.session.state()) == 2);
    CHECK_FALSE(place.session.upgradeNeeded().isNeeded());
    CHECK(place.value("PRAGMA user_version") == "2");
    const QList<Backup> backups = place.backups();
    REQUIRE(backups.size() == 1);
    for (const QString &copy : {backups[0].here, backups[0].beside}) {
        CHECK(RawSql(copy).value("PRAGMA user_version") == "1");
        CHECK(verifyFile(copy, {})->findings.isEmpty());
    }
    CHECK(place.session.wait(place.session.verify())->findings.isEmpty());
}

TEST_CASE("a visitor brings no workspace up to date", "[upgrading]")
{
    OldPlace place;
    REQUIRE(place.session.profile().become(place.workspace(), {}));

    place.open();
    CHECK(place.session.wait(place.session.loadStructure()));

    CHECK_FALSE(place.session.upgradeNeeded().isNeeded());
    CHECK(place.value("PRAGMA user_version") == "1");
}

TEST_CASE("where others have joined it is offered, with their names, and done when someone says so",
          "[upgrading]")
{
    OldPlace place;
    place.bobJoins();
    place.open();
    REQUIRE(place.addTeamCalled(u"Ours"_s));
    CHECK(place.value("PRAGMA user_version") == "1");

    const SchemaOffer offer = place.session.upgradeNeeded();
    CHECK(offer.version == 2);
    CHECK_FALSE(offer.isReadableAfter);
    CHECK(offer.leftBehind.contains(LeftBehind{u"Bob"_s, u"pc"_s, {}}));

    SECTION("it is taken")
    {
        const Result<Receipt> receipt = place.session.wait(place.session.upgrade());
        REQUIRE(receipt);
        CHECK(receipt->change.act == Act::Migrate);
        CHECK(place.value("PRAGMA user_version") == "2");
        CHECK(place.backups().size() == 1);
        CHECK_FALSE(place.session.upgradeNeeded().isNeeded());
        REQUIRE(place.session.wait(place.session.undo()));
        CHECK(place.session.state().of<Team>().isEmpty());
    }
    SECTION("a copy cannot be kept, so nothing is done")
    {
        // Damage that verification finds: what does not verify is not copied.
        REQUIRE(RawSql(place.desk.path()).run("UPDATE person SET name='Eve' WHERE name='Bob'"));
        const Result<Receipt> receipt = place.session.wait(place.session.upgrade());
        REQUIRE_FALSE(receipt);
        CHECK(receipt.error().code == Error::Code::WorkspaceUnsound);
        CHECK(place.value("PRAGMA user_version") == "1");
        CHECK(place.session.upgradeNeeded().isNeeded());
    }
}

TEST_CASE("the backup of before a step is restored, and the step can be taken again", "[upgrading]")
{
    OldPlace place;
    place.bobJoins();
    place.open();
    REQUIRE(place.session.wait(place.session.upgrade()));
    REQUIRE(place.addTeamCalled(u"Later"_s));
    const QList<Backup> backups = place.backups();
    REQUIRE(backups.size() == 1);

    REQUIRE(place.session.wait(place.session.backups().restore(backups[0])));
    REQUIRE(place.session.wait(place.session.loadStructure()));

    CHECK(place.value("PRAGMA user_version") == "1");
    CHECK(place.session.state().of<Team>().isEmpty());
    CHECK(place.session.upgradeNeeded().isNeeded());
    CHECK(place.session.wait(place.session.verify())->findings.isEmpty());
    REQUIRE(place.addTeamCalled(u"Anew"_s));
    REQUIRE(place.session.wait(place.session.upgrade()));
    CHECK(place.value("PRAGMA user_version") == "2");
    CHECK(place.session.wait(place.session.verify())->findings.isEmpty());
}

TEST_CASE("which program a machine uses is kept with its first write, once, and is no part of undo",
          "[upgrading]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"w.milepost"_s);
    Session session({folder.filePath(u"ann"_s), kDay});
    REQUIRE(session.wait(session.create(path, u"Org"_s, u"Ann"_s)));
    const auto program = [&path] { return RawSql(path).value("SELECT program FROM device"); };
    const auto entries = [&path](const QByteArray &act) {
        return RawSql(path).value("SELECT count(*) FROM journal WHERE act='" + act + '\'');
    };
    CHECK(program() == MILEPOST_VERSION);
    // As an older program of the same schema has left it.
    {
        Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(path);
        REQUIRE(file);
        REQUIRE((*file)->loadStructure());
        WorkspaceFile::Request request;
        request.writer = {(*file)->state().of<Person>().all().first()->id, kDay, kNoon};
        request.writeId = QByteArray(16, 'o');
        request.decide = [](Situation &in) {
            return updateDevice(in, {u"0.0"_s, QSysInfo::machineHostName()});
        };
        REQUIRE((*file)->write(request));
    }
    REQUIRE(program() == "0.0");
    REQUIRE(session.wait(session.open(path, Session::Read::Structure)));
    CHECK(entries("update_device") == "1");

    const auto add = [&session](const QString &name) {
        Intent intent;
        intent.decide = [name](Situation &in) { return addTeam(in, {name, {}}); };
        const QFuture<Result<Receipt>> written = session.submit(std::move(intent));
        REQUIRE(session.wait(written));
    };
    add(u"One"_s);
    add(u"Two"_s);

    CHECK(program() == MILEPOST_VERSION);
    CHECK(entries("update_device") == "2");
    REQUIRE(session.wait(session.undo()));
    CHECK(entries("undo") == "1");
    CHECK(session.state().of<Team>().size() == 1);
    REQUIRE(session.wait(session.redo()));
    CHECK(session.state().of<Team>().size() == 2);
    CHECK(session.wait(session.verify())->findings.isEmpty());
}
