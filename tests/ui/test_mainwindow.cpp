// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/goals.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "tests/ui/painted.h"
#include "ui/charts/theme.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/monthgridmodel.h"
#include "ui/pages/pagehead.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWindow>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(QWidget &parent, const QString &text)
{
    for (QPushButton *one : parent.findChildren<QPushButton *>())
        if (one->text() == text)
            return one;
    FAIL("there is no button " << text.toStdString());
    return nullptr;
}

QList<QWidget *> reachable(const QWidget &window)
{
    QList<QWidget *> widgets;
    for (QWidget *one : window.findChildren<QWidget *>())
        if (one->isVisible() && one->isEnabled() && one->focusPolicy() & Qt::TabFocus && !one->focusProxy())
            widgets << one;
    return widgets;
}

QString describe(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

/// Over AT-SPI a combo box is named by its label alone.
bool isNamed(QWidget *widget)
{
    QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(widget);
    const bool hasLabel = spoken && !spoken->relations(QAccessible::Label).isEmpty();
    return hasLabel ||
           (spoken && !qobject_cast<QComboBox *>(widget) && !spoken->text(QAccessible::Name).isEmpty());
}

QStringList nameless(const QWidget &window)
{
    QStringList found;
    for (QWidget *one : window.findChildren<QWidget *>())
        if (one->isVisible() && one->focusPolicy() != Qt::NoFocus && !isNamed(one))
            found << describe(*one);
    return found;
}

} // namespace

TEST_CASE("without a workspace one is welcomed, and sees no board", "[window]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());

    CHECK(opened.child<QWidget>("welcomePage")->isVisible());
    CHECK_FALSE(opened.child<QListView>("sideBar")->isVisible());
    CHECK_FALSE(opened.page().isVisible());
    CHECK_FALSE(opened.action(u"Import"_s)->isEnabled());
    CHECK_FALSE(opened.action(u"Save a copy"_s)->isEnabled());
    CHECK_FALSE(opened.action(u"Undo"_s)->isEnabled());
    CHECK_FALSE(opened.action(u"Objective"_s)->isEnabled());
    CHECK_FALSE(opened.action(u"New board"_s)->isEnabled());
    CHECK(opened.window().windowTitle() == u"Milepost"_s);
    CHECK(nameless(opened.window()).join(u'\n') == QString());
}

