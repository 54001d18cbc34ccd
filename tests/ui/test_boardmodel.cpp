// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/deleting.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/moving.h"
#include "core/domain/acts/values.h"
#include "core/domain/rights.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/boardmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Tester = QAbstractItemModelTester;
using RowsById = QHash<qint64, BoardRow>;

void collect(const QList<BoardBranch> &branches, RowsById &rows, QStringList &order)
{
    for (const BoardBranch &branch : branches) {
        rows.insert(branch.row->id, *branch.row);
        order << branch.row->title;
        collect(branch.children, rows, order);
    }
}

/// A board's model with Qt's own tester at it, and a record of what it told.
class Watched
{
public:
    Watched(Office &office, BoardId board) : m_office(office), m_model(office.session())
    {
        m_model.setBoard(board);
        QObject::connect(&m_model, &BoardModel::modelReset, &m_model, [this] { ++m_resets; });
        QObject::connect(&m_model, &BoardModel::dataChanged, &m_model,
                         [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                             if (roles != QList<int>{PendingRole})
                                 for (int row = from.row(); row <= to.row(); ++row)
                                     m_told.insert(m_model.rowAt(from.siblingAtRow(row))->id);
                         });
    }

    BoardModel &model() { return m_model; }
    int resets() const { return m_resets; }

    QModelIndexList all(const QModelIndex &parent = {}) const
    {
        QModelIndexList indexes;
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex index = m_model.index(row, BoardModel::TitleColumn, parent);
            indexes << index << all(index);
        }
        return indexes;
    }
    QModelIndexList editable() const
    {
        QModelIndexList indexes;
        for (const QModelIndex &index : all())
            if (m_model.rowAt(index)->isEditable)
                indexes << index.siblingAtColumn(BoardModel::ValueColumn);
        return indexes;
    }
    RowsById rows() const
    {
        RowsById rows;
        for (const QModelIndex &index : all())
            rows.insert(m_model.rowAt(index)->id, *m_model.rowAt(index));
        return rows;
    }

    /// What is wrong with how the model followed \p act; empty if nothing is.
    template<class Act>
    QStringList faultsAfter(Act act)
    {
        const RowsById before = rows();
        const QModelIndexList indexes = all();
        QHash<qint64, QPersistentModelIndex> held;
        for (const QModelIndex &index : indexes)
            held.insert(m_model.rowAt(index)->id, index);
        m_told.clear();

        act();
        QStringList faults;
        if (!m_office.settle())
            faults << u"it never settled"_s;

        const RowsById after = rows();
        for (auto id = held.keyBegin(); id != held.keyEnd(); ++id) {
            const QPersistentModelIndex &kept = held[*id];
            if (after.contains(*id) != kept.isValid())
                faults << u"an index outlived its row, or the row its index: "_s + before[*id].title;
            else if (kept.isValid() && m_model.rowAt(kept)->id != *id)
                faults << u"an index points at another row: "_s + before[*id].title;
            if (after.contains(*id) && m_told.contains(*id) != (after[*id] != before[*id]))
                faults << u"changes told and changes made differ: "_s + before[*id].title;
        }
        return faults + faultsNow();
    }

    /// How the model differs from the rows as they would be made anew.
    QStringList faultsNow() const
    {
        const Session &session = m_office.session();
        RowsById fresh;
        QStringList order;
        collect(rowsOf(session.state(), session.me(), m_model.board(), session.today()), fresh, order);
        QStringList shown;
        for (const QModelIndex &index : all())
            shown << index.data().toString();
        QStringList faults;
        if (shown != order)
            faults << u"other rows or another order: "_s + shown.join(u", "_s);
        if (rows() != fresh)
            faults << u"rows that are not as they stand"_s;
        return faults;
    }

private:
    Office &m_office;
    BoardModel m_model;
    std::set<qint64> m_told;
    int m_resets = 0;
};

/// Does at random what people do to a board.
class Crowd
{
public:
    Crowd(Office &office, Watched &watched, BoardId board, BoardId other)
        : m_office(office)
        , m_watched(watched)
        , m_board(board)
        , m_other(other)
    {
    }

