// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/lookout.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

#include <QDir>

using namespace milepost;
using namespace milepost::tests;

namespace {

using Kind = Condition::Kind;

/// Ann's workspace, which she has open, and looks at.
class Watched : public Desk
{
public:
    Watched() { introduceAs(u"Ann"_s); }

    void introduceAs(const QString &name)
    {
        Peer self;
        self.person = name;
        file->introduce(self);
    }
    Kind kind() { return lookout.look().condition.kind; }
    Error::Code codeOfWriting()
    {
        const auto written = as(ann, [](Situation &in) { return addTeam(in, {u"T"_s, {}}); });
        REQUIRE_FALSE(written);
        return written.error().code;
    }
    QString aside() const { return path(u"aside"_s); }
    bool moveAway() const { return QFile::rename(path(), aside()); }
    bool putBack() const { return QFile::rename(aside(), path()); }

    Lookout lookout{*file};
};

/// Another program on the same file.
struct Another
{
    explicit Another(const QString &path, const QString &name)
    {
        Result<std::unique_ptr<WorkspaceFile>> opened = WorkspaceFile::open(path);
        REQUIRE(opened);
        file = *std::move(opened);
        REQUIRE(file->loadStructure());
        Peer self;
        self.person = name;
        file->introduce(self);
        REQUIRE(file->meet());
    }
    void add(const QString &team, PersonId person)
    {
        WorkspaceFile::Request request;
        request.writer = {person, kDay, kNoon};
        request.writeId = QByteArray(16, static_cast<char>(++writes));
        request.firstId = 5'000'000 + writes * 1000;
        request.decide = [team](Situation &in) { return addTeam(in, {team, {}}); };
        REQUIRE(file->write(request));
    }

    std::unique_ptr<WorkspaceFile> file;
    int writes = 0;
};

} // namespace

TEST_CASE("a look tells what others have committed, once, and who is there", "[lookout]")
{
    Watched watched;
    CHECK(watched.lookout.look().changes.isEmpty());
    {
        Another bob(watched.path(), u"Bob"_s);
        bob.add(u"Theirs"_s, watched.ann);

        const Lookout::Sight sight = watched.lookout.look();
        REQUIRE(sight.changes.size() == 1);
        CHECK(sight.changes[0].edits.of<Team>().changed.first().name == u"Theirs"_s);
        CHECK(watched.lookout.look().changes.isEmpty());
        CHECK(sight.condition.isWritable());
    }
    Lookout fresh(*watched.file);
    const Another bob(watched.path(), u"Bob"_s);
    const QList<Peer> peers = fresh.look().peers;
    REQUIRE(peers.size() == 2);
    CHECK(peers[0].isSelf);
    CHECK(peers[0].person == u"Ann"_s);
    CHECK(peers[1].person == u"Bob"_s);
}

TEST_CASE("a file that is taken away and put back is gone on with", "[lookout]")
{
    Watched watched;
    REQUIRE(watched.kind() == Kind::Writable);

    REQUIRE(watched.moveAway());
    CHECK(watched.kind() == Kind::Missing);
    CHECK(watched.codeOfWriting() == Error::Code::WorkspaceReplaced);
    CHECK(watched.kind() == Kind::Missing);
    CHECK(bytesOf(watched.aside()).size() > 0);

    SECTION("itself")
    {
        REQUIRE(watched.putBack());
    }
    SECTION("as a copy")
    {
        REQUIRE(QFile::copy(watched.aside(), watched.path()));
    }
    SECTION("as a copy that somebody has gone on with")
    {
        REQUIRE(QFile::copy(watched.aside(), watched.path()));
        Another(watched.path(), u"Bob"_s).add(u"Theirs"_s, watched.ann);
        CHECK(watched.lookout.look().changes.size() == 1);
    }
    CHECK(watched.kind() == Kind::Writable);
    watched.team(u"Ours"_s);
    CHECK(verify(watched.file->engine(), {})->findings.isEmpty());
}

TEST_CASE("what is another workspace, or an older state, is not gone on with", "[lookout]")
{
    Watched watched;
    const QByteArray before = bytesOf(watched.path());
    watched.team(u"Ours"_s);
    REQUIRE(watched.kind() == Kind::Writable);
    REQUIRE(watched.moveAway());
    const Desk other;
    const QByteArray bytes =
        QByteArrayList{before, bytesOf(other.path()), "no workspace", ""}.at(GENERATE(0, 1, 2, 3));
    writeBytes(watched.path(), bytes);

    CHECK(watched.kind() == Kind::Replaced);
    CHECK(watched.codeOfWriting() == Error::Code::WorkspaceReplaced);
    CHECK(bytesOf(watched.path()) == bytes);

    REQUIRE(QFile::remove(watched.path()));
    REQUIRE(watched.putBack());
    CHECK(watched.kind() == Kind::Writable);
    watched.team(u"Later"_s);
}

