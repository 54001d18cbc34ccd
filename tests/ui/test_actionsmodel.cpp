// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/actionsmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Tester = QAbstractItemModelTester;

/// The actions about one KPI, before the founder.
struct Reply
{
    Office office;
    KpiId kpi = office.kpi(u"First reply time"_s);
    ActionsModel model{office.session(), Subject::of(kpi)};
    Tester tester{&model, Tester::FailureReportingMode::Fatal};

    QModelIndex cell(const QString &title, int column = ActionsModel::TitleColumn) const
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString() == title)
                return model.index(row, column);
        return {};
    }
    QString shown(const QString &title, int column) const { return cell(title, column).data().toString(); }
    bool comes(const QString &title) const
    {
        return QTest::qWaitFor([&] { return cell(title).isValid(); }, 20'000);
    }
};

QStringList titlesOf(const ActionsModel &model)
{
    QStringList titles;
    for (const ActionRow &row : model.rows())
        titles << row.title;
    return titles;
}

} // namespace

TEST_CASE("the actions of a row stand by due day, and the done ones last", "[actions]")
{
    const Reply reply;

    CHECK(titlesOf(reply.model) == QStringList{u"Second shift on Mondays"_s, u"Reply templates for billing"_s,
                                               u"Two people on the early shift"_s});
    CHECK(reply.cell(u"Two people on the early shift"_s).data(Qt::CheckStateRole) == Qt::Checked);
    CHECK(reply.shown(u"Two people on the early shift"_s, ActionsModel::StateColumn) == u"Done"_s);
    CHECK(reply.shown(u"Second shift on Mondays"_s, ActionsModel::AboutColumn) == u"First reply time"_s);
}

TEST_CASE("what is overdue says so by word and sign", "[actions]")
{
    Reply reply;
    const KpiId backlog = reply.office.kpi(u"Backlog older than a week"_s);
    reply.model.setScope(Subject::of(backlog));

    const QModelIndex due = reply.cell(u"Go through the oldest fifty together"_s, ActionsModel::DueColumn);
    const auto fact = due.data(StatusRole).value<StatusFact>();
    CHECK(fact.word.startsWith(u"Overdue, "_s));
    CHECK(fact.sign == Sign::Clock);
    CHECK(due.data(UpdateRole).value<UpdateFact>().isOverdue);
    CHECK(due.siblingAtColumn(ActionsModel::StateColumn).data().toString() == u"Open"_s);
}

