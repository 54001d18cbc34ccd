// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/texts.h"
#include "core/storage/journal.h"
#include "core/storage/verifier.h"
#include "tests/support/rawsql.h"
#include "tests/support/workspaces.h"

using namespace milepost;
using namespace milepost::tests;

TEST_CASE("each write is one entry, chained to the one before and to its author's last", "[journal]")
{
    Desk desk;
    const PersonId bob = desk.person(u"Bob"_s);
    desk.must(bob, [](Situation &in) { return addTeam(in, {u"One"_s, {}}); });
    desk.team(u"Two"_s);
    QList<JournalEntry> entries;
    REQUIRE(JournalReader(desk.file->engine()).after(0, [&](const JournalEntry &entry) {
        entries << entry;
        return true;
    }));

    REQUIRE(entries.size() == 4);
    QByteArray previous;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        CHECK(entries[i].seq == i + 1);
        CHECK(entries[i].prev == previous);
        CHECK(entries[i].hash == hashOf(entries[i]));
        previous = entries[i].hash;
    }
    CHECK(entries[2].author == bob);
    CHECK(entries[2].authorCount == 1);
    CHECK(entries[2].authorPrev.isEmpty());
    CHECK(entries[3].authorCount == 3);
    CHECK(entries[3].authorPrev == entries[1].hash);
    CHECK(entries[3].at == kNoon);
    CHECK(entries[3].act == "add_team");
}

TEST_CASE("every row carries the sequence of its last change, in memory as in the file", "[journal]")
{
    Desk desk;
    fillEveryTable(desk);
    const WorkingSet remembered = desk.state();
    desk.open();

    forEachRecordType([&]<class Record>(const Record &) {
        INFO(Record::type().table());
        const auto before = remembered.of<Record>().all();
        const auto after = desk.state().of<Record>().all();
        REQUIRE(before.size() == after.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            CHECK(*before[i] == *after[i]); // rev included
    });
    for (const Kpi *kpi : desk.state().of<Kpi>().all())
        CHECK(remembered.seriesOf(kpi->id).points() == desk.state().seriesOf(kpi->id).points());
}

TEST_CASE("the same write is made once, however often it is sent", "[journal]")
{
    Desk desk;
    WorkspaceFile::Request request = desk.request(desk.ann, [](Situation &in) {
        return addTeam(in, {u"Team"_s, {}});
    });
    const auto once = desk.file->write(request);
    REQUIRE(once);
    const QByteArray after = bytesOf(desk.path());
    desk.open();

    const auto again = desk.file->write(request);

    REQUIRE(again);
    CHECK(again->change.seq == once->change.seq);
    CHECK(again->hash == once->hash);
    CHECK(bytesOf(desk.path()) == after);
    CHECK(desk.state().of<Team>().size() == 1);
}

TEST_CASE("a write that is refused, cancelled or fails half-way leaves the file byte for byte", "[journal]")
{
    Desk desk;
    const QByteArray before = bytesOf(desk.path());
    Team team;
    team.id = TeamId(77);
    team.name = u"Team"_s;
    const auto draftOf = [](const auto &...records) {
        Draft draft;
        (draft.edits.add(records), ...);
        return draft;
    };

    SECTION("by the decision")
    {
        CHECK(desk.refused(desk.ann,
                           [](Situation &in) {
                               return addTeam(in, {{}, {}});
                           })
                  .code == Error::Code::NameEmpty);
    }
    SECTION("by a row that is there twice")
    {
        desk.refused(desk.ann, [&](Situation &) { return draftOf(team, team); });
    }
    SECTION("by a reference to nothing, at the commit")
    {
        team.parent = TeamId(12345);
        desk.refused(desk.ann, [&](Situation &) { return draftOf(team); });
    }
    SECTION("by a stale row")
    {
        const Error error = desk.refused(desk.ann, [&](Situation &in) {
            Person person = *in.state.find(desk.ann);
            person.name = u"Anna"_s;
            person.rev = 99;
            Draft draft = draftOf(team);
            draft.edits.change(person);
            return draft;
        });
        CHECK(error.code == Error::Code::TouchedSince);
    }
    SECTION("by a cancelled part")
    {
        const Error error = desk.refused(desk.ann, [&](Situation &) {
            Draft draft = draftOf(team);
            draft.more = [](Edits &) { return false; };
            draft.isCancelled = [] { return true; };
            return draft;
        });
        CHECK(error.code == Error::Code::Cancelled);
    }
    CHECK(bytesOf(desk.path()) == before);
    CHECK(desk.state().of<Team>().isEmpty());
    desk.team(u"After"_s); // and the next write goes through
    CHECK(verify(desk.file->engine(), {})->findings.isEmpty());
}

TEST_CASE("a draft with nothing to do writes no entry", "[journal]")
{
    Desk desk;
    const BoardId board = desk.board(desk.ann, u"Board"_s);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Metric"_s);
    desk.record(desk.ann, Desk::value(kpi, 1));
    const QByteArray before = bytesOf(desk.path());

    const auto written =
        desk.as(desk.ann, [&](Situation &in) { return recordValue(in, Desk::value(kpi, 1)); });

    REQUIRE(written);
    CHECK(written->change.seq == 0);
    CHECK(bytesOf(desk.path()) == before);
}

TEST_CASE("text of any kind is kept as it was given, and never runs", "[journal]")
{
    const QString text = GENERATE(as<QString>(), u"'; DROP TABLE kpi; --"_s, u"<img src=/etc/passwd>"_s,
                                  u"👩‍🚀"_s, u"שלום עולם"_s, u"=1+1"_s, u"\"quoted\" %1 \\"_s);
    Desk desk;
    const BoardId board = desk.board(desk.ann, text);
    const KpiId kpi = desk.kpi(desk.ann, board, text);
    desk.must(desk.ann, [&](Situation &in) { return addComment(in, Subject::of(kpi), text); });
    desk.open();

    CHECK(desk.state().find(board)->name == text);
    CHECK(desk.state().find(kpi)->name == text);
    CHECK(desk.state().of<Comment>().all().first()->text == text);
    CHECK(verify(desk.file->engine(), {})->findings.isEmpty());
}

TEST_CASE("names and texts with control characters, halves of characters or a megabyte are refused",
          "[texts]")
{
    CHECK(cleanName(u"a\0b"_s).error() == Error{Error::Code::NameControl, {u"U+0000"_s}});
    CHECK(cleanName(u"a\nb"_s).error().code == Error::Code::NameControl);
    CHECK(cleanName(QString(1'000'000, u'x')).error().code == Error::Code::NameTooLong);
    CHECK(cleanName(QString(QChar(0xd800))).error().code == Error::Code::TextNotUnicode);
    CHECK(cleanName(QString(u"a"_s + QChar(0xdc00) + u'b')).error().code == Error::Code::TextNotUnicode);
    CHECK(cleanName(u"a\tb"_s).error().code == Error::Code::NameControl);
    CHECK(cleanName(u"   "_s).error().code == Error::Code::NameEmpty);
    CHECK(*cleanName(u"  e\u0301  "_s) == u"\u00e9"_s);
    CHECK(cleanName(QString(kLongestName, u'x')));
    CHECK(cleanText(u"a\0b"_s).error().code == Error::Code::TextControl);
    CHECK(*cleanText(u"a\r\n\tb"_s) == u"a\r\n\tb"_s);
    CHECK(cleanText(QString(1'000'000, u'x')).error().code == Error::Code::TextTooLong);
    CHECK(cleanText(QString(QChar(0xdbff))).error().code == Error::Code::TextNotUnicode);
}
