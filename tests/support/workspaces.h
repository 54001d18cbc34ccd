// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/importing.h"
#include "core/domain/acts/people.h"
#include "core/domain/acts/values.h"
#include "core/services/undoing.h"
#include "core/storage/workspacefile.h"
#include "tests/support/printing.h"

#include <QFile>
#include <QTemporaryDir>

namespace milepost::tests {

using namespace Qt::StringLiterals;

const QDate kDay(2026, 11, 22);
constexpr qint64 kNoon = 1795345200000; ///< 2026-11-22 11:00 UTC

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QFile::WriteOnly | QFile::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// A workspace file of its own, written to by one person after another.
class Desk
{
public:
    explicit Desk(const QByteArray &zone = "UTC", int schema = schemasteps::kLatest)
        : m_path(m_folder.path() + u"/w.milepost"_s)
    {
        FoundWorkspace request{u"Org"_s, u"Ann"_s, u"desk"_s, zone, schema, u"test"_s};
        const WorkingSet nothing;
        Situation in{nothing, {}, kDay, kNoon, IdSource::startingAt(1000)};
        const Result<Draft> founding = foundWorkspace(in, request);
        REQUIRE(founding);
        ann = founding->edits.of<Person>().added.first().id;
        bool isDone = false;
        const auto step = [&](Draft &draft, WorkspaceFile::Writer &writer) -> Result<bool> {
            draft = *founding;
            writer = {ann, kDay, kNoon};
            return !std::exchange(isDone, true);
        };
        REQUIRE(WorkspaceFile::create(m_path, step, schema));
        open();
    }

    void open()
    {
        file.reset();
        Result<std::unique_ptr<WorkspaceFile>> opened = WorkspaceFile::open(m_path);
        REQUIRE(opened);
        file = *std::move(opened);
        REQUIRE(file->loadStructure());
        REQUIRE(file->loadAllSeries());
    }

    QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_path : QString(m_folder.path() + u'/' + name);
    }
    const WorkingSet &state() const { return file->state(); }

    WorkspaceFile::Request request(PersonId person, Decide decide)
    {
        WorkspaceFile::Request request;
        request.writer = {person, today, now};
        request.writeId = QByteArray::number(++m_writes).rightJustified(16, '0');
        request.firstId = m_nextId += 1000;
        request.decide = std::move(decide);
        request.needs = [](const WorkingSet &state) {
            QList<KpiId> kpis;
            for (const Kpi *kpi : state.of<Kpi>().all())
                kpis.append(kpi->id);
            return kpis;
        };
        return request;
    }

    Result<WorkspaceFile::Written> as(PersonId person, Decide decide)
    {
        return file->write(request(person, std::move(decide)));
    }

    /// Does what must succeed; answers the entry's edits.
    Edits must(PersonId person, Decide decide)
    {
        const Result<WorkspaceFile::Written> written = as(person, std::move(decide));
        if (!written)
            FAIL("refused: " << int(written.error().code) << ' '
                             << written.error().values.join(u", "_s).toStdString());
        REQUIRE(written->change.seq > 0);
        return written->change.edits;
    }

    /// The refusal of what must fail; the file stays as it was.
    Error refused(PersonId person, Decide decide)
    {
        const QByteArray before = bytesOf(m_path);
        const Result<WorkspaceFile::Written> written = as(person, std::move(decide));
        REQUIRE_FALSE(written);
        CHECK(bytesOf(m_path) == before);
        return written.error();
    }

    Result<WorkspaceFile::Written> undo(PersonId person)
    {
        return as(person, [this](Situation &in) { return undoing::undo(file->engine(), in); });
    }
    Result<WorkspaceFile::Written> redo(PersonId person)
    {
        return as(person, [this](Situation &in) { return undoing::redo(file->engine(), in); });
    }

    // What most tests begin with.
    PersonId person(const QString &name)
    {
        return must(ann, [&](Situation &in) { return addPerson(in, {name, {}}); }).of<Person>().added[0].id;
    }
    TeamId team(const QString &name, TeamId parent = {})
    {
        return must(ann, [&](Situation &in) { return addTeam(in, {name, parent}); }).of<Team>().added[0].id;
    }
    CycleId cycle(const QString &name)
    {
        const AddCycle request{name, QDate(2026, 10, 1), QDate(2026, 12, 31)};
        return must(ann, [&](Situation &in) { return addCycle(in, request); }).of<Cycle>().added[0].id;
    }
    BoardId board(PersonId owner, const QString &name, Visibility visibility = Visibility::Public,
                  CycleId inCycle = {})
    {
        const AddBoard request{name, visibility, inCycle};
        return must(owner, [&](Situation &in) { return addBoard(in, request); }).of<Board>().added[0].id;
    }
    void share(PersonId owner, BoardId id, const Owner &with, Role role)
    {
        must(owner, [&](Situation &in) { return shareBoard(in, {id, with, role}); });
    }
    ObjectiveId objective(PersonId writer, BoardId on, const QString &title, ObjectiveId parent = {})
    {
        Objective objective;
        objective.board = on;
        objective.title = title;
        objective.parent = parent;
        return must(writer, [&](Situation &in) { return addObjective(in, objective); })
            .of<Objective>()
            .added[0]
            .id;
    }
    KeyResultId keyResult(PersonId writer, ObjectiveId of, const QString &title, KpiId driver = {},
                          const QList<MilestonePart> &parts = {})
    {
        AddKeyResult request;
        request.keyResult.objective = of;
        request.keyResult.title = title;
        request.keyResult.kpi = driver;
        request.parts = parts;
        if (parts.isEmpty())
            request.keyResult.target = 10;
        else
            request.keyResult.kind = KeyResultKind::Milestone;
        return must(writer, [&](Situation &in) { return addKeyResult(in, request); })
            .of<KeyResult>()
            .added[0]
            .id;
    }
    KpiId kpi(PersonId writer, BoardId on, const QString &name, Aggregate aggregate = Aggregate::Last)
    {
        AddKpi request;
        request.kpi.board = on;
        request.kpi.name = name;
        request.kpi.aggregate = aggregate;
        request.target = Target{};
        request.target->value = 5;
        return must(writer, [&](Situation &in) { return addKpi(in, request); }).of<Kpi>().added[0].id;
    }
    static GivenValue value(KpiId kpi, double number, QDate date = kDay)
    {
        GivenValue given;
        given.kpi = kpi;
        given.value = number;
        given.date = date;
        return given;
    }
    void record(PersonId writer, const GivenValue &given)
    {
        must(writer, [&](Situation &in) { return recordValue(in, given); });
    }
    template<class Record>
    Named named(Id<Record> id) const
    {
        return nameOf(state(), id.value()).value_or(Named{});
    }

