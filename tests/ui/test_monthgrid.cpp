// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"
#include "core/domain/acts/values.h"
#include "tests/support/printing.h"
#include "tests/ui/office.h"
#include "ui/models/monthgridmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// The months of the Support board.
struct Months
{
    explicit Months(Office &office) : board(office.session()), grid(board)
    {
        board.setBoard(office.board(u"Support"_s));
        grid.setActive(true);
    }

    QString title(int row) const { return grid.headerData(row, Qt::Vertical).toString(); }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < grid.rowCount(); ++row)
            if (title(row) == name)
                return row;
        FAIL("there is no row " << name.toStdString());
        return -1;
    }
    QModelIndex newest(const QString &name) const
    {
        return grid.index(rowOf(name), MonthGridModel::kMonths - 1);
    }
    /// Everything that can be seen, read once from the model and so also kept by it.
    QList<QStringList> all() const
    {
        QList<QStringList> rows;
        for (int row = 0; row < grid.rowCount(); ++row) {
            QStringList cells{title(row)};
            for (int month = 0; month < MonthGridModel::kMonths; ++month)
                cells << grid.index(row, month).data(Qt::AccessibleTextRole).toString();
            rows << cells;
        }
        return rows;
    }

    BoardModel board;
    MonthGridModel grid;
};

GivenValue valueOf(KpiId kpi, QDate date, double value)
{
    GivenValue given;
    given.kpi = kpi;
    given.date = date;
    given.value = value;
    given.reason = u"counted again"_s;
    return given;
}

} // namespace

TEST_CASE("months stand with the newest at the right, KPIs and numbered key results as rows", "[monthgrid]")
{
    Office office;
    const Months months(office);

    CHECK(months.grid.columnCount() >= 12);
    CHECK(months.grid.headerData(MonthGridModel::kMonths - 1, Qt::Horizontal).toString() == u"Nov 2026"_s);
    CHECK(months.grid.headerData(MonthGridModel::kMonths - 12, Qt::Horizontal).toString() == u"Dec 2025"_s);
    CHECK(months.rowOf(u"First reply time"_s) >= 0);
    CHECK(months.rowOf(u"Solved at first contact"_s) >= 0);
    for (int row = 0; row < months.grid.rowCount(); ++row)
        CHECK(months.title(row) != u"Publish the known-issues page"_s); // done or not done
}

TEST_CASE("a month says its value over its target, with a word and a sign, and a gap is a dash",
          "[monthgrid]")
{
    Office office;
    const Months months(office);
    const QModelIndex newest = months.newest(u"First reply time"_s);
    const QModelIndex oldest = newest.siblingAtColumn(0);

    CHECK(newest.data(ValueRole).isValid());
    CHECK(newest.data(SecondaryTextRole).toString().startsWith(u"≤ "_s));
    const auto status = newest.data(StatusRole).value<StatusFact>();
    CHECK_FALSE(status.word.isEmpty());
    CHECK(status.sign != Sign::None);
    CHECK(newest.data(Qt::AccessibleTextRole).toString().endsWith(status.word));
    CHECK(oldest.data().toString() == u"–"_s);
    CHECK(oldest.data(Qt::AccessibleTextRole).toString().startsWith(u"no value"_s));
}

TEST_CASE("a correction of an old value changes its own month and no other", "[monthgrid]")
{
    Office office;
    const Months months(office);
    const KpiId kpi = office.kpi(u"First reply time"_s);
    const QModelIndex newest = months.newest(u"First reply time"_s);
    months.all();
    const QDate old = office.state().seriesOf(kpi).points().at(5).date;
    const QSignalSpy told(&months.grid, &QAbstractItemModel::dataChanged);

    const GivenValue given = valueOf(kpi, old, 9999);
    REQUIRE(office.submit([given](Situation &in) { return correctValue(in, given); }));

    const int column =
        MonthGridModel::kMonths - 1 - ((kToday.year() - old.year()) * 12 + kToday.month() - old.month());
    const bool isLastOfItsMonth = newest.siblingAtColumn(column).data(ValueRole).toDouble() == 9999;
    REQUIRE(told.size() <= 1);
    if (told.size() == 1) {
        CHECK(told.first().at(0).toModelIndex().column() == column);
        CHECK(told.first().at(1).toModelIndex().column() == column);
        CHECK(told.first().at(0).toModelIndex().row() == newest.row());
    } else {
        CHECK_FALSE(isLastOfItsMonth);
    }
}

