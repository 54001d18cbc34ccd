// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/boarddragging.h"
#include "ui/models/boardmodel.h"

#include <QMimeData>
#include <QTest>

#include <memory>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// A board with two objectives, of two key results each at least, seen through its model.
struct BoardTable
{
    explicit BoardTable(Office &office, const QString &board)
        : id(office.board(board))
        , model(office.session())
    {
        model.setBoard(id);
    }
    QModelIndex of(qint64 record) const
    {
        for (const RowKind kind : {RowKind::Objective, RowKind::KeyResult, RowKind::Kpi})
            if (const QModelIndex index = model.indexOf(kind, record); index.isValid())
                return index;
        return {};
    }
    /// The objectives that are on the board; those of past cycles are archived.
    static QList<ObjectiveId> objectives(const Office &office, BoardId board)
    {
        QList<ObjectiveId> ids;
        for (const Objective *objective : office.state().of<Objective>().of(board))
            if (!objective->archived)
                ids << objective->id;
        return ids;
    }
    bool drop(qint64 record, int row, const QModelIndex &parent)
    {
        const std::unique_ptr<QMimeData> data(model.mimeData({of(record)}));
        return model.dropMimeData(data.get(), Qt::MoveAction, row, 0, parent);
    }
    QStringList titles(const QModelIndex &parent) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(parent); ++row)
            texts << model.index(row, 0, parent).data().toString();
        return texts;
    }

    BoardId id;
    BoardModel model;
};

} // namespace

TEST_CASE("an objective is dragged before another one, and its key results go along", "[dragging]")
{
    Office office;
    BoardTable table(office, u"Company"_s);
    const QList<ObjectiveId> objectives = BoardTable::objectives(office, table.id);
    REQUIRE(objectives.size() >= 2);
    const ObjectiveId last = objectives.last();
    const QString first = table.titles({}).first();
    const int children = table.model.rowCount(table.of(last.value()));

    REQUIRE(table.drop(last.value(), 0, {}));
    REQUIRE(office.settle());

    CHECK(table.model.index(0, 0).data(IdRole).toLongLong() == last.value());
    CHECK(table.model.index(1, 0).data().toString() == first);
    CHECK(table.model.rowCount(table.of(last.value())) == children);
}

TEST_CASE("a key result is dragged within its objective and onto another one", "[dragging]")
{
    Office office;
    BoardTable table(office, u"Company"_s);
    const QList<ObjectiveId> objectives = BoardTable::objectives(office, table.id);
    const QModelIndex from = table.of(objectives[0].value());
    const QModelIndex to = table.of(objectives[1].value());
    REQUIRE(from.isValid());
    REQUIRE(to.isValid());
    REQUIRE(table.model.rowCount(from) >= 2);
    const QStringList before = table.titles(from);
    const qint64 moved = table.model.index(0, 0, from).data(IdRole).toLongLong();

    REQUIRE(table.drop(moved, table.model.rowCount(from), from));
    REQUIRE(office.settle());
    CHECK(table.titles(from) == before.mid(1) + before.mid(0, 1));

    REQUIRE(table.drop(moved, -1, to));
    REQUIRE(office.settle());
    CHECK(table.titles(to).last() == before.first());
    CHECK_FALSE(table.titles(from).contains(before.first()));
}

TEST_CASE("a KPI is dragged onto the one that it shall stand before", "[dragging]")
{
    Office office;
    BoardTable table(office, u"Company"_s);
    const auto kpis = office.state().of<Kpi>().of(table.id);
    REQUIRE(kpis.size() >= 2);
    const qint64 last = kpis.last()->id.value();
    const qint64 first = kpis.first()->id.value();

    REQUIRE(table.drop(last, -1, table.of(first)));
    REQUIRE(office.settle());

    CHECK(office.state().of<Kpi>().of(table.id).first()->id.value() == last);
}

TEST_CASE("what cannot be let go at a place is refused before it is tried", "[dragging]")
{
    Office office;
    BoardTable table(office, u"Company"_s);
    const auto kpis = office.state().of<Kpi>().of(table.id);
    const QList<ObjectiveId> objectives = BoardTable::objectives(office, table.id);
    const qint64 keyResult = office.state().of<KeyResult>().of(objectives[0])[0]->id.value();
    const std::unique_ptr<QMimeData> carriedOne(table.model.mimeData({table.of(keyResult)}));
    const auto may = [&](const QMimeData *data, int row, const QModelIndex &parent) {
        return table.model.canDropMimeData(data, Qt::MoveAction, row, 0, parent);
    };

    REQUIRE(table.of(keyResult).isValid());
    CHECK_FALSE(may(carriedOne.get(), 0, {}));
    CHECK_FALSE(may(carriedOne.get(), -1, table.of(kpis.first()->id.value())));
    CHECK_FALSE(may(carriedOne.get(), -1, table.of(keyResult)));
    QMimeData foreign;
    foreign.setData(rowMimeType(), "5 " + QByteArray::number(keyResult));
    CHECK_FALSE(may(&foreign, -1, table.of(kpis.first()->id.value())));
    const qint64 objective = objectives[1].value();
    CHECK(may(carriedOne.get(), -1, table.of(objective)));
    const qint64 kpi = kpis.first()->id.value();
    const std::unique_ptr<QMimeData> carriedKpi(table.model.mimeData({table.of(kpi)}));
    const std::unique_ptr<QMimeData> carriedObjective(table.model.mimeData({table.of(objective)}));
    CHECK_FALSE(may(carriedKpi.get(), -1, table.of(objective)));
    CHECK_FALSE(may(carriedKpi.get(), 0, table.of(objective)));
    CHECK_FALSE(may(carriedKpi.get(), -1, table.of(keyResult)));
    CHECK_FALSE(may(carriedObjective.get(), -1, table.of(kpi)));
    CHECK(may(carriedKpi.get(), -1, table.of(kpis.last()->id.value())));
    CHECK(may(carriedObjective.get(), -1, table.of(objectives[0].value())));
    CHECK_FALSE(table.model.canDropMimeData(carriedOne.get(), Qt::CopyAction, -1, 0, table.of(objective)));
}

TEST_CASE("rows can be dragged by editors only", "[dragging]")
{
    Office office;
    BoardTable table(office, u"Company"_s);
    const qint64 objective = BoardTable::objectives(office, table.id)[0].value();
    CHECK(table.of(objective).flags() & Qt::ItemIsDragEnabled);

    Session visitor({office.file(u"nobody"_s), kToday});
    REQUIRE(visitor.wait(visitor.open(office.path(), Session::Read::Everything)));
    BoardModel seen(visitor);
    seen.setBoard(table.id);
    const QModelIndex row = seen.indexOf(RowKind::Objective, objective);
    REQUIRE(row.isValid());
    CHECK_FALSE(row.flags() & Qt::ItemIsDragEnabled);
    CHECK_FALSE(row.flags() & Qt::ItemIsDropEnabled);
    const std::unique_ptr<QMimeData> data(table.model.mimeData({table.of(objective)}));
    CHECK_FALSE(seen.canDropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
}
