// SPDX-License-Identifier: GPL-3.0-or-later
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

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSteps = 10'000;

/// A workspace without a file: acts are decided and applied to the state, which a model is shown as a past
/// one.
class Paper
{
public:
    Paper(Office &office, const QString &board)
        : m_state(office.state())
        , m_author(office.session().me())
        , m_board(office.board(board))
        , m_other(office.board(u"Growth"_s))
    {
    }

    const WorkingSet &state() const { return m_state; }
    int written() const { return m_written; }
    int undone() const { return m_undone; }

    void doSomething()
    {
        switch (pick(10)) {
        case 0:
        case 1:
        case 2:
            return recordSomewhere();
        case 3:
            return rename();
        case 4:
            return add();
        case 5:
            return onOne([](Situation &in, const Named &thing) { return archive(in, thing); });
        case 6:
            return onOne([](Situation &in, const Named &thing) { return deleteThing(in, thing); });
        case 7:
            return pick(3) == 0 ? onOne([to = m_other](Situation &in, const Named &thing) {
                return moveTo(in, thing, to);
            })
                                : rearrange();
        default:
            return undo();
        }
    }

    int pick(qsizetype count) { return int(m_random.bounded(quint32(count))); }

private:
    void submit(const Decide &decide)
    {
        Situation in{m_state, m_author, kToday, 0, IdSource::startingAt(m_nextId)};
        m_nextId += 1000;
        const Result<Draft> draft = decide(in);
        if (!draft || draft->nothingToDo)
            return;
        m_before.append(m_state);
        if (m_before.size() > 40)
            m_before.removeFirst();
        m_state.apply(draft->edits);
        ++m_written;
    }
    void undo()
    {
        if (m_before.isEmpty())
            return;
        m_state = m_before.takeLast();
        ++m_undone;
    }
    QList<Named> things(Named::Kinds kinds = Named::Kind::Objective | Named::Kind::KeyResult |
                                             Named::Kind::Kpi) const
    {
        QList<Named> things;
        for (const Named &thing : namesFor(m_state, m_author, kinds))
            if (boardOfThing(m_state, thing.id) == m_board)
                things << thing;
        return things;
    }
    template<class Do>
    void onOne(Do act)
    {
        const QList<Named> all = things();
        if (all.size() < 9) // leave something to work with
            return add();
        const Named &thing = all[pick(all.size())];
        submit([thing, act](Situation &in) { return act(in, thing); });
    }
    void recordSomewhere()
    {
        const QList<Named> all = things(Named::Kind::KeyResult | Named::Kind::Kpi);
        if (all.isEmpty())
            return;
        const Named &thing = all[pick(all.size())];
        GivenValue given;
        if (thing.kind == Named::Kind::Kpi)
            given.kpi = KpiId(thing.id);
        else
            given.keyResult = KeyResultId(thing.id);
        given.date = kToday.addDays(-pick(200));
        given.value = pick(1000) / 10.0;
        given.reason = u"counted again"_s;
        submit([given](Situation &in) { return correctValue(in, given); });
        submit([given](Situation &in) { return recordValue(in, given); });
    }
    void rename()
    {
        const QString name = u"Number "_s + QString::number(++m_names);
        onOne([name](Situation &in, const Named &thing) {
            const QString field = thing.kind == Named::Kind::Kpi ? u"name"_s : u"title"_s;
            return editFields(in, thing, {{field, name}});
        });
    }
    void rearrange()
    {
        Edits edits;
        const QList<const Kpi *> kpis = m_state.of<Kpi>().of(m_board);
        if (kpis.isEmpty())
            return;
        Kpi moved = *kpis[pick(kpis.size())];
        moved.position = kpis[pick(kpis.size())]->position + (pick(2) == 0 ? 0.5 : -0.5);
        edits.change(moved);
        m_before.append(m_state);
        m_state.apply(edits);
        ++m_written;
    }
    void add()
    {
        const QString name = u"Number "_s + QString::number(++m_names);
        const auto objectives = m_state.of<Objective>().of(m_board);
        if (const int kind = pick(3); kind == 0) {
            Objective objective;
            objective.board = m_board;
            objective.title = name;
            submit([objective](Situation &in) { return addObjective(in, objective); });
        } else if (kind == 1 && !objectives.isEmpty()) {
            AddKeyResult request;
            request.keyResult.objective = objectives[pick(objectives.size())]->id;
            request.keyResult.title = name;
            request.keyResult.start = 0;
            request.keyResult.target = 10;
            submit([request](Situation &in) { return addKeyResult(in, request); });
        } else {
            AddKpi request;
            request.kpi.board = m_board;
            request.kpi.name = name;
            submit([request](Situation &in) { return addKpi(in, request); });
        }
    }

    WorkingSet m_state;
    QList<WorkingSet> m_before;
    PersonId m_author;
    BoardId m_board;
    BoardId m_other;
    QRandomGenerator m_random{20261122};
    qint64 m_nextId = 5'000'000'000'000'000;
    int m_names = 0;
    int m_written = 0;
    int m_undone = 0;
};

/// The rows as they should be shown, made anew.
QList<BoardBranch> expected(const BoardModel &model, PersonId reader)
{
    BoardRows rows;
    return arranged(rows.of(model.state(), {reader, model.board(), model.day(), true}), model.arrangement());
}

/// Where the model differs from these rows; empty if nowhere.
QString difference(const BoardModel &model, const QList<BoardBranch> &rows, const QModelIndex &parent = {})
{
    if (model.rowCount(parent) != rows.size())
        return u"another number of rows under "_s + parent.data().toString();
    for (int i = 0; i < rows.size(); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        if (*model.rowAt(index) != *rows[i].row)
            return u"not as it stands: "_s + rows[i].row->title;
        if (const QString below = difference(model, rows[i].children, index); !below.isEmpty())
            return below;
    }
    return {};
}

Arrangement another(Paper &paper)
{
    const QStringList filters{{}, {}, {}, u"re"_s, u"number 1"_s, u"no data"_s, u"zzz"_s};
    Arrangement arrangement;
    arrangement.filter = filters[paper.pick(filters.size())];
    arrangement.grouping = static_cast<Grouping>(paper.pick(4));
    arrangement.sortColumn = paper.pick(BoardModel::BoardColumnCount + 1) - 1;
    arrangement.sortOrder = paper.pick(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
    return arrangement;
}

} // namespace

TEST_CASE("ten thousand edits, moves and undos, seen in every arrangement, are told exactly", "[boardmodel]")
{
    Office office;
    BoardModel model(office.session());
    model.setBoard(office.board(u"Support"_s));
    int resets = 0;
    QObject::connect(&model, &BoardModel::modelReset, &model, [&resets] { ++resets; });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Paper paper(office, u"Support"_s);

    for (int step = 0; step < kSteps; ++step) {
        CAPTURE(step);
        paper.doSomething();
        model.showPast(std::make_shared<const WorkingSet>(paper.state()), kToday);
        if (step % 40 == 0)
            model.arrange(another(paper));
        if (step % 5 == 0)
            REQUIRE(difference(model, expected(model, office.session().me())) == QString());
    }

    CHECK(resets == 0);
    CHECK(paper.written() > kSteps / 2);
    CHECK(paper.undone() > 1000);
}
