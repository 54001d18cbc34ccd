// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/pages/boardcolumns.h"
#include "ui/pages/boardstage.h"
#include "ui/pages/boardview.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

const QString kReply = u"First reply time"_s;
const QString kBacklog = u"Backlog older than a week"_s;

/// The Support board before someone who looks at it.
class Seat : public Opened
{
public:
    explicit Seat(Office &office) : Opened(office, u"Support"_s), m_office(office) {}

    BoardView &view() { return static_cast<BoardView &>(table()); }
    BoardColumns &columns() { return view().columns(); }
    QLineEdit &filter() { return *child<QLineEdit>("boardFilter"); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *const at = QApplication::focusWidget();
        QTest::keyClick(at ? at : &table(), key, modifiers);
    }
    void filterBy(const QString &words)
    {
        filter().setFocus();
        filter().clear();
        QTest::keyClicks(&filter(), words);
    }
    QStringList titles(const QModelIndex &parent = {})
    {
        QStringList list;
        for (int row = 0; row < table().model()->rowCount(parent); ++row) {
            const QModelIndex index = table().model()->index(row, 0, parent);
            list << index.data().toString() << titles(index);
        }
        return list;
    }
    QString current() { return table().currentIndex().siblingAtColumn(0).data().toString(); }
    QAction *item(const QString &submenu, const QString &text)
    {
        for (QAction *action : this->action(submenu)->menu()->actions())
            if (action->text().remove(u'&') == text)
                return action;
        FAIL("there is no " << text.toStdString());
        return nullptr;
    }
    void clickHeader(int column)
    {
        const QHeaderView &header = *table().header();
        QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(header.sectionViewportPosition(column) + 12, header.height() / 2));
    }

private:
    Office &m_office;
};

} // namespace

TEST_CASE("Ctrl+F and words leave what contains them, and say how much that is", "[boardtools]")
{
    Office office;
    Seat seat(office);
    const qsizetype all = seat.titles().size() - 1; // the heading is no row

    seat.press(Qt::Key_F, Qt::ControlModifier);
    REQUIRE(seat.filter().hasFocus());
    QTest::keyClicks(&seat.filter(), u"REPLY time"_s);

    CHECK(seat.titles() == QStringList{u"Keep running"_s, kReply});
    CHECK(seat.child<QLabel>("filterCount")->text() == u"1 of %1 rows"_s.arg(all));

    seat.press(Qt::Key_Escape);
    CHECK(seat.titles().size() == all + 1);
    CHECK(seat.child<QLabel>("filterCount")->text().isEmpty());
    CHECK(seat.table().hasFocus());
}

TEST_CASE("a filter that keeps nothing says so and offers a way out", "[boardtools]")
{
    Office office;
    Seat seat(office);

    seat.filterBy(u"<b>zzz"_s);

    auto *const text = seat.child<QLabel>("nothingFound");
    REQUIRE(text->isVisible());
    CHECK(text->text() == u"No row of this board contains “<b>zzz”."_s);
    CHECK_FALSE(seat.table().isVisible());
    seat.child<QPushButton>("clearFilter")->click();
    CHECK(seat.table().isVisible());
    CHECK(seat.filter().text().isEmpty());
}