    void doSomething()
    {
        switch (pick(16)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
            return type();
        case 5:
        case 6:
        case 7:
            return note(m_office.session().wait(m_office.session().undo()));
        case 8:
        case 9:
            return note(m_office.session().wait(m_office.session().redo()));
        case 10:
            return edit();
        case 11:
            return add();
        case 12:
            return correct();
        case 13:
            return import();
        case 14:
            return oneThing([](Situation &in, const Named &thing) { return archive(in, thing); });
        case 15:
            return pick(2) == 0 ? removeOne() : move();
        default:
            break;
        }
    }

    const std::set<Act> &done() const { return m_done; }

private:
    int pick(qsizetype count) { return int(m_random.bounded(quint32(count))); }
    QString newName() { return u"Number "_s + QString::number(++m_names); }
    void note(const Result<Receipt> &receipt)
    {
        if (receipt && receipt->isWritten())
            m_done.insert(receipt->change.act);
    }
    QList<Named> things() const
    {
        QList<Named> things;
        const Named::Kinds kinds = Named::Kind::Objective | Named::Kind::KeyResult | Named::Kind::Kpi;
        for (const Named &thing : namesFor(m_office.state(), m_office.session().me(), kinds))
            if (boardOfThing(m_office.state(), thing.id) == m_board)
                things << thing;
        return things;
    }

    void type()
    {
        const QModelIndexList cells = m_watched.editable();
        if (cells.isEmpty())
            return;
        const QModelIndex cell = cells[pick(cells.size())];
        const int value = pick(100);
        const bool isRatio = m_watched.model().rowAt(cell)->hint.contains(u"12/340"_s);
        if (m_watched.model().setData(cell,
                                      isRatio ? QString::number(value) + u"/100"_s : QString::number(value)))
            m_done.insert(Act::Record);
    }
    void correct()
    {
        const QModelIndexList cells = m_watched.editable();
        const BoardRow row = *m_watched.model().rowAt(cells[pick(cells.size())]);
        GivenValue given;
        if (row.kind == RowKind::Kpi)
            given.kpi = KpiId(row.id);
        else if (row.isPart)
            given.part = MilestonePartId(row.id);
        else
            given.keyResult = KeyResultId(row.id);
        given.date = row.update.date;
        given.value = pick(50);
        given.reason = u"counted again"_s;
        note(m_office.submit([given](Situation &in) { return correctValue(in, given); }));
    }
    template<class Do>
    void oneThing(Do act)
    {
        const QList<Named> all = things();
        if (all.size() < 8) // leave something to work with
            return;
        const Named &thing = all[pick(all.size())];
        note(m_office.submit([thing, act](Situation &in) { return act(in, thing); }));
    }
    void edit()
    {
        const QString name = newName();
        oneThing([name](Situation &in, const Named &thing) {
            const QString field = thing.kind == Named::Kind::Kpi ? u"name"_s : u"title"_s;
            return editFields(in, thing, {{field, name}});
        });
    }
    void removeOne()
    {
        oneThing([](Situation &in, const Named &thing) { return deleteThing(in, thing); });
    }
    void move()
    {
        oneThing([to = m_other](Situation &in, const Named &thing) { return moveTo(in, thing, to); });
    }
    void add()
    {
        const QString name = newName();
        const auto objectives = m_office.state().of<Objective>().of(m_board);
        if (const int kind = pick(3); kind == 0) {
            Objective objective;
            objective.board = m_board;
            objective.title = name;
            note(m_office.submit([objective](Situation &in) { return addObjective(in, objective); }));
        } else if (kind == 1 && !objectives.isEmpty()) {
            AddKeyResult request;
            request.keyResult.objective = objectives[pick(objectives.size())]->id;
            request.keyResult.title = name;
            request.keyResult.start = 0;
            request.keyResult.target = 10;
            note(m_office.submit([request](Situation &in) { return addKeyResult(in, request); }));
        } else {
            AddKpi request;
            request.kpi.board = m_board;
            request.kpi.name = name;
            note(m_office.submit([request](Situation &in) { return addKpi(in, request); }));
        }
    }
    void import()
    {
        ImportBatch batch;
        batch.board = m_office.state().find(m_board)->name;
        batch.source = u"numbers.csv"_s;
        batch.series = {newName(), newName()};
        for (qint32 series = 0; series < 2; ++series)
            for (qint32 day = 1; day <= 3; ++day)
                batch.points.push_back(
                    {series, day, qint32(kToday.toJulianDay()) - 10 + day, 0, double(pick(100)), 0, 0});
        const auto result = m_office.session().wait(
            m_office.session().import(std::make_shared<const ImportBatch>(batch), false));
        if (result && !result->refused)
            note(result->receipt);
    }