    PersonId ann;
    QDate today = kDay;
    qint64 now = kNoon;
    std::unique_ptr<WorkspaceFile> file;

private:
    QTemporaryDir m_folder;
    QString m_path;
    qint64 m_nextId = 1'000'000;
    int m_writes = 0;
};

/// Fills a workspace with at least two rows in every table, corrected values, deleted rows, and acts undone
/// and done again.
inline void fillEveryTable(Desk &desk)
{
    const TeamId outer = desk.team(u"Outer"_s);
    const TeamId inner = desk.team(u"Inner"_s, outer);
    const PersonId bob = desk.person(u"Bob"_s);
    desk.must(desk.ann, [&](Situation &in) { return addPerson(in, {u"Cyd"_s, inner}); });
    desk.must(bob, [&](Situation &in) { return join(in, {bob, u"bob's desk"_s}); });
    const CycleId cycle = desk.cycle(u"Q4"_s);
    desk.cycle(u"Q1"_s);
    const BoardId board = desk.board(desk.ann, u"Main"_s, Visibility::Public, cycle);
    const BoardId hidden = desk.board(bob, u"Hidden"_s, Visibility::Private);
    desk.share(desk.ann, board, {{}, outer}, Role::Editor);
    desk.share(desk.ann, board, {bob, {}}, Role::Editor);
    const ObjectiveId objective = desk.objective(desk.ann, board, u"Grow"_s);
    desk.objective(bob, hidden, u"Secret"_s, objective);
    const KpiId kpi = desk.kpi(desk.ann, board, u"Sales"_s);
    const KpiId ratio = desk.kpi(desk.ann, board, u"Share"_s, Aggregate::Ratio);
    const KeyResultId reach = desk.keyResult(desk.ann, objective, u"Ten"_s);
    desk.keyResult(desk.ann, objective, u"Driven"_s, kpi);
    MilestonePart one;
    one.title = u"one"_s;
    MilestonePart two;
    two.title = u"two"_s;
    two.weight = 3;
    const KeyResultId parts = desk.keyResult(desk.ann, objective, u"Steps"_s, {}, {one, two});
    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(objective),
                          {{u"owner"_s, u"Bob, Inner"_s}, {u"why"_s, u"för säljarna"_s}});
    });
    desk.must(desk.ann, [&](Situation &in) {
        return editFields(in, desk.named(kpi), {{u"unit"_s, u"€"_s}, {u"owner"_s, u"Bob"_s}});
    });
    desk.record(desk.ann, Desk::value(kpi, 4, QDate(2026, 11, 20)));
    desk.record(bob, Desk::value(kpi, 5));
    GivenValue share;
    share.kpi = ratio;
    share.date = kDay;
    share.numerator = 1;
    share.denominator = 4;
    desk.record(desk.ann, share);
    GivenValue again = Desk::value(kpi, 6);
    again.reason = u"typo"_s;
    desk.must(bob, [&](Situation &in) { return correctValue(in, again); });
    GivenValue said;
    said.keyResult = reach;
    said.date = kDay;
    said.value = 3;
    said.confidence = 7;
    desk.record(desk.ann, said);
    GivenValue step;
    step.part = desk.state().of<MilestonePart>().of(parts)[1]->id;
    step.date = kDay;
    step.value = 1;
    desk.record(desk.ann, step);
    Target later;
    later.kpi = kpi;
    later.value = 9;
    later.validFrom = QDate(2026, 12, 1);
    desk.must(desk.ann, [&](Situation &in) { return setTarget(in, later); });
    Action action;
    action.subject = Subject::of(kpi);
    action.title = u"Call them"_s;
    action.owner = bob;
    action.due = QDate(2026, 12, 24);
    const ActionId call =
        desk.must(desk.ann, [&](Situation &in) { return addAction(in, action); }).of<Action>().added[0].id;
    action.title = u"Write"_s;
    desk.must(desk.ann, [&](Situation &in) { return addAction(in, action); });
    desk.must(bob, [&](Situation &in) { return finishAction(in, call); });
    desk.must(desk.ann, [&](Situation &in) { return addComment(in, Subject::of(kpi), u"why?"_s); });
    desk.must(bob, [&](Situation &in) { return addComment(in, Subject::of(board), u"because <b>"_s); });
    const KpiId gone = desk.kpi(desk.ann, board, u"Gone"_s);
    desk.record(desk.ann, Desk::value(gone, 1));
    desk.must(desk.ann, [&](Situation &in) { return deleteThing(in, desk.named(gone)); });
    desk.record(desk.ann, Desk::value(kpi, 1, QDate(2026, 1, 1)));
    REQUIRE(desk.undo(desk.ann));
    REQUIRE(desk.redo(desk.ann));
}

} // namespace milepost::tests
