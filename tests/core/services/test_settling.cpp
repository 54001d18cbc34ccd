// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/resending.h"
#include "core/services/outgoing.h"
#include "core/services/session.h"
#include "core/storage/outbox.h"
#include "core/storage/workspacefile.h"
#include "tests/support/workspaces.h"

#include <QDir>

using namespace milepost;
using namespace milepost::tests;

namespace {

/// A workspace, and a profile in which a process may have left something behind.
class Place
{
public:
    Place()
    {
        REQUIRE(session.wait(session.create(path, u"Org"_s, u"Ann"_s)));
        open();
        outbox = folder.filePath(u"ann/outbox/"_s) + session.state().workspace().id.toString();
    }

    void open()
    {
        session.close();
        REQUIRE(session.wait(session.open(path, Session::Read::Everything)));
    }
    Result<Receipt> submit(const Decide &decide, const QByteArray &writeId = {})
    {
        Intent intent;
        intent.decide = decide;
        intent.writeId = writeId;
        return session.wait(session.submit(std::move(intent)));
    }
    /// What a process keeps of a write before it sends it.
    KeptWrite keptOf(const Decide &decide, const QByteArray &writeId, PersonId person = {}) const
    {
        Situation in{session.state(), session.me(), kDay, kNoon, IdSource::startingAt(900'000)};
        const Result<Draft> draft = decide(in);
        REQUIRE(draft);
        KeptWrite write = milepost::keptOf(*draft, session.state());
        write.writeId = writeId;
        write.person = person.isValid() ? person : session.me();
        write.at = kNoon;
        return write;
    }
    /// What a process leaves behind that is killed before it knows.
    void leave(const Decide &decide, const QByteArray &writeId, PersonId person = {}) const
    {
        leave(keptOf(decide, writeId, person));
    }
    void leave(const KeptWrite &write) const
    {
        const Result<std::unique_ptr<Outbox>> process = Outbox::make(outbox);
        REQUIRE(process);
        REQUIRE((*process)->put(write));
    }
    /// Opens anew, and answers what is then known.
    QList<Settlement> settle()
    {
        QList<Settlement> all;
        const auto noted =
            QObject::connect(&session, &Session::settled, &session,
                             [&all](const QList<Settlement> &settlements) { all.append(settlements); });
        open();
        REQUIRE(session.wait(session.loadStructure()));
        QObject::disconnect(noted);
        return all;
    }
    qsizetype boards() const { return session.state().of<Board>().size(); }
    QStringList kept() const { return QDir(outbox).entryList(QDir::Files); }

    static Decide addsBoard(const QString &name)
    {
        return [name](Situation &in) { return addBoard(in, {name, Visibility::Public, {}}); };
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"w.milepost"_s);
    Session session{{folder.filePath(u"ann"_s), kDay}};
    QString outbox;
};

const QByteArray kId(16, 'k');

} // namespace

TEST_CASE("a write that a killed process had kept is sent at the next start, once", "[settling]")
{
    Place place;
    place.leave(Place::addsBoard(u"New"_s), kId);
    const QList<Settlement> settled = place.settle();

    REQUIRE(settled.size() == 1);
    CHECK(settled[0].outcome == Settlement::Outcome::Written);
    CHECK(settled[0].about == u"New"_s);
    CHECK(settled[0].write.act == Act::AddBoard);
    CHECK(place.boards() == 1);
    const qint64 seq = place.session.state().seq;
    CHECK(place.settle().isEmpty());
    CHECK(place.session.state().seq == seq);
    CHECK(place.kept().isEmpty());
}

TEST_CASE("a write that had come through before its process was killed is not sent again", "[settling]")
{
    Place place;
    place.leave(Place::addsBoard(u"New"_s), kId);
    REQUIRE(place.submit(Place::addsBoard(u"New"_s), kId));
    const qint64 seq = place.session.state().seq;
    const QList<Settlement> settled = place.settle();

    REQUIRE(settled.size() == 1);
    CHECK(settled[0].outcome == Settlement::Outcome::Written);
    CHECK(place.session.state().seq == seq);
    CHECK(place.boards() == 1);
}

TEST_CASE("a kept write that no longer fits is dropped, and said so", "[settling]")
{
    Place place;
    place.leave(Place::addsBoard(u"New"_s), kId);
    REQUIRE(place.submit(Place::addsBoard(u"New"_s)));
    KeptWrite undoing;
    undoing.writeId = QByteArray(16, 'u');
    undoing.person = place.session.me();
    undoing.act = Act::Undo;
    place.leave(undoing);
    place.leave(Place::addsBoard(u"Foreign"_s), QByteArray(16, 'f'), PersonId(1));
    const QList<Settlement> settled = place.settle();

    REQUIRE(settled.size() == 3);
    for (const Settlement &settlement : settled)
        CHECK(settlement.outcome == Settlement::Outcome::Dropped);
    CHECK(place.boards() == 1);
    CHECK(place.kept().isEmpty());
    CHECK(place.settle().isEmpty());
}

TEST_CASE("what cannot be told while the file is locked stays until it can", "[settling]")
{
    Place place;
    place.leave(Place::addsBoard(u"New"_s), kId);
    QFile::setPermissions(place.path, QFile::ReadOwner);
    const bool isBarred = !QFileInfo(place.path).isWritable(); // not for root
    if (isBarred) {
        CHECK(place.settle().isEmpty());
        CHECK(place.kept().size() == 1);
    }
    QFile::setPermissions(place.path, QFile::ReadOwner | QFile::WriteOwner);
    CHECK(place.settle().size() == 1);
    CHECK(place.boards() == 1);
}

TEST_CASE("the window and a command under one profile leave each other's writes alone", "[settling]")
{
    Place place;
    const Result<std::unique_ptr<Outbox>> command = Outbox::make(place.outbox);
    REQUIRE(command);
    KeptWrite write;
    write.writeId = kId;
    write.person = place.session.me();
    REQUIRE((*command)->put(write));
    CHECK(place.settle().isEmpty());
    REQUIRE(place.submit(Place::addsBoard(u"Mine"_s)));
    CHECK((*command)->unsettled().size() == 1);
    CHECK(place.kept().size() == 2);
    place.session.close();
    REQUIRE(place.session.wait(place.session.open(place.path, Session::Read::Frame)));
    CHECK(place.kept().size() == 1); // the window's is gone with it: all is known
}

TEST_CASE("of a write in doubt it is learnt later what became of it", "[settling]")
{
    Place place;
    Outgoing outgoing(place.folder.filePath(u"doubt"_s));
    const QByteArray there(16, 't');
    const QByteArray lost(16, 'l');
    const QByteArray onItsWay(16, 'w');
    for (const QByteArray &writeId : {there, lost, onItsWay})
        REQUIRE(outgoing.keep(place.keptOf(Place::addsBoard(u"There"_s), writeId)));
    REQUIRE(place.submit(Place::addsBoard(u"There"_s), there));
    const PersonId me = place.session.me();
    place.session.close();
    const Result<std::unique_ptr<WorkspaceFile>> file = WorkspaceFile::open(place.path);
    REQUIRE(file);

    outgoing.doubt(there);
    outgoing.doubt(lost);
    CHECK(outgoing.hasMore());
    QByteArrayList sent;
    const auto fails = [&](const KeptWrite &write) {
        sent.append(write.writeId);
        return Done(Error{Error::Code::WriteUnknown, {place.path}});
    };
    const QList<Settlement> first = outgoing.settle(**file, me, fails);
    REQUIRE(first.size() == 1);
    CHECK(first[0].write.writeId == there);
    CHECK(first[0].outcome == Settlement::Outcome::Written);
    CHECK(sent == QByteArrayList{lost});
    CHECK(outgoing.hasMore());

    const auto works = [](const KeptWrite &) { return Done(); };
    const QList<Settlement> second = outgoing.settle(**file, me, works);
    REQUIRE(second.size() == 1);
    CHECK(second[0].write.writeId == lost);
    CHECK_FALSE(outgoing.hasMore());
    CHECK(outgoing.settle(**file, me, works).isEmpty());
}

TEST_CASE("the same write, submitted one to five times, stands there once", "[settling]")
{
    Place place;
    for (int times = 1; times <= 5; ++times) {
        const qint64 before = place.session.state().seq;
        for (int i = 0; i < times; ++i)
            REQUIRE(
                place.submit(Place::addsBoard(QString::number(times)), QByteArray(16, char('0' + times))));
        CHECK(place.session.state().seq == before + 1);
        CHECK(place.boards() == times);
    }
}

TEST_CASE("without a place to keep it nothing is written", "[settling]")
{
    Place place;
    place.session.close();
    QDir(place.folder.filePath(u"ann/outbox"_s)).removeRecursively();
    writeBytes(place.folder.filePath(u"ann/outbox"_s), "in the way");
    place.open();
    const Result<Receipt> receipt = place.submit(Place::addsBoard(u"New"_s));
    REQUIRE_FALSE(receipt);
    CHECK(receipt.error().code == Error::Code::FileUnwritable);
    CHECK(receipt.error().values.value(0).startsWith(place.folder.filePath(u"ann/outbox"_s)));
    CHECK(place.boards() == 0);
}
