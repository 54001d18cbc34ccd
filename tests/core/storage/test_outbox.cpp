// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/resending.h"
#include "core/storage/keptbytes.h"
#include "core/storage/outbox.h"
#include "tests/support/workspaces.h"

#include <QDir>

using namespace milepost;
using namespace milepost::tests;

namespace {

using Outcome = Outbox::Outcome;

KeptWrite writeOf(int number, qsizetype size = 10)
{
    KeptWrite write;
    write.writeId = QByteArray::number(number).rightJustified(16, '0');
    write.person = PersonId(7);
    write.at = kNoon;
    write.act = Act::AddBoard;
    write.values = {{u"subject"_s, u"12"_s}};
    write.isWhole = true;
    Board board;
    board.id = BoardId(12);
    board.name = QString(size, u'n');
    write.edits.add(board);
    return write;
}

/// A folder for the outboxes of processes, of which this test is all.
struct OutboxFolder
{
    std::unique_ptr<Outbox> make() const
    {
        Result<std::unique_ptr<Outbox>> made = Outbox::make(path());
        REQUIRE(made);
        return *std::move(made);
    }
    /// What the next process finds of those that are gone.
    QList<QByteArray> leftBehind() const
    {
        QList<QByteArray> ids;
        const std::vector<std::unique_ptr<Outbox>> found = Outbox::takeOver(path());
        for (const std::unique_ptr<Outbox> &outbox : found)
            for (const KeptWrite &write : outbox->unsettled())
                ids.append(write.writeId);
        return ids;
    }
    QStringList files() const { return QDir(path()).entryList(QDir::Files); }
    QString path() const { return folder.filePath(u"outbox"_s); }

    QTemporaryDir folder;
};

} // namespace

TEST_CASE("a kept write reads back as it was meant", "[outbox]")
{
    Desk desk;
    const BoardId board = desk.board(desk.ann, u"Sales"_s);
    Situation in{desk.state(), desk.ann, kDay, kNoon, IdSource::startingAt(50)};
    const Result<Draft> deleting = deleteThing(in, desk.named(board));
    REQUIRE(deleting);
    KeptWrite write = keptOf(*deleting, desk.state());
    write.writeId = QByteArray(16, 'w');
    write.person = desk.ann;
    write.at = kNoon;
    const std::optional<KeptWrite> back = keptbytes::read(keptbytes::from(write));

    REQUIRE(back);
    CHECK(back->writeId == write.writeId);
    CHECK(back->person == desk.ann);
    CHECK(back->at == kNoon);
    CHECK(back->act == Act::Delete);
    CHECK(back->values == write.values);
    CHECK(back->isWhole);
    CHECK(back->removals == write.removals);
    CHECK(back->removals.size() == write.edits.count());
    CHECK(back->edits.of<Board>().removed == QList<BoardId>{board});
}

TEST_CASE("what is no kept write is none, and of one that a newer program kept the id is known", "[outbox]")
{
    const QByteArray whole = keptbytes::from(writeOf(1));
    CHECK_FALSE(keptbytes::read({}));
    CHECK_FALSE(keptbytes::read("garbage"));
    for (qsizetype size = 0; size < whole.size(); ++size)
        CHECK_FALSE(keptbytes::read(whole.left(size)));
    QByteArray newer = whole;
    newer.replace("add_board", "add_koard");
    const std::optional<KeptWrite> read = keptbytes::read(newer);
    REQUIRE(read);
    CHECK(read->writeId == writeOf(1).writeId);
    CHECK_FALSE(read->isWhole);
    CHECK(read->edits.isEmpty());
}