    Office &m_office;
    Watched &m_watched;
    BoardId m_board;
    BoardId m_other;
    QRandomGenerator m_random{20261118};
    int m_names = 0;
    std::set<Act> m_done;
};

Result<Receipt> recordOn(Office &office, KpiId kpi, double value)
{
    GivenValue given;
    given.kpi = kpi;
    given.date = kToday;
    given.value = value;
    return office.submit([given](Situation &in) { return recordValue(in, given); });
}

} // namespace

TEST_CASE("a board's model tells exactly what changed, whatever people do", "[boardmodel]")
{
    Office office;
    const BoardId board = office.board(u"Support"_s);
    Watched watched(office, board);
    const Tester tester(&watched.model(), Tester::FailureReportingMode::Fatal);
    Crowd crowd(office, watched, board, office.board(u"Growth"_s));

    for (int step = 0; step < 500; ++step) {
        CAPTURE(step);
        const QStringList faults = watched.faultsAfter([&crowd] { crowd.doSomething(); });
        REQUIRE(faults.join(u'\n') == QString());
    }

    CHECK(watched.resets() == 0);
    for (const Act act :
         {Act::Record, Act::Correct, Act::Import, Act::Edit, Act::AddObjective, Act::AddKeyResult,
          Act::AddKpi, Act::Archive, Act::Delete, Act::Move, Act::Undo, Act::Redo}) {
        CAPTURE(wordOf(act));
        CHECK(crowd.done().count(act) == 1);
    }
}

TEST_CASE("another board is another content: only then is the model reset", "[boardmodel]")
{
    Office office;
    Watched watched(office, office.board(u"Support"_s));
    const Tester tester(&watched.model(), Tester::FailureReportingMode::Fatal);

    watched.model().setBoard(office.board(u"Growth"_s));

    CHECK(watched.resets() == 1);
    CHECK(watched.faultsNow().isEmpty());
    watched.model().setBoard({});
    CHECK(watched.model().rowCount() == 0);
}

TEST_CASE("one recorded value changes its own row, and no other board's", "[boardmodel]")
{
    Office office;
    Watched support(office, office.board(u"Support"_s));
    Watched growth(office, office.board(u"Growth"_s));
    const QSignalSpy here(&support.model(), &BoardModel::dataChanged);
    const QSignalSpy there(&growth.model(), &BoardModel::dataChanged);

    REQUIRE(recordOn(office, office.kpi(u"First reply time"_s), 48));

    REQUIRE(here.size() == 1);
    const auto from = here.first().first().toModelIndex();
    CHECK(from.data().toString() == u"First reply time"_s);
    CHECK(from.siblingAtColumn(BoardModel::ValueColumn).data().toString() == u"48\u202fmin"_s);
    CHECK(here.first().at(1).toModelIndex().row() == from.row());
    CHECK(there.isEmpty());
}

TEST_CASE("a typed value is pending until it is committed, and then told", "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    model.setBoard(office.board(u"Support"_s));
    const qint64 id = office.kpi(u"First reply time"_s).value();
    const QModelIndex cell = model.indexOf(RowKind::Kpi, id, BoardModel::ValueColumn);
    const QSignalSpy recorded(&model, &BoardModel::recorded);

    REQUIRE(model.setData(cell, u"48"_s));
    CHECK(cell.data(PendingRole).toBool());

    REQUIRE(office.settle());
    CHECK_FALSE(cell.data(PendingRole).toBool());
    CHECK(cell.data().toString() == u"48\u202fmin"_s);
    CHECK(cell.data(Qt::EditRole).toString() == u"48"_s);
    CHECK(recorded.size() == 1);
}