TEST_CASE("the months follow the filter and the order of the board", "[monthgrid]")
{
    Office office;
    Months months(office);
    months.board.arrange({u"reply"_s, Grouping::None, -1, Qt::AscendingOrder});
    CHECK(months.grid.rowCount() == 1);
    CHECK(months.title(0) == u"First reply time"_s);
    months.grid.setActive(false);
    months.board.arrange({});
    CHECK(months.grid.rowCount() == 1); // nobody looks
    months.grid.setActive(true);
    CHECK(months.grid.rowCount() > 5);
}

TEST_CASE("however the board changes, the months tell it exactly and without a reset", "[monthgrid]")
{
    Office office;
    Months months(office);
    const QAbstractItemModelTester tester(&months.grid,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QHash<QPair<QString, int>, QString> seen; // what a view would show that repaints only what it is told
    const auto look = [&](int first, int last, int from, int to) {
        for (int row = first; row <= last; ++row)
            for (int month = from; month <= to; ++month)
                seen[{months.title(row), month}] =
                    months.grid.index(row, month).data(Qt::AccessibleTextRole).toString();
    };
    const int end = MonthGridModel::kMonths - 1;
    int resets = 0;
    QObject::connect(&months.grid, &QAbstractItemModel::modelReset, &months.grid, [&resets] { ++resets; });
    QObject::connect(&months.grid, &QAbstractItemModel::dataChanged, &months.grid,
                     [&](const QModelIndex &from, const QModelIndex &to) {
                         look(from.row(), to.row(), from.column(), to.column());
                     });
    QObject::connect(&months.grid, &QAbstractItemModel::rowsInserted, &months.grid,
                     [&](const QModelIndex &, int first, int last) { look(first, last, 0, end); });
    look(0, months.grid.rowCount() - 1, 0, end);
    WorkingSet state = office.state();
    QRandomGenerator random(20261122);
    const QList<const Kpi *> kpis = state.of<Kpi>().of(months.board.board());

    for (int step = 0; step < 1000; ++step) {
        const KpiId kpi = KpiId(kpis[random.bounded(kpis.size())]->id);
        Situation in{state, office.session().me(), kToday, 0,
                     IdSource::startingAt(7'000'000'000'000'000 + qint64(step) * 1000)};
        const GivenValue given = valueOf(kpi, kToday.addDays(-random.bounded(600)), random.bounded(100));
        Result<Draft> draft = random.bounded(2) == 0 ? recordValue(in, given) : correctValue(in, given);
        if (draft)
            state.apply(draft->edits);
        months.board.showPast(std::make_shared<const WorkingSet>(state), kToday);
        if (random.bounded(20) == 0)
            months.board.arrange({random.bounded(2) == 0 ? QString() : u"re"_s,
                                  static_cast<Grouping>(random.bounded(4)), random.bounded(6) - 1,
                                  Qt::AscendingOrder});
    }

    CHECK(resets == 0);
    Months fresh(office);
    fresh.board.arrange(months.board.arrangement());
    fresh.board.showPast(std::make_shared<const WorkingSet>(state), kToday);
    CHECK(months.all() == fresh.all());
    for (int row = 0; row < months.grid.rowCount(); ++row)
        for (int month = 0; month <= end; ++month) {
            const QString shown = months.grid.index(row, month).data(Qt::AccessibleTextRole).toString();
            if (seen[{months.title(row), month}] != shown)
                FAIL("not told: " << months.title(row).toStdString());
        }
}