TEST_CASE("what a process had on its way when it ended is found by the next, and nothing else", "[outbox]")
{
    const OutboxFolder profile;
    {
        const std::unique_ptr<Outbox> outbox = profile.make();
        REQUIRE(outbox->put(writeOf(1)));
        REQUIRE(outbox->put(writeOf(2)));
        REQUIRE(outbox->put(writeOf(3)));
        REQUIRE(outbox->settle(writeOf(1).writeId, Outcome::Known));
        REQUIRE(outbox->settle(writeOf(3).writeId, Outcome::Withdrawn));
    }
    CHECK(profile.leftBehind() == QList{writeOf(2).writeId});
    CHECK(profile.leftBehind() == QList{writeOf(2).writeId}); // nobody has settled it yet
    {
        std::vector<std::unique_ptr<Outbox>> found = Outbox::takeOver(profile.path());
        REQUIRE(found.size() == 1);
        CHECK(found[0]->unsettled()[0].edits.of<Board>().added == writeOf(2).edits.of<Board>().added);
        REQUIRE(found[0]->settle(writeOf(2).writeId, Outcome::Known));
    }
    CHECK(profile.leftBehind().isEmpty());
    CHECK(profile.files().isEmpty());
}

TEST_CASE("nobody takes over what a living process has on its way", "[outbox]")
{
    const OutboxFolder profile;
    const std::unique_ptr<Outbox> window = profile.make();
    REQUIRE(window->put(writeOf(1)));
    const std::unique_ptr<Outbox> command = profile.make();
    REQUIRE(command->put(writeOf(2)));
    CHECK(profile.leftBehind().isEmpty());
    CHECK(profile.files().size() == 2);
    CHECK(window->unsettled().size() == 1);
    REQUIRE(window->settle(writeOf(1).writeId, Outcome::Known));
    REQUIRE(window->put(writeOf(3)));
}

TEST_CASE("the room of writes that are settled is used again, whatever their size", "[outbox]")
{
    const OutboxFolder profile;
    {
        const std::unique_ptr<Outbox> outbox = profile.make();
        for (int i = 1; i <= 50; ++i) {
            REQUIRE(outbox->put(writeOf(i, 4000 - 70 * i)));
            REQUIRE(outbox->settle(writeOf(i).writeId, Outcome::Known));
        }
        CHECK(QFileInfo(profile.path() + u'/' + profile.files().first()).size() == 64 * 1024);
        REQUIRE(outbox->put(writeOf(98, 300)));
        REQUIRE(outbox->put(writeOf(99, 100'000)));
    }
    CHECK(profile.leftBehind() == QList{writeOf(98).writeId, writeOf(99).writeId});
}

TEST_CASE("a write that had not come to the disk whole was never sent, and is not found", "[outbox]")
{
    const OutboxFolder profile;
    {
        const std::unique_ptr<Outbox> outbox = profile.make();
        REQUIRE(outbox->put(writeOf(1)));
        REQUIRE(outbox->put(writeOf(2)));
    }
    const QString path = profile.path() + u'/' + profile.files().first();
    const QByteArray whole = bytesOf(path);
    const qsizetype second = whole.indexOf("MPO1", 4);
    const qsizetype end = whole.lastIndexOf('n') + 1;
    REQUIRE(second > 0);
    REQUIRE(end > second);
    for (qsizetype place = second; place < end; place += 3) {
        QByteArray torn = whole;
        torn[place] = char(torn[place] ^ 0x5a);
        writeBytes(path, torn);
        const QList<QByteArray> found = profile.leftBehind();
        const qsizetype inHead = place - second; // where the mark is, and bytes that are not used
        const bool isMeaningless = (inHead >= 4 && inHead < 8) || (inHead >= 44 && inHead < 48);
        CHECK((isMeaningless || found == QList{writeOf(1).writeId}));
    }
}

TEST_CASE("where nothing can be kept it is said", "[outbox]")
{
    const OutboxFolder profile;
    writeBytes(profile.path(), "in the way");
    const Result<std::unique_ptr<Outbox>> made = Outbox::make(profile.path());
    REQUIRE_FALSE(made);
    CHECK(made.error().code == Error::Code::FileUnwritable);
    CHECK(made.error().values.value(0) == profile.path());
}