TEST_CASE("a value that waits while another board is looked at is pending no more once it is there",
          "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    const BoardId support = office.board(u"Support"_s);
    model.setBoard(support);
    const qint64 id = office.kpi(u"First reply time"_s).value();
    REQUIRE(model.setData(model.indexOf(RowKind::Kpi, id, BoardModel::ValueColumn), u"48"_s));
    model.setBoard(office.board(u"Growth"_s));
    model.setBoard(support);

    const QModelIndex cell = model.indexOf(RowKind::Kpi, id, BoardModel::ValueColumn);
    CHECK(cell.data(PendingRole).toBool());
    REQUIRE(office.settle());
    CHECK_FALSE(cell.data(PendingRole).toBool());

    REQUIRE(model.setData(cell, u"49"_s));
    CHECK(cell.data(PendingRole).toBool());
    REQUIRE(office.settle());
}

TEST_CASE("a new KPI shows what is recorded on it", "[boardmodel]")
{
    Office office;
    const BoardId board = office.board(u"Support"_s);
    BoardModel model(office.session());
    model.setBoard(board);
    AddKpi request;
    request.kpi.board = board;
    request.kpi.name = u"Calls"_s;
    REQUIRE(office.submit([request](Situation &in) { return addKpi(in, request); }));
    const KpiId kpi = office.kpi(u"Calls"_s);

    REQUIRE(recordOn(office, kpi, 12));

    const QModelIndex cell = model.indexOf(RowKind::Kpi, kpi.value(), BoardModel::ValueColumn);
    CHECK(cell.data().toString() == u"12"_s);
}

TEST_CASE("what cannot be taken is refused with the row and what was typed", "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    model.setBoard(office.board(u"Support"_s));
    const KpiId kpi = office.kpi(u"First reply time"_s);
    const QModelIndex cell = model.indexOf(RowKind::Kpi, kpi.value(), BoardModel::ValueColumn);
    const QString before = cell.data().toString();
    QList<std::pair<QString, Error::Code>> refusals;
    QObject::connect(&model, &BoardModel::refused, &model,
                     [&refusals](const BoardRow &row, const TypedEntry &entry, const Error &error) {
                         refusals.append({row.title + u": "_s + entry.value, error.code});
                     });

    CHECK_FALSE(model.setData(cell, u"1,x"_s));
    CHECK(cell.data().toString() == before);
    REQUIRE(recordOn(office, kpi, 48));
    REQUIRE(model.setData(cell, u"49"_s));
    REQUIRE(office.settle());

    REQUIRE(refusals.size() == 2);
    CHECK(refusals[0] == std::pair(u"First reply time: 1,x"_s, Error::Code::NumberInvalid));
    CHECK(refusals[1] == std::pair(u"First reply time: 49"_s, Error::Code::ValueExists));
    CHECK_FALSE(cell.data(PendingRole).toBool());
    CHECK(cell.data().toString() == u"48\u202fmin"_s);
}

TEST_CASE("only a value can be typed, and only where one is taken", "[boardmodel]")
{
    Office office;
    Watched watched(office, office.board(u"Support"_s));
    for (const QModelIndex &index : watched.all()) {
        const BoardRow &row = *watched.model().rowAt(index);
        CAPTURE(row.title);
        for (int column = 0; column < BoardModel::BoardColumnCount; ++column) {
            const bool takes = index.siblingAtColumn(column).flags().testFlag(Qt::ItemIsEditable);
            CHECK(takes == (column == BoardModel::ValueColumn && row.isEditable));
        }
        if (!row.isEditable)
            CHECK_FALSE(watched.model().setData(index.siblingAtColumn(BoardModel::ValueColumn), u"1"_s));
    }
}

