// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/lookup.h"
#include "core/services/lookout.h"
#include "core/storage/backups.h"
#include "core/storage/journal.h"
#include "core/storage/verifier.h"
#include "tests/support/workspaces.h"

#include <QTimeZone>

using namespace milepost;
using namespace milepost::tests;

namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr int kTenYears = 3653; // in days

/// Steps of a clock between writes, in days.
const QList<QList<int>> kSteps = {
    {0, 1, 0}, {0, -1, 0}, {0, kTenYears, 0}, {0, -kTenYears, 0}, {kTenYears, -kTenYears, 1, -1}};

void setClock(Desk &desk, int daysOff)
{
    desk.today = kDay.addDays(daysOff);
    desk.now = kNoon + kHourMs * 24 * daysOff;
}

std::vector<JournalEntry> journalOf(const Desk &desk)
{
    std::vector<JournalEntry> entries;
    REQUIRE(JournalReader(desk.file->engine()).after(0, [&entries](const JournalEntry &entry) {
        entries.push_back(entry);
        return true;
    }));
    return entries;
}

bool isSound(const Desk &desk)
{
    const Result<Verification> verification = verify(desk.file->engine(), {});
    REQUIRE(verification);
    return verification->findings.isEmpty();
}

/// Somebody else with the same file open, whose clock is their own.
class Other
{
public:
    Other(const QString &path, PersonId person, qint64 clock) : m_person(person), m_clock(clock)
    {
        Result<std::unique_ptr<WorkspaceFile>> opened = WorkspaceFile::open(path);
        REQUIRE(opened);
        file = *std::move(opened);
        REQUIRE(file->loadStructure());
        REQUIRE(file->loadAllSeries());
    }
    Result<WorkspaceFile::Written> write(const Decide &decide, std::shared_ptr<const WorkingSet> seen = {})
    {
        WorkspaceFile::Request request;
        request.writer = {m_person, QDateTime::fromMSecsSinceEpoch(m_clock, QTimeZone::utc()).date(),
                          m_clock};
        request.writeId = QByteArray::number(++m_writes).rightJustified(16, 'o');
        request.firstId = 50'000'000 + 1000 * m_writes;
        request.decide = decide;
        request.seen = std::move(seen);
        return file->write(request);
    }

    std::unique_ptr<WorkspaceFile> file;

private:
    PersonId m_person;
    qint64 m_clock;
    int m_writes = 0;
};

} // namespace

TEST_CASE("the journal's order and all that is in it are the same whatever the clock does between writes",
          "[clocks]")
{
    const QList<int> steps = GENERATE(from_range(kSteps));
    Desk desk;
    const BoardId board = desk.board(desk.ann, u"Main"_s);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Sales"_s);
    for (int i = 0; i < steps.size(); ++i) {
        setClock(desk, steps[i]);
        // A date that is past by any of the clocks.
        desk.record(desk.ann, Desk::value(kpi, i, QDate(2016, 1, 1).addDays(i)));
    }
    desk.open();

    const std::vector<JournalEntry> entries = journalOf(desk);
    for (size_t i = 0; i < entries.size(); ++i)
        CHECK(entries[i].seq == static_cast<qint64>(i) + 1);
    for (int i = 0; i < steps.size(); ++i)
        CHECK(entries[entries.size() - static_cast<size_t>(steps.size() - i)].at ==
              kNoon + kHourMs * 24 * steps[i]);
    CHECK(isSound(desk));
    const auto &points = desk.state().seriesOf(kpi).points();
    REQUIRE(points.size() == steps.size());
    for (int i = 0; i < steps.size(); ++i) {
        CHECK(points[i].date == QDate(2016, 1, 1).addDays(i));
        CHECK(points[i].value == i);
    }
}

TEST_CASE("acts are taken back and done again in their order, whatever the clock said", "[clocks]")
{
    const QList<int> steps = GENERATE(from_range(kSteps));
    Desk desk;
    const TeamId team = desk.team(u"0"_s);
    for (int i = 0; i < steps.size(); ++i) {
        setClock(desk, steps[i]);
        desk.must(desk.ann, [&](Situation &in) {
            return editFields(in, desk.named(team), {{u"name"_s, QString::number(i + 1)}});
        });
    }
    const auto count = static_cast<int>(steps.size());
    for (int i = count; i > 0; --i) {
        setClock(desk, -steps[i - 1]);
        REQUIRE(desk.undo(desk.ann));
        CHECK(desk.state().find(team)->name == QString::number(i - 1));
    }
    for (int i = 1; i <= count; ++i) {
        setClock(desk, steps[i - 1]);
        REQUIRE(desk.redo(desk.ann));
        CHECK(desk.state().find(team)->name == QString::number(i));
    }
    CHECK(isSound(desk));
}