TEST_CASE("a workspace that was taken beyond this program is only read", "[lookout]")
{
    Watched watched;
    REQUIRE(RawSql(watched.path()).run("UPDATE workspace SET min_writer=99"));
    // As after an entry that says so.
    watched.open();
    Lookout lookout(*watched.file);

    const Condition condition = lookout.look().condition;
    CHECK(condition == Condition{Kind::Newer, {u"99"_s}});
    CHECK(condition.isReadable());
    CHECK(watched.codeOfWriting() == Error::Code::WorkspaceNewer);
}

TEST_CASE("in a place that is unfit for several writers nothing is written", "[lookout]")
{
    using Reason = Preflight::Reason;
    Watched watched;
    const auto move = [&watched](const Preflight &place) {
        watched.file.reset();
        watched.file = WorkspaceFile::open(watched.path(), place).value();
        REQUIRE(watched.file->loadStructure());
        return Lookout(*watched.file).look().condition;
    };

    CHECK(move({Fitness::Fit, Reason::Measured, u"vers=3.1.1"_s}).isWritable());
    CHECK(move({Fitness::Untried, Reason::KindUntried, u"ceph"_s}).isWritable());
    CHECK(move({Fitness::Synced, Reason::SyncMarker, u"Dropbox"_s}).isWritable());
    CHECK(move({Fitness::Unfit, Reason::LocksStayHere, u"nobrl"_s}) ==
          Condition{Kind::UnfitOption, {u"nobrl"_s}});
    CHECK(watched.codeOfWriting() == Error::Code::PlaceUnfit);
    CHECK(watched.file->catchUp());
    CHECK(move({Fitness::Unfit, Reason::KindWithoutLocks, u"fuse.sshfs"_s}) ==
          Condition{Kind::UnfitKind, {u"fuse.sshfs"_s}});

    REQUIRE(move({}).isWritable());
    const PersonId bob = watched.person(u"Bob"_s);
    watched.must(bob, [bob](Situation &in) { return join(in, {bob, u"laptop"_s}); });
    CHECK(move({Fitness::Synced, Reason::SyncMarker, u"Dropbox"_s}) ==
          Condition{Kind::Synced, {u"Dropbox"_s}});
    CHECK(watched.codeOfWriting() == Error::Code::PlaceUnfit);
}

TEST_CASE("a peer that does not see our locks stops the writing, and not the reading", "[lookout]")
{
    Watched watched;
    REQUIRE(watched.kind() == Kind::Writable);
    QFile peers(PeerFile::pathFor(watched.path()));
    REQUIRE(peers.open(QFile::ReadWrite));

    // Bob's beat goes on while nobody sees his lock, as on a share that keeps locks to each machine.
    for (const char *beat : {"1", "2", "3"}) {
        CHECK(watched.file->areLocksSeen());
        peers.seek(qint64{512} * (PeerFile::kSlots - 1));
        peers.write(R"({"id":"b","person":"Bob","beat":")");
        peers.write(beat);
        peers.write("\"}");
        peers.flush();
        REQUIRE(watched.file->meet());
    }

    CHECK(watched.lookout.look().condition == Condition{Kind::LocksUnseen, {u"Bob"_s}});
    CHECK(watched.codeOfWriting() == Error::Code::LocksUnseen);
    CHECK(watched.file->catchUp());
}

TEST_CASE("whose turn it is to write is told to who waits", "[lookout]")
{
    Watched watched;
    const Another bob(watched.path(), u"Bob"_s);
    REQUIRE(watched.file->meet());
    CHECK(Lookout::whoWrites(watched.path(), {}).isEmpty());

    REQUIRE(bob.file->engine().beginWrite());
    CHECK(Lookout::whoWrites(watched.path(), {}) == u"Bob"_s);
    bob.file->engine().rollback();
    CHECK(Lookout::whoWrites(watched.path(), {}).isEmpty());
    CHECK(Lookout::whoWrites(watched.path(u"none"_s), {}).isEmpty());
}
