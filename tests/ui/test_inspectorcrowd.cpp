// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/commenting.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/values.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/changesmodel.h"
#include "ui/models/commentsmodel.h"
#include "ui/models/historymodel.h"
#include "ui/models/targetsmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSteps = 400;
constexpr int kPatienceMs = 20'000;

/// A model with Qt's own tester at it; held rows must stay what they are for as long as they are there.
template<class Model>
class Watched
{
public:
    // The tester would fetch more in the middle of a change.
    explicit Watched(Session &session) : m_model(session) { m_tester.setUseFetchMore(false); }

    Model &model() { return m_model; }
    /// From here on no reset is in order.
    void watch()
    {
        QObject::connect(&m_model, &QAbstractItemModel::modelReset, &m_model, [this] { ++m_resets; });
    }
    void hold(int row)
    {
        const QPersistentModelIndex index = m_model.index(row, 0);
        if (index.isValid())
            m_held.append({index, index.data(IdRole).toLongLong()});
    }
    bool isHeldTrue()
    {
        m_held.removeIf([](const Held &held) { return !held.index.isValid(); });
        return std::all_of(m_held.begin(), m_held.end(),
                           [](const Held &held) { return held.index.data(IdRole).toLongLong() == held.id; });
    }
    int resets() const { return m_resets; }

private:
    struct Held
    {
        QPersistentModelIndex index;
        qint64 id = 0;
    };
    Model m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QList<Held> m_held;
    int m_resets = 0;
};

template<class Model>
auto allRows(Model &model)
{
    while (model.canFetchMore({}))
        model.fetchMore({});
    return model.rows();
}

/// What a KPI's part of the inspector shows, while people and their undos are at it.
class Crowd
{
public:
    explicit Crowd(Office &office) : m_office(office)
    {
        targets.model().setKpi(m_kpi);
        comments.model().setSubject(Subject::of(m_kpi));
        history.model().show(m_kpi.value());
        changes.model().show(m_kpi.value());
        REQUIRE(waitFor([this] { return history.model().total() > 0 && changes.model().rowCount() > 0; }));
        targets.watch();
        comments.watch();
        history.watch();
        changes.watch();
    }

    void doSomething()
    {
        switch (pick(8)) {
        case 0:
            return setTarget();
        case 1:
            return say();
        case 2:
            return takeCommentBack();
        case 3:
            return record();
        case 4:
            return correct();
        case 5:
            return rename();
        case 6:
            return count(m_office.session().wait(m_office.session().undo()), m_undone);
        default:
            return count(m_office.session().wait(m_office.session().redo()), m_undone);
        }
    }
    void holdSome()
    {
        targets.hold(pick(1 + targets.model().rowCount()));
        comments.hold(pick(1 + comments.model().rowCount()));
        history.hold(pick(1 + history.model().rowCount()));
        changes.hold(pick(1 + changes.model().rowCount()));
    }
    bool isHeldTrue()
    {
        return targets.isHeldTrue() && comments.isHeldTrue() && history.isHeldTrue() && changes.isHeldTrue();
    }
    /// These follow at once.
    bool isUpToDate()
    {
        TargetsModel freshTargets(m_office.session());
        freshTargets.setKpi(m_kpi);
        CommentsModel freshComments(m_office.session());
        freshComments.setSubject(Subject::of(m_kpi));
        return targets.model().rows() == freshTargets.rows() &&
               comments.model().rows() == freshComments.rows();
    }
    /// These read the file first.
    bool comesUpToDate()
    {
        HistoryModel freshHistory(m_office.session());
        ChangesModel freshChanges(m_office.session());
        bool isRead = false;
        QObject::connect(&freshChanges, &ChangesModel::read, &freshChanges, [&isRead] { isRead = true; });
        freshHistory.show(m_kpi.value());
        freshChanges.show(m_kpi.value());
        return waitFor([&] {
            return isRead && freshHistory.total() > 0 && changes.model().rows() == freshChanges.rows() &&
                   allRows(history.model()) == allRows(freshHistory);
        });
    }

    int written() const { return m_written; }
    int undone() const { return m_undone; }

    static bool waitFor(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor(condition, kPatienceMs);
    }

private:
    int pick(int count) { return int(m_random.bounded(quint32(count))); }
    static void count(const Result<Receipt> &receipt, int &number)
    {
        number += receipt && receipt->isWritten() ? 1 : 0;
    }
    void submit(const Decide &decide) { count(m_office.submit(decide), m_written); }

    void setTarget()
    {
        Target target;
        target.kpi = m_kpi;
        target.validFrom = kToday.addDays(pick(60) - 30);
        target.value = pick(90);
        submit([target](Situation &in) { return milepost::setTarget(in, target); });
    }
    void say()
    {
        const QString text = u"Remark "_s + QString::number(m_written);
        submit([this, text](Situation &in) { return addComment(in, Subject::of(m_kpi), text); });
    }
    void takeCommentBack()
    {
        const QList<CommentRow> &rows = comments.model().rows();
        if (rows.isEmpty())
            return say();
        const CommentId id = rows[pick(int(rows.size()))].id;
        submit([id](Situation &in) { return deleteComment(in, id); });
    }
    GivenValue value()
    {
        GivenValue given;
        given.kpi = m_kpi;
        given.date = kToday.addDays(-pick(300));
        given.value = pick(1000) / 10.0;
        given.reason = u"counted again"_s;
        return given;
    }
    void record()
    {
        const GivenValue given = value();
        submit([given](Situation &in) { return recordValue(in, given); });
    }
    void correct()
    {
        GivenValue given = value();
        given.date = history.model().rows()[pick(history.model().rowCount())].date;
        submit([given](Situation &in) { return correctValue(in, given); });
    }
    void rename()
    {
        const Named thing{Named::Kind::Kpi, m_kpi.value(), {}, {}};
        const QString name = u"Reply "_s + QString::number(m_written);
        submit([thing, name](Situation &in) { return editFields(in, thing, {{u"name"_s, name}}); });
    }

    Office &m_office;
    KpiId m_kpi = m_office.kpi(u"First reply time"_s);
    QRandomGenerator m_random{20261122};
    int m_written = 0;
    int m_undone = 0;

public:
    Watched<TargetsModel> targets{m_office.session()};
    Watched<CommentsModel> comments{m_office.session()};
    Watched<HistoryModel> history{m_office.session()};
    Watched<ChangesModel> changes{m_office.session()};
};

} // namespace

TEST_CASE("hundreds of edits and undos reach the inspector's lists row by row", "[inspector]")
{
    Office office;
    Crowd crowd(office);

    for (int step = 0; step < kSteps; ++step) {
        CAPTURE(step);
        crowd.doSomething();
        REQUIRE(crowd.isUpToDate());
        REQUIRE(crowd.isHeldTrue());
        if (step % 20 == 0) {
            crowd.holdSome();
            REQUIRE(crowd.comesUpToDate());
        }
    }

    CHECK(crowd.comesUpToDate());
    CHECK(crowd.isHeldTrue());
    CHECK(crowd.written() > kSteps / 3);
    CHECK(crowd.undone() > kSteps / 10);
    CHECK(crowd.targets.resets() + crowd.comments.resets() + crowd.history.resets() +
              crowd.changes.resets() ==
          0);
}