TEST_CASE("two whose clocks are an hour apart see each other's writes in order, and their conflicts",
          "[clocks]")
{
    const qint64 off = GENERATE(kHourMs, -kHourMs, kHourMs * 24 * kTenYears, -kHourMs * 24 * kTenYears);
    Desk desk;
    const TeamId team = desk.team(u"Team"_s);
    Other bob(desk.path(), desk.ann, kNoon + off);
    const auto rename = [&](const QString &name) -> Decide {
        return [named = desk.named(team), name](Situation &in) {
            return editFields(in, named, {{u"name"_s, name}});
        };
    };
    const auto seen = std::make_shared<const WorkingSet>(bob.file->state());
    desk.must(desk.ann, rename(u"Hers"_s));

    const Result<WorkspaceFile::Written> refused = bob.write(rename(u"His"_s), seen);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Conflict);

    for (int i = 0; i < 3; ++i) {
        REQUIRE(bob.write([i](Situation &in) { return addTeam(in, {u"B%1"_s.arg(i), {}}); }));
        const Result<QList<ChangeSet>> news = desk.file->catchUp();
        REQUIRE(news);
        CHECK(news->size() == 1);
        desk.team(u"A%1"_s.arg(i));
    }
    const std::vector<JournalEntry> entries = journalOf(desk);
    CHECK(entries.back().seq == static_cast<qint64>(entries.size()));
    CHECK(isSound(desk));
}

TEST_CASE("a backup is made every day, and none is lost, though a clock was ten years off for a day",
          "[clocks]")
{
    const int off = GENERATE(1, -1, kTenYears, -kTenYears);
    Desk desk;
    const QTemporaryDir here;
    const BackupStore store(BackupFolders{desk.path(), here.path()});
    const auto make = [&](BackupReason reason, qint64 at) {
        desk.team(u"T%1"_s.arg(at));
        const BackupOutcome outcome = store.make(desk.file->engine(), reason, at);
        REQUIRE(outcome.isComplete());
        return *outcome.made;
    };
    constexpr qint64 kDayMs = 24 * kHourMs;
    QList<Backup> right = {make(BackupReason::Restore, kNoon), make(BackupReason::Daily, kNoon + 1000)};
    make(BackupReason::Daily, kNoon + off * kDayMs + kHourMs);
    for (int day = 1; day < 4; ++day)
        right.append(make(BackupReason::Daily, kNoon + day * kDayMs));

    const QList<Backup> left = store.all();
    for (const Backup &backup : right)
        CHECK(left.contains(backup));
}

TEST_CASE("a look tells of a clock that the last entry has outlived, until somebody writes by a right one",
          "[clocks]")
{
    Desk desk;
    qint64 clock = kNoon;
    Lookout lookout(*desk.file, [&clock] { return clock; });
    CHECK_FALSE(lookout.look().clock.isThere());

    clock = kNoon - kHourMs * 24 * kTenYears;
    CHECK(lookout.look().clock == ClockFault{ClockFault::Kind::Outlived, kHourMs * 24 * kTenYears});
    setClock(desk, -kTenYears);
    desk.team(u"Mine"_s); // now the last entry is as wrong as the clock
    CHECK_FALSE(lookout.look().clock.isThere());

    clock = kNoon;
    setClock(desk, kTenYears);
    desk.team(u"Ahead"_s);
    CHECK(lookout.look().clock.kind == ClockFault::Kind::Outlived);
    setClock(desk, 0);
    desk.team(u"Right"_s);
    CHECK_FALSE(lookout.look().clock.isThere());
}

TEST_CASE("whoever pretends to be in another time is told nothing of the clock", "[clocks]")
{
    Desk desk;
    setClock(desk, kTenYears);
    desk.team(u"Ahead"_s);
    CHECK_FALSE(Lookout(*desk.file).look().clock.isThere());
}

TEST_CASE("what is written beside the file tells the time of whoever keeps the folder", "[clocks]")
{
    Desk desk;
    CHECK_FALSE(desk.file->engine().clock());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    REQUIRE(desk.file->meet());

    const std::optional<ClockSample> sample = desk.file->engine().clock();
    REQUIRE(sample);
    CHECK(sample->before >= before);
    CHECK(sample->before <= sample->after);
    // A file system may count in steps of up to two seconds.
    CHECK(sample->there >= sample->before - 2000);
    CHECK(sample->there <= sample->after + 2000);
    // Not with each word: the server is asked for it.
    REQUIRE(desk.file->meet());
    CHECK(desk.file->engine().clock() == sample);
}