TEST_CASE("going to a row that is gone leaves the filter as it is", "[boardtools]")
{
    Office office;
    Seat seat(office);
    seat.filterBy(u"reply"_s);

    seat.page().goTo(RowKind::Kpi, 987'654);
    CHECK(seat.filter().text() == u"reply"_s);

    seat.page().goTo(RowKind::Kpi, office.kpi(u"Tickets reopened"_s).value());
    CHECK(seat.filter().text().isEmpty());
}

TEST_CASE("the current row stays current through filter, order and groups", "[boardtools]")
{
    Office office;
    Seat seat(office);
    seat.table().setCurrentIndex(seat.cell(kBacklog));

    seat.filterBy(u"reply"_s);
    CHECK(seat.current() != kBacklog);
    seat.press(Qt::Key_Escape);
    CHECK(seat.current() == kBacklog);
    seat.clickHeader(BoardModel::TitleColumn);
    CHECK(seat.current() == kBacklog);
    for (const QString &grouping : {u"Owner"_s, u"Status"_s, u"Nothing"_s}) {
        seat.item(u"Group by"_s, grouping)->trigger();
        CHECK(seat.current() == kBacklog);
    }
    CHECK(seat.table().selectionModel()->isSelected(seat.table().currentIndex()));
}

TEST_CASE("a row that one has left for another does not come back by itself", "[boardtools]")
{
    Office office;
    Seat seat(office);
    seat.table().setCurrentIndex(seat.cell(kBacklog));
    seat.filterBy(u"re"_s);
    seat.table().setCurrentIndex(seat.cell(kReply));
    seat.filterBy(u"reply"_s);
    seat.press(Qt::Key_Escape);
    CHECK(seat.current() == kReply);
}

TEST_CASE("rows that come above it leave the current row where it is on the screen", "[boardtools]")
{
    Office office;
    Seat seat(office);
    seat.window().resize(1280, 420);
    seat.table().setCurrentIndex(seat.cell(kBacklog));
    QApplication::processEvents();
    REQUIRE(seat.table().verticalScrollBar()->maximum() > 0);
    const int top = seat.table().visualRect(seat.table().currentIndex()).top();

    AddKeyResult request;
    request.keyResult.objective = ObjectiveId(seat.table().model()->index(0, 0).data(IdRole).toLongLong());
    request.keyResult.title = u"One more"_s;
    request.keyResult.start = 0;
    request.keyResult.target = 10;
    REQUIRE(office.submit([request](Situation &in) { return addKeyResult(in, request); }));
    QApplication::processEvents();

    REQUIRE(seat.titles().contains(u"One more"_s));
    CHECK(seat.current() == kBacklog);
    CHECK(seat.table().visualRect(seat.table().currentIndex()).top() == top);
}

TEST_CASE("a click on a header sorts, a second turns it round, a third brings the board's order back",
          "[boardtools]")
{
    Office office;
    Seat seat(office);
    const QStringList own = seat.titles();

    seat.clickHeader(BoardModel::TitleColumn);
    const QStringList ascending = seat.titles();
    CHECK(seat.item(u"Sort by"_s, u"Objectives and KPIs"_s)->isChecked());
    seat.clickHeader(BoardModel::TitleColumn);
    const QStringList descending = seat.titles();
    seat.clickHeader(BoardModel::TitleColumn);

    CHECK(ascending.first() < descending.first());
    CHECK(QSet(ascending.begin(), ascending.end()) == QSet(own.begin(), own.end()));
    CHECK(seat.titles() == own);
    CHECK(seat.item(u"Sort by"_s, u"The board's own order"_s)->isChecked());
}

TEST_CASE("groups stand under headings with their number, and typing goes on in them", "[boardtools]")
{
    Office office;
    Seat seat(office);

    seat.item(u"Group by"_s, u"Status"_s)->trigger();

    const QModelIndex heading = seat.table().model()->index(0, 0);
    CHECK(heading.data(RowKindRole).value<RowKind>() == RowKind::Section);
    CHECK(heading.data(SecondaryTextRole).toString().toInt() > 0);
    CHECK(seat.table().isExpanded(heading));
    CHECK(seat.child<QPushButton>("groupButton")->text() == u"Group: Status"_s);
    seat.typeAndEnter(kReply, u"48"_s);
    CHECK(QTest::qWaitFor([&seat] { return seat.shown(kReply) == u"48\u202fmin"_s; }, 20'000));
}

TEST_CASE("columns are shown, hidden and moved by the keyboard alone", "[boardtools]")
{
    Office office;
    Seat seat(office);
    QHeaderView &header = *seat.table().header();
    REQUIRE(header.isSectionHidden(BoardModel::SpanColumn));

    seat.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto *const list = seat.child<QListWidget>("columnList");
    REQUIRE(list->isVisible());
    for (int row = 0; row < list->count(); ++row)
        if (list->item(row)->text() == u"From – to"_s)
            list->setCurrentRow(row);
    const int before = header.visualIndex(BoardModel::SpanColumn);
    QTest::keyClick(list, Qt::Key_Space);
    CHECK_FALSE(header.isSectionHidden(BoardModel::SpanColumn));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    CHECK(header.visualIndex(BoardModel::SpanColumn) == before + 1);
    CHECK(list->currentItem()->text() == u"From – to"_s);
    QTest::keyClick(list, Qt::Key_Space);
    CHECK(header.isSectionHidden(BoardModel::SpanColumn));
    list->window()->close();
}

TEST_CASE("the title stays first, and no column is lost on the way", "[boardtools]")
{
    Office office;
    Seat seat(office);
    const int last = seat.columns().order().last();

    CHECK_FALSE(seat.columns().move(BoardModel::TitleColumn, 1));
    while (seat.columns().move(last, -1)) {
    }
    CHECK(seat.columns().order().first() == BoardModel::TitleColumn);
    CHECK(seat.columns().order().at(1) == last);
    CHECK_FALSE(seat.columns().isShown(99));
    seat.columns().setShown(BoardModel::TitleColumn, false);
    CHECK_FALSE(seat.table().header()->isSectionHidden(BoardModel::TitleColumn));
}

TEST_CASE("a window that is too narrow shows fewer columns, unless someone has chosen them", "[boardtools]")
{
    Office office;
    Seat seat(office);
    QHeaderView &header = *seat.table().header();
    seat.window().resize(2000, 800);
    QApplication::processEvents();
    REQUIRE_FALSE(header.isSectionHidden(BoardModel::ConfidenceColumn));

    seat.window().resize(900, 700);
    QApplication::processEvents();
    CHECK(header.isSectionHidden(BoardModel::ConfidenceColumn));
    CHECK_FALSE(header.isSectionHidden(BoardModel::StatusColumn));

    seat.columns().setShown(BoardModel::SpanColumn, true);
    CHECK_FALSE(header.isSectionHidden(BoardModel::ConfidenceColumn));
    CHECK_FALSE(header.isSectionHidden(BoardModel::SpanColumn));
    QApplication::processEvents();
    CHECK(seat.table().horizontalScrollBar()->maximum() > 0);
}

TEST_CASE("zoom makes text and rows larger, and Ctrl+0 the usual size again", "[boardtools]")
{
    Office office;
    Seat seat(office);
    const auto height = [&seat] { return seat.table().visualRect(seat.cell(kReply)).height(); };
    const int usual = height();

    seat.press(Qt::Key_Plus, Qt::ControlModifier);
    seat.press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(seat.view().zoom() == 125);
    CHECK(height() > usual);
    seat.press(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(seat.view().zoom() == 110);
    seat.press(Qt::Key_0, Qt::ControlModifier);
    CHECK(height() == usual);
}

TEST_CASE("each board is looked at as it was looked at last, in the next session too", "[boardtools]")
{
    Office office;
    const auto look = [&office](Seat &seat) {
        seat.filterBy(u"re"_s);
        seat.item(u"Group by"_s, u"Owner"_s)->trigger();
        seat.clickHeader(BoardModel::StatusColumn);
        seat.press(Qt::Key_Plus, Qt::ControlModifier);
        seat.columns().setShown(BoardModel::SpanColumn, true);
        REQUIRE(seat.columns().move(BoardModel::StatusColumn, -1));
        seat.table().header()->resizeSection(BoardModel::OwnersColumn, 150);
        REQUIRE(seat.goTo(office.board(u"Growth"_s)));
    };
    const auto check = [&office](Seat &seat) {
        CHECK(seat.filter().text().isEmpty());
        CHECK(seat.view().zoom() == 100);
        CHECK_FALSE(seat.columns().isShown(BoardModel::SpanColumn));
        REQUIRE(seat.goTo(office.board(u"Support"_s)));
        CHECK(seat.filter().text() == u"re"_s);
        CHECK(seat.child<QPushButton>("groupButton")->text() == u"Group: Owner"_s);
        CHECK(seat.table().header()->sortIndicatorSection() == BoardModel::StatusColumn);
        CHECK(seat.page().model().arrangement() ==
              Arrangement{u"re"_s, Grouping::Owner, BoardModel::StatusColumn, Qt::AscendingOrder});
        CHECK(seat.view().zoom() == 110);
        CHECK(seat.columns().isShown(BoardModel::SpanColumn));
        CHECK(seat.table().header()->visualIndex(BoardModel::StatusColumn) == 8);
        CHECK(qAbs(seat.table().header()->sectionSize(BoardModel::OwnersColumn) - 150) <= 12);
    };
    {
        Seat seat(office);
        look(seat);
        check(seat);
    }
    office.session().close();
    Seat next(office);
    REQUIRE(next.goTo(office.board(u"Growth"_s)));
    check(next);
}

TEST_CASE("Ctrl+2 shows the months and Ctrl+1 the table, on the same row", "[boardtools]")
{
    Office office;
    Seat seat(office);
    seat.table().setCurrentIndex(seat.cell(kBacklog));

    seat.press(Qt::Key_2, Qt::ControlModifier);
    auto *const months = seat.child<QTableView>("monthGrid");
    REQUIRE(months->isVisible());
    CHECK(months->hasFocus());
    const auto titleOf = [months](const QModelIndex &index) {
        return months->model()->headerData(index.row(), Qt::Vertical).toString();
    };
    CHECK(titleOf(months->currentIndex()) == kBacklog);
    CHECK(months->currentIndex().column() == months->model()->columnCount() - 1);

    QTest::keyClick(months, Qt::Key_Up);
    const QString above = titleOf(months->currentIndex());
    CHECK(above != kBacklog);
    CHECK(seat.current() == above); // what the commands are about
    seat.press(Qt::Key_1, Qt::ControlModifier);
    CHECK(seat.table().isVisible());
    CHECK(seat.current() == above);
}

TEST_CASE("among the months the commands are about the row that is seen to be current", "[boardtools]")
{
    Office office;
    Seat seat(office);
    seat.table().setCurrentIndex(seat.table().model()->index(0, BoardModel::ValueColumn));
    const QString objective = seat.current();
    const QString shift = u"People on shift at ten o'clock"_s;

    seat.press(Qt::Key_2, Qt::ControlModifier);
    auto *const months = seat.child<QTableView>("monthGrid");
    const auto title = [months] {
        return months->model()->headerData(months->currentIndex().row(), Qt::Vertical).toString();
    };
    CHECK(seat.current() == title()); // an objective has no months
    while (title() != shift && months->currentIndex().row() + 1 < months->model()->rowCount())
        QTest::keyClick(months, Qt::Key_Down);
    REQUIRE(title() == shift);
    seat.action(u"Delete row"_s)->trigger();
    REQUIRE(office.settle());

    CHECK_FALSE(seat.titles().contains(shift));
    CHECK(seat.titles().contains(objective));
    CHECK(seat.current() == title());
    QTest::keyClick(months, Qt::Key_Up);
    const QString next = title();
    seat.filterBy(u"reply"_s);
    CHECK(seat.current() == title());
    CHECK(seat.current() != next);
    seat.press(Qt::Key_Escape);
    CHECK(seat.current() == next);
    CHECK(title() == next);
}
