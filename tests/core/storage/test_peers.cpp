// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/canary.h"
#include "core/storage/locks/peerfile.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace milepost;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Outcome = ByteLocks::Outcome;

/// A workspace's name in a folder of its own; what it holds does not matter here.
struct Beside
{
    Beside()
    {
        QFile file(path());
        REQUIRE(file.open(QFile::WriteOnly));
        REQUIRE(
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteGroup));
    }
    QString path() const { return folder.filePath(u"team.milepost"_s); }

    QTemporaryDir folder;
};

Peer peer(const QString &id, const QString &person = {})
{
    Peer self;
    self.id = id;
    self.person = person;
    self.machine = u"desk"_s;
    self.program = u"0.1.0"_s;
    self.schema = 1;
    self.at = 1'760'000'000'000;
    return self;
}

QStringList ids(PeerFile &file)
{
    const std::optional<QList<Peer>> peers = file.peers();
    REQUIRE(peers);
    QStringList ids;
    for (const Peer &one : *peers)
        ids.append(one.id);
    ids.sort();
    return ids;
}

} // namespace

TEST_CASE("those who have a workspace open know of each other, and of who has gone", "[peers]")
{
    const Beside beside;
    PeerFile ann;
    REQUIRE(ann.open(beside.path()));
    Peer self = peer(u"a"_s, u"Ann"_s);
    REQUIRE(ann.announce(self));
    {
        PeerFile bob;
        REQUIRE(bob.open(beside.path()));
        REQUIRE(bob.announce(peer(u"b"_s, u"Bob — 株式会社"_s)));
        CHECK(ids(ann) == QStringList{u"a"_s, u"b"_s});
        const QList<Peer> seen = *bob.peers();
        const Peer &first = seen.at(seen[0].id == u"a"_s ? 0 : 1);
        self.slot = first.slot;
        self.isLocked = true;
        CHECK(first == self);
        CHECK(seen.at(seen[0].id == u"b"_s ? 0 : 1).isSelf);
        CHECK(bob.isMine());
        bob.leave();
        CHECK(ids(ann) == QStringList{u"a"_s});
        REQUIRE(bob.announce(peer(u"b"_s)));
        CHECK(ids(ann) == QStringList{u"a"_s, u"b"_s});
    }
    CHECK(ids(ann) == QStringList{u"a"_s});
}

TEST_CASE("of a program that was killed the words stay, and its lock does not", "[peers]")
{
    const Beside beside;
    PeerFile ann;
    REQUIRE(ann.open(beside.path()));
    REQUIRE(ann.announce(peer(u"a"_s)));
    const pid_t child = ::fork();
    if (child == 0) {
        PeerFile bob;
        const bool isThere = bob.open(beside.path()) && bob.announce(peer(u"b"_s));
        ::kill(::getpid(), isThere ? SIGKILL : SIGTERM);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WTERMSIG(status) == SIGKILL);

    const QList<Peer> seen = ann.peers().value();
    REQUIRE(seen.size() == 2);
    CHECK_FALSE(seen.at(seen[0].id == u"b"_s ? 0 : 1).isLocked);
    CHECK(seen.at(seen[0].id == u"a"_s ? 0 : 1).isLocked);
}

TEST_CASE("the file of the peers has the rights of its workspace", "[peers]")
{
    const Beside beside;
    PeerFile file;
    REQUIRE(file.open(beside.path()));

    struct stat there = {};
    REQUIRE(::stat(QFile::encodeName(PeerFile::pathFor(beside.path())).constData(), &there) == 0);
    CHECK((there.st_mode & 0777) == 0660);
    CHECK_FALSE(PeerFile().open(beside.path() + u".none"_s));
}