TEST_CASE("every cell with something in it can be read aloud", "[boardmodel]")
{
    Office office;
    Watched watched(office, office.board(u"Support"_s));
    for (const QModelIndex &index : watched.all()) {
        const BoardRow &row = *watched.model().rowAt(index);
        CAPTURE(row.title);
        const auto spoken = [&index](int column) {
            return index.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString();
        };
        CHECK(spoken(BoardModel::TitleColumn).startsWith(row.title));
        CHECK(spoken(BoardModel::StatusColumn) == row.status.word);
        CHECK(spoken(BoardModel::OwnersColumn).isEmpty() == row.owners.isEmpty());
        CHECK(spoken(BoardModel::ProgressColumn).isEmpty() == !row.progress.value.has_value());
        const auto hasValue = [](const std::optional<double> &value) { return value.has_value(); };
        const bool hasLine = std::any_of(row.line.values.begin(), row.line.values.end(), hasValue);
        CHECK(spoken(BoardModel::LineColumn).isEmpty() != hasLine);
        CHECK(spoken(BoardModel::UpdatedColumn).contains(u"overdue"_s) == row.update.isOverdue);
    }
}

TEST_CASE("another's value arrives by itself", "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    model.setBoard(office.board(u"Support"_s));
    const KpiId kpi = office.kpi(u"First reply time"_s);
    office.session().setLive(true);
    Session other({office.file(u"profile"_s), kToday});
    REQUIRE(other.wait(other.open(office.path(), Session::Read::Everything)));

    GivenValue given;
    given.kpi = kpi;
    given.date = kToday;
    given.value = 33;
    Intent intent;
    intent.decide = [given](Situation &in) { return recordValue(in, given); };
    const QFuture<Result<Receipt>> sent = other.submit(std::move(intent));
    REQUIRE(other.wait(sent));

    const QModelIndex cell = model.indexOf(RowKind::Kpi, kpi.value(), BoardModel::ValueColumn);
    CHECK(QTest::qWaitFor([&cell] { return cell.data().toString() == u"33\u202fmin"_s; }, 20'000));
}

TEST_CASE("a title leaves its tool tip to the delegate, which says it when it is cut off", "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    model.setBoard(office.board(u"Support"_s));
    const KpiId kpi = office.kpi(u"First reply time"_s);
    const auto tip = [&](int column) {
        return model.indexOf(RowKind::Kpi, kpi.value(), column).data(Qt::ToolTipRole);
    };

    CHECK_FALSE(tip(BoardModel::TitleColumn).isValid());
    CHECK_FALSE(tip(BoardModel::ValueColumn).toString().isEmpty());
}

namespace {

QSet<const BoardRow *> objectsOf(const QList<BoardBranch> &branches)
{
    QSet<const BoardRow *> rows;
    for (const BoardBranch &branch : branches) {
        rows.insert(branch.row.get());
        rows.unite(objectsOf(branch.children));
    }
    return rows;
}

} // namespace

TEST_CASE("an overdue action marks its row, and tells only of the cell with the title", "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setBoard(office.board(u"Support"_s));
    const KpiId kpi = office.kpi(u"First reply time"_s);
    const QModelIndex title = model.indexOf(RowKind::Kpi, kpi.value());
    REQUIRE_FALSE(title.data(OverdueActionsRole).isValid());
    const QSignalSpy told(&model, &BoardModel::dataChanged);
    Action action;
    action.subject = Subject::of(kpi);
    action.title = u"Call them"_s;
    action.due = kToday;

    REQUIRE(office.submit([&action](Situation &in) { return addAction(in, action); }));
    CHECK(told.isEmpty()); // today is not over

    action.due = kToday.addDays(-1);
    REQUIRE(office.submit([&action](Situation &in) { return addAction(in, action); }));

    REQUIRE(told.size() == 1);
    CHECK(told.first().at(0).toModelIndex() == title);
    CHECK(told.first().at(1).toModelIndex() == title);
    CHECK(title.data(OverdueActionsRole).toInt() == 1);
    CHECK_FALSE(title.siblingAtColumn(BoardModel::StatusColumn).data(OverdueActionsRole).isValid());
    CHECK(title.data(Qt::AccessibleTextRole).toString() == u"First reply time, 1 overdue action"_s);
    const auto actions = office.state().of<Action>().of(kpi.value());
    const ActionId late = actions.last()->due < kToday ? actions.last()->id : actions.first()->id;

    REQUIRE(office.submit([late](Situation &in) { return finishAction(in, late); }));

    REQUIRE(told.size() == 2);
    CHECK(told.last().at(1).toModelIndex() == title);
    CHECK_FALSE(title.data(OverdueActionsRole).isValid());
}

TEST_CASE("after a recorded value only the rows that it concerns are made anew", "[boardmodel]")
{
    Office office;
    const BoardId board = office.board(u"Support"_s);
    const BoardSight sight{office.session().me(), board, kToday, false};
    BoardRows rows;
    const QList<BoardBranch> first = rows.of(office.state(), sight);
    const QSet<const BoardRow *> before = objectsOf(first);

    const auto made = [&before](const QList<BoardBranch> &branches) {
        QStringList titles;
        for (const BoardRow *row : objectsOf(branches) - before)
            if (row->kind != RowKind::Section)
                titles << row->title;
        return titles;
    };
    CHECK(made(rows.of(office.state(), sight)).isEmpty());
    REQUIRE(recordOn(office, office.kpi(u"First reply time"_s), 48));
    CHECK(made(rows.of(office.state(), sight)) == QStringList{u"First reply time"_s});
}

TEST_CASE("in the past nothing can be typed, and the hint says why, until the present comes back",
          "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    model.setBoard(office.board(u"Support"_s));
    const KpiId kpi = office.kpi(u"First reply time"_s);
    const auto past = std::make_shared<const WorkingSet>(office.state());
    const QModelIndex cell = model.indexOf(RowKind::Kpi, kpi.value(), BoardModel::ValueColumn);
    const QString before = cell.data().toString();
    REQUIRE(cell.flags().testFlag(Qt::ItemIsEditable));

    model.showPast(past, kToday);
    CHECK(model.isPast());
    CHECK_FALSE(cell.flags().testFlag(Qt::ItemIsEditable));
    CHECK_FALSE(model.setData(cell, u"48"_s));
    CHECK(cell.data(Qt::ToolTipRole).toString() ==
          u"This is how the board stood then. Go back to today to type values."_s);
    REQUIRE(recordOn(office, kpi, 48));
    CHECK(cell.data().toString() == before);

    model.showPresent();
    CHECK(cell.data().toString() == u"48\u202fmin"_s);
    CHECK(cell.flags().testFlag(Qt::ItemIsEditable));
}

TEST_CASE("who may not see a board today does not see it in the past either", "[boardmodel]")
{
    Office office;
    Session visitor({office.file(u"another profile"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Everything)));
    Board board = *office.state().find(office.board(u"Salary review"_s));
    BoardModel model(visitor);
    model.setBoard(board.id);
    REQUIRE(model.rowCount() == 0);

    WorkingSet open = office.state();
    board.visibility = Visibility::Public;
    Edits edits;
    edits.change(board);
    open.apply(edits);
    REQUIRE_FALSE(rowsOf(open, {}, board.id, kToday).isEmpty());
    model.showPast(std::make_shared<const WorkingSet>(open), kToday);

    CHECK(model.rowCount() == 0);
}

TEST_CASE("pace and confidence are said in words and figures", "[boardmodel]")
{
    Office office;
    Watched watched(office, office.board(u"Support"_s));
    int paces = 0;
    int confidences = 0;
    for (const QModelIndex &index : watched.all()) {
        const BoardRow &row = *watched.model().rowAt(index);
        const QString pace = index.siblingAtColumn(BoardModel::PaceColumn).data().toString();
        const QString confidence = index.siblingAtColumn(BoardModel::ConfidenceColumn).data().toString();
        CHECK(pace.isEmpty() != row.pace.has_value());
        CHECK(confidence.isEmpty() != row.confidence.has_value());
        paces += pace.isEmpty() ? 0 : 1;
        confidences += confidence.isEmpty() ? 0 : 1;
        if (row.pace)
            CHECK((pace == u"on pace"_s || pace.endsWith(*row.pace > 0 ? u"pp ahead"_s : u"pp behind"_s)));
    }
    CHECK(paces > 3);
    CHECK(confidences > 1);
}
