// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/people.h"
#include "core/domain/cycles.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/models/sidebarmodel.h"
#include "ui/pages/cyclespage.h"
#include "ui/pages/emptystate.h"
#include "ui/pages/homepage.h"
#include "ui/pages/rowsview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 20'000;

/// The window on a page, gone to by its key.
class Visit : public Opened
{
public:
    Visit(Office &office, Place::Kind kind) : Opened(office.session())
    {
        REQUIRE(open(office.path()));
        window().goTo(Place::of(kind));
    }
};

bool isShown(Visit &visit, Place::Kind kind)
{
    return QTest::qWaitFor([&] { return visit.window().place().kind == kind; }, kPatienceMs);
}

QModelIndex rowIn(const QAbstractItemModel &model, const QString &title, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == title)
            return index;
        if (const QModelIndex found = rowIn(model, title, index); found.isValid())
            return found;
    }
    return {};
}

bool waitForRow(const QAbstractItemView &view, const QString &title)
{
    return QTest::qWaitFor([&] { return rowIn(*view.model(), title).isValid(); }, kPatienceMs);
}

/// Something for the founder to do, about a KPI of the board "Support".
void promise(Office &office, const QString &title)
{
    Action action;
    action.subject = Subject::of(office.kpi(u"First reply time"_s));
    action.title = title;
    action.owner = office.session().me();
    action.due = kToday;
    REQUIRE(office.submit([action](Situation &in) { return addAction(in, action); }));
}

} // namespace

TEST_CASE("the home page is one key away, and each of its lines one more", "[home]")
{
    Office office;
    promise(office, u"Call them"_s);
    Visit visit(office, Place::Kind::Cycles);
    QTest::keyClick(&visit.window(), Qt::Key_Home, Qt::AltModifier);
    REQUIRE(isShown(visit, Place::Kind::Home));
    auto &list = *visit.child<RowsView>("homeView");
    REQUIRE(waitForRow(list, u"Call them"_s));
    CHECK(list.hasFocus());
    REQUIRE(list.currentIndex().isValid());

    // With the arrow keys from the first line to the last, past every heading.
    int passed = 1;
    while (list.indexBelow(list.currentIndex()).isValid()) {
        const QModelIndex before = list.currentIndex();
        QTest::keyClick(&list, Qt::Key_Down);
        if (list.currentIndex() == before)
            break;
        CHECK(list.currentIndex().flags().testFlag(Qt::ItemIsEnabled));
        ++passed;
    }
    int lines = 0;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        lines += list.model()->index(row, 0).flags().testFlag(Qt::ItemIsEnabled) ? 1 : 0;
    CHECK(passed == lines);

    list.setCurrentIndex(rowIn(*list.model(), u"Call them"_s));
    QTest::keyClick(&list, Qt::Key_Return);

    REQUIRE(isShown(visit, Place::Kind::Board));
    CHECK(visit.page().board() == office.board(u"Support"_s));
    CHECK(visit.table().currentIndex().siblingAtColumn(0).data().toString() == u"First reply time"_s);
    QTest::keyClick(&visit.window(), Qt::Key_Left, Qt::AltModifier);
    CHECK(isShown(visit, Place::Kind::Home));
}

TEST_CASE("from a page that the side bar has not, the keys go to its first and its last board", "[home]")
{
    Office office;
    Visit visit(office, Place::Kind::Cycles);
    const auto &places = *static_cast<SideBarModel *>(visit.child<QListView>("sideBar")->model());
    QList<BoardId> boards;
    for (int row = 0; row < places.rowCount(); ++row)
        if (const BoardId board = places.boardAt(places.index(row)); board.isValid())
            boards << board;
    REQUIRE(boards.size() > 2);

    visit.action(u"Previous board"_s)->trigger();
    CHECK(visit.page().board() == boards.last());
    visit.window().goTo(Place::of(Place::Kind::Cycles));
    visit.action(u"Next board"_s)->trigger();
    CHECK(visit.page().board() == boards.first());
}