TEST_CASE("what anyone may have written into the file of the peers harms nobody", "[peers]")
{
    const Beside beside;
    QFile file(PeerFile::pathFor(beside.path()));
    REQUIRE(file.open(QFile::WriteOnly));
    QByteArray text = R"({"id":"x","person":["no"],"schema":"1e99","beat":-5})";
    text.append(512 - text.size(), ' ');
    file.write(text + QByteArray(1000, '\xff') + "{\"id\":" + QByteArray(5000, '[') +
               QByteArray(200'000, '\0'));
    file.close();
    PeerFile peers;
    REQUIRE(peers.open(beside.path()));

    CHECK(ids(peers) == QStringList{u"x"_s});
    REQUIRE(peers.announce(peer(u"a"_s, QString(5000, u'W'))));
    CHECK(ids(peers) == QStringList{u"a"_s, u"x"_s});
}

TEST_CASE("slots are taken once each, and when all are taken one does without", "[peers]")
{
    const Beside beside;
    std::vector<std::unique_ptr<PeerFile>> files;
    QSet<int> places;
    for (int i = 0; i < PeerFile::kSlots; ++i) {
        files.push_back(std::make_unique<PeerFile>());
        REQUIRE(files.back()->open(beside.path()));
        REQUIRE(files.back()->announce(peer(QString::number(i))));
        const QList<Peer> seen = files.back()->peers().value();
        for (const Peer &one : seen)
            if (one.isSelf)
                places.insert(one.slot);
    }
    CHECK(places.size() == PeerFile::kSlots);

    PeerFile late;
    REQUIRE(late.open(beside.path()));
    CHECK_FALSE(late.announce(peer(u"late"_s)));
    CHECK(late.takeTurn(0ms) == Outcome::Taken);
}

TEST_CASE("turns to write are taken one after the other, and waited for with patience", "[peers]")
{
    const Beside beside;
    PeerFile ann;
    PeerFile bob;
    REQUIRE(ann.open(beside.path()));
    REQUIRE(bob.open(beside.path()));

    REQUIRE(ann.announce(peer(u"a"_s, u"Ann"_s)));
    REQUIRE(bob.announce(peer(u"b"_s, u"Bob"_s)));
    const auto writing = [](PeerFile &file) {
        QStringList names;
        const QList<Peer> seen = file.peers().value();
        for (const Peer &one : seen)
            if (one.isWriting)
                names.append(one.person);
        return names;
    };

    CHECK(writing(bob).isEmpty());
    REQUIRE(ann.takeTurn(0ms) == Outcome::Taken);
    CHECK(bob.takeTurn(20ms) == Outcome::Busy);
    CHECK(writing(bob) == QStringList{u"Ann"_s});
    CHECK(writing(ann) == QStringList{u"Ann"_s});
    std::thread ending([&ann] {
        std::this_thread::sleep_for(50ms);
        ann.endTurn();
    });
    CHECK(bob.takeTurn(20s) == Outcome::Taken);
    ending.join();
    CHECK(writing(ann) == QStringList{u"Bob"_s});
    bob.endTurn();
    CHECK(writing(ann).isEmpty());
    CHECK(PeerFile().takeTurn(0ms) == Outcome::Failed);
}

TEST_CASE("whoever asks first has the first turn", "[peers]")
{
    const Beside beside;
    constexpr int kCount = 12;
    std::vector<std::unique_ptr<PeerFile>> files;
    for (int i = 0; i < kCount + 1; ++i) {
        files.push_back(std::make_unique<PeerFile>());
        REQUIRE(files.back()->open(beside.path()));
    }
    REQUIRE(files[kCount]->takeTurn(0ms) == Outcome::Taken);
    std::vector<int> order;
    std::vector<std::thread> threads;
    for (int i = 0; i < kCount; ++i) {
        threads.emplace_back([&, i] {
            if (files[size_t(i)]->takeTurn(20s) != Outcome::Taken)
                return;
            order.push_back(i); // under the turn
            files[size_t(i)]->endTurn();
        });
        std::this_thread::sleep_for(20ms);
    }
    files[kCount]->endTurn();
    for (std::thread &thread : threads)
        thread.join();

    CHECK(order.size() == kCount);
    CHECK(std::is_sorted(order.begin(), order.end()));
}

TEST_CASE("a peer whose beat goes on and whose lock is not seen raises the alarm", "[canary]")
{
    Canary canary;
    Peer other = peer(u"b"_s, u"Bob"_s);
    const auto look = [&](bool isLocked) {
        ++other.beat;
        other.isLocked = isLocked;
        return canary.look({other}, true);
    };

    SECTION("after two beats")
    {
        CHECK_FALSE(look(true));
        CHECK_FALSE(look(false));
        CHECK(look(false));
        CHECK(canary.unseen() == u"Bob"_s);
        CHECK(look(true)); // and for good
    }
    SECTION("not by one that ends in order, or was killed")
    {
        CHECK_FALSE(look(true));
        CHECK_FALSE(look(false));
        CHECK_FALSE(canary.look({other}, true));
        CHECK_FALSE(canary.look({other}, true));
        CHECK_FALSE(canary.look({}, true));
    }
    SECTION("not by one that is seen again")
    {
        CHECK_FALSE(look(true));
        for (int i = 0; i < 5; ++i) {
            CHECK_FALSE(look(false));
            CHECK_FALSE(look(true));
        }
    }
    SECTION("not by itself, and not by what stands there from earlier")
    {
        other.isSelf = true;
        for (int i = 0; i < 5; ++i)
            CHECK_FALSE(look(false));
    }
    SECTION("at once where another has taken one's own place")
    {
        CHECK(canary.look({}, false));
        CHECK(canary.unseen().isEmpty());
    }
}