TEST_CASE("one press on the welcome page makes the demo company and shows its first board", "[window]")
{
    const QTemporaryDir folder;
    Session session({folder.filePath(u"profile"_s), kToday});
    Opened opened(session);

    QTest::mouseClick(button(opened.window(), u"Open the demo workspace"_s), Qt::LeftButton);

    REQUIRE(QTest::qWaitFor([&opened] { return opened.table().model()->rowCount() > 0; }, 60'000));
    CHECK(opened.table().isVisible());
    CHECK(opened.child<QLabel>("boardTitle")->text() == u"Company"_s);
    CHECK(session.profile().recentPaths().size() == 1);
}

TEST_CASE("an opened workspace shows its first board, with the table ready for typing", "[window]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    const QSignalSpy painted(&opened.window(), &MainWindow::painted);

    REQUIRE(opened.open(office.path()));

    CHECK(opened.child<QLabel>("boardTitle")->text() == u"Company"_s);
    CHECK(opened.child<QListView>("sideBar")->currentIndex().data().toString() == u"Company"_s);
    CHECK(opened.window().windowTitle().contains(office.state().workspace().name));
    CHECK(QTest::qWaitFor([&opened] { return opened.table().hasFocus(); }));
    CHECK(opened.table().currentIndex().isValid());
    CHECK(QTest::qWaitFor([&painted] { return painted.size() == 1; }));
    CHECK(opened.message().isEmpty());
}

TEST_CASE("what is no workspace is told where one looks, and nothing else happens", "[window]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    struct Case
    {
        QString path;
        QString sentence;
    };
    const QString text = office.write(u"<img src=x>.milepost"_s, "just some text\n");
    const QString empty = office.write(u"empty.milepost"_s, "");
    const QList<Case> cases{{text, u"is not a Milepost workspace"_s},
                            {empty, u"is empty"_s},
                            {office.file(u"none.milepost"_s), u"There is no file"_s},
                            {office.file(u"."_s), u"is a folder"_s}};
    for (const auto &[path, sentence] : cases) {
        CAPTURE(path);
        opened.window().files().openPath(path);
        CHECK(QTest::qWaitFor([&, s = sentence] { return opened.message().contains(s); }, 20'000));
        CHECK(opened.message().contains(path));
        CHECK(opened.child<QWidget>("welcomePage")->isVisible());
        CHECK(QApplication::activeModalWidget() == nullptr);
    }
    for (const QLabel *label : opened.window().findChildren<QLabel *>(u"messageText"_s))
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("a board that is chosen in the side bar is shown", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));

    REQUIRE(opened.goTo(office.board(u"Support"_s)));

    CHECK(opened.child<QLabel>("boardTitle")->text() == u"Support"_s);
    CHECK(opened.shown(u"First reply time"_s, BoardModel::TitleColumn) == u"First reply time"_s);
}

TEST_CASE("undo and redo are named after what they do, and only offered when they can", "[window]")
{
    Office office;
    Opened opened(office, u"Support"_s);
    QAction *const undo = opened.action(u"Undo"_s);
    QAction *const redo = opened.action(u"Redo"_s);
    const QString before = opened.shown(u"First reply time"_s);
    const auto says = [](const QAction *action, const QString &text) {
        return QTest::qWaitFor([&] { return action->text() == text; }, 20'000);
    };
    CHECK_FALSE(redo->isEnabled());

    opened.typeAndEnter(u"First reply time"_s, u"48"_s);

    CHECK(says(undo, u"Undo check-in of First reply time"_s));
    CHECK(undo->isEnabled());
    undo->trigger();
    CHECK(says(redo, u"Redo check-in of First reply time"_s));
    CHECK(redo->isEnabled());
    CHECK(opened.shown(u"First reply time"_s) == before);
    redo->trigger();
    CHECK(says(undo, u"Undo check-in of First reply time"_s));
    CHECK(QTest::qWaitFor([redo] { return !redo->isEnabled(); }));
    CHECK(opened.shown(u"First reply time"_s) == u"48\u202fmin"_s);
}

TEST_CASE("an ampersand in a name is no mnemonic of the undo action", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const AddBoard request{u"R&D"_s, Visibility::Public, {}};
    REQUIRE(office.submit([request](Situation &in) { return addBoard(in, request); }));

    CHECK(QTest::qWaitFor(
        [&opened] { return opened.action(u"Undo"_s)->text() == u"Undo adding board R&&D"_s; }, 20'000));
}

TEST_CASE("a board without anything says what can be done", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const AddBoard request{u"Fresh"_s, Visibility::Public, {}};
    REQUIRE(office.submit([request](Situation &in) { return addBoard(in, request); }));

    REQUIRE(opened.goTo(office.board(u"Fresh"_s)));

    CHECK_FALSE(opened.table().isVisible());
    const auto *const text = opened.child<QLabel>("emptyText");
    REQUIRE(text != nullptr);
    CHECK(text->isVisible());
    CHECK(text->text().startsWith(u"Nothing is on this board yet. Import"_s));
    CHECK(nameless(opened.window()).join(u'\n') == QString());
}

TEST_CASE("a visitor is told so, and cannot type", "[window]")
{
    Office office(Office::Door::Closed);
    Session visitor({office.file(u"nobody"_s), kToday});
    Opened opened(visitor);
    REQUIRE(opened.open(office.path()));

    CHECK(opened.message().contains(u"as a visitor"_s));
    CHECK_FALSE(opened.child<QPushButton>("addButton")->isVisible());
    CHECK_FALSE(opened.action(u"Import"_s)->isEnabled());
    CHECK_FALSE(opened.action(u"New board"_s)->isEnabled());
    CHECK_FALSE(opened.action(u"Objective"_s)->isEnabled());
    opened.table().setCurrentIndex(opened.cell(u"Customers"_s));
    QTest::keyClicks(&opened.table(), u"5"_s);
    CHECK(opened.editor() == nullptr);
}

TEST_CASE("a board of figures alone is shown with its first figure chosen, also to a visitor", "[window]")
{
    Office office;
    const auto made = office.submit([](Situation &in) { return addBoard(in, {u"Figures"_s, {}, {}}); });
    REQUIRE(made);
    AddKpi request;
    request.kpi.board = made->change.edits.of<Board>().added.first().id;
    request.kpi.name = u"Calls"_s;
    REQUIRE(office.submit([request](Situation &in) { return addKpi(in, request); }));
    Session visitor({office.file(u"nobody"_s), kToday});
    Opened opened(visitor);
    REQUIRE(opened.open(office.path()));

    REQUIRE(opened.goTo(request.kpi.board));

    REQUIRE(opened.table().model()->index(0, 0).data(RowKindRole).value<RowKind>() == RowKind::Section);
    CHECK(opened.table().currentIndex() == opened.cell(u"Calls"_s));
}

TEST_CASE("light and dark change while the window is open", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    for (const Theme &theme : {darkTheme(), lightTheme()}) {
        changeTheme(theme);
        QApplication::processEvents();
        const QImage shot = opened.window().grab().toImage();
        const int pixels = shot.width() * shot.height();
        CHECK(pixelsOf(shot, theme.panel) > pixels / 3);
        CHECK(pixelsOf(shot, theme.ink) > 100);
    }
}

TEST_CASE("the colours chosen in the menu are told", "[window]")
{
    Office office(Office::Door::Closed);
    Opened opened(office.session());
    opened.window().chooseTheme(ThemeChoice::Light);
    CHECK(opened.action(u"Light"_s)->isChecked());
    QList<ThemeChoice> told;
    QObject::connect(&opened.window(), &MainWindow::themeChosen, &opened.window(),
                     [&told](ThemeChoice choice) { told << choice; });

    opened.action(u"Dark"_s)->trigger();

    CHECK(told == QList<ThemeChoice>{ThemeChoice::Dark});
    CHECK_FALSE(opened.action(u"Light"_s)->isChecked());
}

TEST_CASE("everything that takes the keyboard has a name for a screen reader", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    CHECK(nameless(opened.window()).join(u'\n') == QString());

    for (const QString &form : {u"New board"_s, u"Share"_s, u"Save board as"_s, u"Objective"_s,
                                u"Key result"_s, u"KPI"_s, u"New workspace"_s}) {
        CAPTURE(form);
        QAction *const action = opened.action(form);
        REQUIRE(action->isEnabled());
        action->trigger();
        QWidget *const dialog = QApplication::activeModalWidget();
        REQUIRE(dialog != nullptr);
        CHECK(nameless(*dialog).join(u'\n') == QString());
        dialog->close();
        CHECK(QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; }));
    }
}

TEST_CASE("the Tab key reaches everything in the window and comes back", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    REQUIRE(QTest::qWaitFor([&opened] { return opened.table().hasFocus(); }));
    QStringList visited;
    for (int press = 0; press < 30; ++press) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        visited << describe(*QApplication::focusWidget());
        if (opened.table().hasFocus())
            break;
    }

    CHECK(opened.table().hasFocus());
    for (const QWidget *one : reachable(opened.window())) {
        CAPTURE(visited.join(u", "_s), describe(*one));
        CHECK(visited.contains(describe(*one)));
    }
}

TEST_CASE("a visitor joins as one of the people, and may then record", "[window]")
{
    Office office;
    Session visit({office.file(u"another profile"_s), kToday});
    Opened opened(visit);
    REQUIRE(opened.open(office.path()));
    REQUIRE(opened.goTo(office.board(u"Support"_s)));
    const QModelIndex before = opened.cell(u"First reply time"_s);
    REQUIRE_FALSE(before.flags() & Qt::ItemIsEditable);
    REQUIRE(opened.action(u"Join as"_s)->isEnabled());

    opened.action(u"Join as"_s)->trigger();
    auto *const person = opened.child<QComboBox>("joinPerson");
    REQUIRE(person != nullptr);
    person->setCurrentText(office.state().find(office.session().me())->name);
    QTest::mouseClick(button(*person->window(), u"Join"_s), Qt::LeftButton);

    REQUIRE(QTest::qWaitFor([&visit] { return visit.me().isValid(); }, 20'000));
    CHECK(visit.me() == office.session().me());
    CHECK(QTest::qWaitFor(
        [&opened] { return bool(opened.cell(u"First reply time"_s).flags() & Qt::ItemIsEditable); }, 20'000));
    CHECK(QTest::qWaitFor([&opened] { return opened.message().isEmpty(); }, 20'000));
    CHECK_FALSE(opened.action(u"Join as"_s)->isEnabled());
}

TEST_CASE("a person is added in the window", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));

    opened.action(u"Add a person"_s)->trigger();
    auto *const name = opened.child<QLineEdit>("personName");
    REQUIRE(name != nullptr);
    name->setText(u"Zoë Ω"_s);
    QTest::mouseClick(button(*name->window(), u"Add person"_s), Qt::LeftButton);

    CHECK(QTest::qWaitFor(
        [&office] {
            const auto people = office.state().of<Person>().all();
            return std::any_of(people.begin(), people.end(),
                               [](const Person *one) { return one->name == u"Zoë Ω"_s; });
        },
        20'000));
}

TEST_CASE("a form begins at its first field, and stays where one types when it is refused", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));

    opened.action(u"New board"_s)->trigger();
    auto *const name = opened.child<QLineEdit>("boardName");
    REQUIRE(name != nullptr);
    REQUIRE(QTest::qWaitFor([name] { return name->hasFocus(); }));

    QTest::keyClick(name, Qt::Key_Return);

    CHECK(QTest::qWaitFor([&opened] { return opened.child<QLabel>("formError")->isVisible(); }, 20'000));
    CHECK(name->hasFocus());
}

TEST_CASE("a new workspace shows nothing of the one before, and its question goes with the first board",
          "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    REQUIRE(opened.child<QLabel>("boardTitle")->isVisible());
    const QString path = office.file(u"new.milepost"_s);
    REQUIRE(office.session().wait(office.session().create(path, u"New"_s, u"Ann"_s)));

    opened.window().files().openPath(path);
    REQUIRE(
        QTest::qWaitFor([&opened] { return opened.message().contains(u"There is no board yet"_s); }, 20'000));
    CHECK_FALSE(opened.child<QLabel>("boardTitle")->isVisible());

    opened.action(u"New board"_s)->trigger();
    auto *const name = opened.child<QLineEdit>("boardName");
    QTest::keyClicks(name, u"First"_s);
    QTest::keyClick(name, Qt::Key_Return);

    CHECK(QTest::qWaitFor([&opened] { return opened.message().isEmpty(); }, 20'000));
    CHECK(opened.child<QLabel>("boardTitle")->isVisible());
    CHECK(opened.child<QLabel>("boardTitle")->text() == u"First"_s);
}

TEST_CASE("a workspace that is opened once more is edited as before", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    const BoardId board = opened.page().board();
    REQUIRE(opened.action(u"Add a row below"_s)->isEnabled());

    office.session().close();
    CHECK(opened.table().model()->rowCount() == 0);
    CHECK_FALSE(opened.page().board().isValid());
    REQUIRE(opened.open(office.path()));

    CHECK(opened.page().board() == board);
    for (const QString &text : {u"Copy rows"_s, u"Paste values"_s, u"Edit value"_s, u"Add a row below"_s})
        CHECK(opened.action(text)->isEnabled());
    CHECK(QTest::qWaitFor([&opened] { return opened.table().hasFocus(); }));
}

TEST_CASE("what is added is the current row, ready to be typed on", "[window]")
{
    Office office;
    Opened opened(office, u"Support"_s);
    const bool isElsewhere = GENERATE(false, true);
    if (isElsewhere)
        opened.window().goTo(Place::of(Place::Kind::Home));

    opened.action(u"KPI"_s)->trigger();
    auto *const name = opened.child<QLineEdit>("kpiName");
    REQUIRE(name != nullptr);
    QTest::keyClicks(name, u"Calls"_s);
    QTest::keyClick(name, Qt::Key_Return);

    const auto current = [&opened] {
        return opened.table().currentIndex().siblingAtColumn(BoardModel::TitleColumn).data().toString();
    };
    CHECK(QTest::qWaitFor([&current] { return current() == u"Calls"_s; }, 20'000));
    CHECK(opened.page().isVisible());
    CHECK(opened.window().focusWidget() == &opened.table());
    QTest::keyClicks(&opened.table(), u"7"_s);
    CHECK(opened.editor() != nullptr);
}

TEST_CASE("a screen of 1024x700 has room for the board's name, its row and the inspector beside it",
          "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    opened.window().resize(1024, 640); // less the panel of the desktop and the window's title
    opened.action(u"Inspector"_s)->setChecked(true);
    QApplication::processEvents();

    CHECK(opened.window().size() == QSize(1024, 640)); // it is not pushed wider by what is in it
    const QLabel &title = *opened.page().head().title();
    CHECK(title.width() >= title.fontMetrics().horizontalAdvance(title.text()));
    CHECK(opened.table().horizontalScrollBar()->maximum() == 0);
    CHECK_FALSE(opened.table().header()->isSectionHidden(BoardModel::ValueColumn));
    CHECK_FALSE(opened.table().header()->isSectionHidden(BoardModel::StatusColumn));
}

TEST_CASE("coming back from the months by keys leaves one row selected, and no month is cut off", "[window]")
{
    Office office;
    Opened opened(office.session());
    REQUIRE(opened.open(office.path()));
    QWindow &window = *opened.window().windowHandle();
    opened.table().setCurrentIndex(opened.table().model()->index(0, 0));

    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    auto &months = *opened.child<QTableView>("monthGrid");
    REQUIRE(QTest::qWaitFor([&months] { return months.isVisible(); }));
    for (const int width : {1024, 1280, 1600}) {
        opened.window().resize(width, 700);
        QApplication::processEvents();
        CHECK(months.viewport()->width() % months.columnWidth(0) < MonthGridModel::kMonths);
    }
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&opened] { return opened.table().isVisible(); }));

    CHECK(opened.table().selectionModel()->selectedRows().size() == 1);
    CHECK(opened.table().selectionModel()->isSelected(opened.table().currentIndex()));
}
