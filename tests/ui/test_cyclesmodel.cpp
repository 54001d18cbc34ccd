// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/people.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/cyclesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const CyclesModel &model)
{
    QStringList names;
    for (const CycleRow &row : model.rows())
        names << row.name;
    return names;
}

} // namespace

TEST_CASE("cycles are listed from the newest, and change in place", "[cycles]")
{
    Office office;
    CyclesModel model(office.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &CyclesModel::modelReset);
    const QStringList before = namesOf(model);
    REQUIRE_FALSE(before.isEmpty());
    const QSignalSpy added(&model, &CyclesModel::added);

    model.add(u"Next"_s, QDate(2027, 1, 1), QDate(2027, 3, 31));

    REQUIRE(QTest::qWaitFor([&] { return added.size() == 1; }, 20'000));
    CHECK(namesOf(model) == QStringList{u"Next"_s} + before);
    const QPersistentModelIndex next = model.index(0, CyclesModel::NameColumn);
    CHECK(QModelIndex(next)
              .siblingAtColumn(CyclesModel::StatusColumn)
              .data(StatusRole)
              .value<StatusFact>()
              .word == u"Not begun"_s);

    // Earlier than all others: the row moves, and stays itself.
    REQUIRE(model.setData(QModelIndex(next).siblingAtColumn(CyclesModel::FromColumn), QDate(2020, 1, 1)));
    REQUIRE(QTest::qWaitFor([&] { return next.row() == model.rowCount() - 1; }, 20'000));
    CHECK(next.data().toString() == u"Next"_s);
    CHECK(resets.isEmpty());
}

TEST_CASE("what cannot be is refused, and told", "[cycles]")
{
    Office office;
    CyclesModel model(office.session());
    const QSignalSpy refusals(&model, &CyclesModel::refused);
    const QModelIndex to = model.index(0, CyclesModel::ToColumn);
    const QDate before = to.data(Qt::EditRole).toDate();

    REQUIRE(model.setData(to, QDate(2000, 1, 1)));

    REQUIRE(QTest::qWaitFor([&] { return refusals.size() == 1; }, 20'000));
    CHECK(refusals.first().first().value<Error>().code == Error::Code::CycleInvalid);
    CHECK(to.data(Qt::EditRole).toDate() == before);
    CHECK_FALSE(model.setData(model.index(0, CyclesModel::BoardsColumn), 3));
    CHECK_FALSE(model.setData(to, QDate(2000, 1, 1), Qt::DisplayRole));
}

TEST_CASE("a visitor reads cycles and changes none", "[cycles]")
{
    Office office(Office::Door::Closed);
    Session visitor({office.file(u"nobody"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Everything)));
    CyclesModel model(visitor);

    REQUIRE(model.rowCount() > 0);
    for (int column = 0; column < CyclesModel::ColumnCount; ++column)
        CHECK_FALSE(model.index(0, column).flags().testFlag(Qt::ItemIsEditable));
    CHECK_FALSE(model.setData(model.index(0, CyclesModel::NameColumn), u"Mine"_s));
}