TEST_CASE("an action is added as it is typed", "[actions]")
{
    Reply reply;
    QSignalSpy added(&reply.model, &ActionsModel::added);

    REQUIRE(reply.model.add(Subject::of(reply.kpi), u"Call Anna"_s,
                            reply.office.state().find(reply.office.session().me())->name, u"+1"_s));

    REQUIRE(reply.comes(u"Call Anna"_s));
    REQUIRE(QTest::qWaitFor([&] { return added.count() == 1; }, 20'000));
    const ActionRow &row = reply.model.rows().first();
    CHECK(row.title == u"Call Anna"_s);
    CHECK(row.due == kToday.addDays(1));
    CHECK(row.owner == reply.office.session().me());
    CHECK(reply.shown(u"Call Anna"_s, ActionsModel::DueColumn) == u"19 Nov"_s);
    CHECK(reply.cell(u"Call Anna"_s, ActionsModel::DueColumn).data(StatusRole).value<StatusFact>().word ==
          u"due tomorrow"_s);
}

TEST_CASE("texts that make no action are refused at once", "[actions]")
{
    Reply reply;
    const Subject about = Subject::of(reply.kpi);

    CHECK(reply.model.add(about, u"x"_s, u"Nobody"_s, {}).error().code == Error::Code::NameUnknown);
    CHECK(reply.model.add(about, u"x"_s, {}, u"someday"_s).error().code == Error::Code::DateInvalid);
    QSignalSpy refused(&reply.model, &ActionsModel::refused);
    REQUIRE(reply.model.add(about, {}, {}, {}));
    REQUIRE(QTest::qWaitFor([&] { return refused.count() == 1; }, 20'000));
    CHECK(refused.first().at(1).value<Error>().code == Error::Code::NameEmpty);
}

TEST_CASE("checking an action finishes it, and unchecking opens it again", "[actions]")
{
    Reply reply;
    const QString title = u"Second shift on Mondays"_s;

    REQUIRE(reply.model.setData(reply.cell(title), Qt::Checked, Qt::CheckStateRole));
    REQUIRE(QTest::qWaitFor(
        [&] {
            return reply.model.rows().last().isDone &&
                   reply.cell(title).data(Qt::CheckStateRole) == Qt::Checked;
        },
        20'000));
    REQUIRE(reply.model.setData(reply.cell(title), Qt::Unchecked, Qt::CheckStateRole));
    REQUIRE(
        QTest::qWaitFor([&] { return reply.cell(title).data(Qt::CheckStateRole) == Qt::Unchecked; }, 20'000));
    CHECK(reply.shown(title, ActionsModel::StateColumn) == u"Open"_s);
}

TEST_CASE("title, owner, due day and note are typed in place", "[actions]")
{
    Reply reply;
    const QString title = u"Reply templates for billing"_s;
    const QString me = reply.office.state().find(reply.office.session().me())->name;
    const ActionId id = reply.model.rowAt(reply.cell(title))->id;

    CHECK(reply.model.setData(reply.cell(title, ActionsModel::OwnerColumn), me));
    CHECK(reply.model.setData(reply.cell(title, ActionsModel::DueColumn), u"fri"_s));
    CHECK(reply.model.setData(reply.cell(title), u"Templates"_s));
    reply.model.setNote(id, u"Fact: slow"_s);
    REQUIRE(reply.office.settle());

    const ActionRow *row = reply.model.rowAt(reply.cell(u"Templates"_s));
    REQUIRE(row);
    CHECK(row->id == id);
    CHECK(row->owner == reply.office.session().me());
    CHECK(row->due == QDate(2026, 11, 20));
    CHECK(row->note == u"Fact: slow"_s);
}

TEST_CASE("a due day that is none leaves the action as it is", "[actions]")
{
    Reply reply;
    QSignalSpy refused(&reply.model, &ActionsModel::refused);
    const QModelIndex due = reply.cell(u"Second shift on Mondays"_s, ActionsModel::DueColumn);
    const QString before = due.data().toString();

    CHECK_FALSE(reply.model.setData(due, u"soon"_s));

    CHECK(refused.count() == 1);
    CHECK(due.data().toString() == before);
}

TEST_CASE("actions of all boards leave out what one may not see, and archived boards", "[actions]")
{
    Office office;
    const BoardId secret = office.board(u"Salary review"_s);
    const BoardId support = office.board(u"Support"_s);
    Action action;
    action.subject = Subject::of(secret);
    action.title = u"Compare with others"_s;
    REQUIRE(office.submit([&](Situation &in) {
        in.asker = office.person(u"Aisha Bello"_s);
        return addAction(in, action);
    }));
    const auto countOn = [&](PersonId reader, BoardId board) {
        const QList<ActionRow> rows = actionRows(office.state(), reader, {}, kToday);
        return std::count_if(rows.begin(), rows.end(),
                             [board](const ActionRow &row) { return row.board == board; });
    };
    const PersonId stranger = office.person(u"Ravi Deshpande"_s);

    CHECK(countOn(office.session().me(), secret) == 1);
    CHECK(countOn(stranger, secret) == 0);
    REQUIRE(countOn(stranger, support) > 0);
    REQUIRE(office.submit([&](Situation &in) {
        return editFields(in, {Named::Kind::Board, support.value(), u"Support"_s, {}},
                          {{u"archived"_s, u"yes"_s}});
    }));
    CHECK(countOn(stranger, support) == 0);
}

TEST_CASE("random edits and undos leave the table as a fresh one would be", "[actions]")
{
    Office office;
    const KpiId kpi = office.kpi(u"First reply time"_s);
    ActionsModel model(office.session(), {});
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QRandomGenerator random(7);
    for (int i = 0; i < 60; ++i) {
        const int row = int(random.bounded(quint32(model.rowCount())));
        switch (random.bounded(4)) {
        case 0:
            REQUIRE(model.add(Subject::of(kpi), u"N%1"_s.arg(i), {}, u"+%1"_s.arg(random.bounded(30))));
            break;
        case 1:
            model.setData(model.index(row, ActionsModel::DueColumn), u"+%1"_s.arg(random.bounded(30)));
            break;
        case 2:
            model.setData(model.index(row, 0), random.bounded(2) ? Qt::Checked : Qt::Unchecked,
                          Qt::CheckStateRole);
            break;
        default:
            office.session().undo().waitForFinished();
        }
        REQUIRE(office.settle());
        CHECK(model.rows() == actionRows(office.state(), office.session().me(), {}, kToday));
    }
    CHECK(resets.isEmpty());
}