TEST_CASE("a workspace that is left takes the way back with it", "[home]")
{
    Office office;
    Visit visit(office, Place::Kind::Home);
    const auto enabled = [&visit](const QString &text) { return visit.action(text)->isEnabled(); };
    REQUIRE(enabled(u"Back"_s));

    visit.window().files().openPath(office.write(u"other.milepost"_s, "no workspace"));
    REQUIRE(QTest::qWaitFor([&visit] { return !visit.message().isEmpty(); }, 20'000));

    CHECK(visit.child<QWidget>("welcomePage")->isVisible());
    CHECK_FALSE(enabled(u"Back"_s));
    CHECK_FALSE(enabled(u"Forward"_s));
}

TEST_CASE("where nothing needs one, the home page says so and leads to the board", "[home]")
{
    const QTemporaryDir folder;
    Session session({folder.filePath(u"profile"_s), kToday});
    const QString path = folder.filePath(u"new.milepost"_s);
    REQUIRE(session.wait(session.create(path, u"New"_s, u"Ann"_s)));
    REQUIRE(session.wait(session.open(path, Session::Read::Everything)));
    Intent intent;
    intent.decide = [](Situation &in) { return addBoard(in, {u"First"_s, {}, {}}); };
    const Result<Receipt> made = session.wait(session.submit(std::move(intent)));
    REQUIRE(made);
    const BoardId board = made->change.edits.of<Board>().added.first().id;
    Opened opened(session);
    opened.window().files().openPath(path);
    REQUIRE(QTest::qWaitFor([&] { return opened.page().board() == board; }, kPatienceMs));

    opened.window().goTo(Place::of(Place::Kind::Home));

    auto &page = *opened.child<HomePage>("homePage");
    auto *const empty = page.findChild<EmptyState *>();
    REQUIRE(QTest::qWaitFor([&] { return empty->isVisible(); }, kPatienceMs));
    CHECK(empty->sentence() == u"Nothing needs you today."_s);
    CHECK_FALSE(opened.child<RowsView>("homeView")->isVisible());
    CHECK(empty->button()->text() == u"Go to First"_s);
    CHECK(QTest::qWaitFor([&] { return empty->button()->hasFocus(); }, kPatienceMs));
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    CHECK(opened.page().isVisible());
    CHECK(opened.page().board() == board);
}

TEST_CASE("the next quarter is one Enter away, and a cycle is changed in place", "[cycles]")
{
    Office office;
    Visit visit(office, Place::Kind::Cycles);
    auto &view = *visit.child<QTreeView>("cyclesView");
    auto &name = *visit.child<QLineEdit>("cycleName");
    const Period quarter = nextQuarter(office.state(), kToday);
    const QString proposed = name.text();
    CHECK(proposed == QStringLiteral("Q%1 %2").arg((quarter.from.month() + 2) / 3).arg(quarter.from.year()));

    name.setFocus();
    QTest::keyClick(&name, Qt::Key_Return);

    REQUIRE(waitForRow(view, proposed));
    CHECK(view.currentIndex().siblingAtColumn(0).data().toString() == proposed);
    CHECK(name.text() != proposed);
    view.setFocus();
    view.setCurrentIndex(rowIn(*view.model(), proposed));
    QTest::keyClick(&view, Qt::Key_F2);
    auto *const editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, u"Spring"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(waitForRow(view, u"Spring"_s));
    CHECK_FALSE(rowIn(*view.model(), proposed).isValid());

    view.setCurrentIndex(rowIn(*view.model(), u"Spring"_s));
    QTest::keyClick(&view, Qt::Key_Delete);
    CHECK(QTest::qWaitFor([&] { return !rowIn(*view.model(), u"Spring"_s).isValid(); }, kPatienceMs));
    CHECK(visit.message().isEmpty());
}

TEST_CASE("a cycle that boards are in stays, and one is told why", "[cycles]")
{
    Office office;
    Visit visit(office, Place::Kind::Cycles);
    auto &view = *visit.child<QTreeView>("cyclesView");
    const Cycle *used = office.state().cycleOf(office.board(u"Support"_s));
    REQUIRE(used != nullptr);
    const QString name = used->name;
    const CycleId id = used->id;
    view.setCurrentIndex(rowIn(*view.model(), name));

    QTest::mouseClick(visit.child<QPushButton>("cycleDelete"), Qt::LeftButton);

    CHECK(QTest::qWaitFor([&] { return visit.message().contains(name); }, kPatienceMs));
    CHECK(office.state().find(id) != nullptr);
    CHECK(rowIn(*view.model(), name).isValid());
}

TEST_CASE("a board's cycle is chosen in the menu, and the side bar keeps boards of past cycles apart",
          "[cycles]")
{
    Office office;
    const AddCycle past{u"Long ago"_s, QDate(2020, 1, 1), QDate(2020, 3, 31)};
    REQUIRE(office.submit([past](Situation &in) { return addCycle(in, past); }));
    Visit visit(office, Place::Kind::Home);
    const BoardId growth = office.board(u"Growth"_s);
    visit.window().goTo(Place::ofBoard(growth));
    auto *const menu = visit.window().menu(MainWindow::Menu::Board);
    QAction *choice = nullptr;
    for (QAction *action : menu->actions())
        for (QAction *inner : action->menu() ? action->menu()->actions() : QList<QAction *>())
            if (inner->text() == past.name)
                choice = inner;
    REQUIRE(choice != nullptr);
    CHECK_FALSE(choice->isChecked());

    choice->trigger();

    auto &sideBar = *visit.child<QListView>("sideBar");
    REQUIRE(
        QTest::qWaitFor([&] { return rowIn(*sideBar.model(), u"Past cycles"_s).isValid(); }, kPatienceMs));
    CHECK(choice->isChecked());
    const QModelIndex heading = rowIn(*sideBar.model(), u"Past cycles"_s);
    REQUIRE(heading.isValid());
    CHECK(heading.data(Qt::CheckStateRole) == Qt::Unchecked);
    CHECK_FALSE(rowIn(*sideBar.model(), u"Growth"_s).isValid());
    QTest::mouseClick(sideBar.viewport(), Qt::LeftButton, {}, sideBar.visualRect(heading).center());
    CHECK(rowIn(*sideBar.model(), u"Growth"_s).isValid());
    CHECK(visit.page().board() == growth);
}

TEST_CASE("a board is archived and brought back from the menu", "[archive]")
{
    Office office;
    Visit visit(office, Place::Kind::Home);
    const BoardId growth = office.board(u"Growth"_s);
    visit.window().goTo(Place::ofBoard(growth));
    QAction *action = visit.action(u"Archive board"_s);
    REQUIRE(action->isEnabled());

    action->trigger();

    REQUIRE(QTest::qWaitFor([&] { return action->text().contains(u"back"_s); }, kPatienceMs));
    CHECK(office.state().find(growth)->archived);
    CHECK(rowIn(*visit.child<QListView>("sideBar")->model(), u"Archived"_s).isValid());
    action->trigger();
    CHECK(QTest::qWaitFor([&] { return !office.state().find(growth)->archived; }, kPatienceMs));

    visit.window().goTo(Place::of(Place::Kind::Home));
    CHECK_FALSE(action->isEnabled());
}
