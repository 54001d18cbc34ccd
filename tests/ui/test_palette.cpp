// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/commands/menucommands.h"
#include "ui/models/palettemodel.h"
#include "ui/pages/palettepanel.h"
#include "ui/pages/searchbutton.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QTest>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

using Kind = PaletteEntry::Kind;

/// The window with its palette, opened by the key.
class AtPalette : public Opened
{
public:
    explicit AtPalette(Office &office) : Opened(office.session())
    {
        REQUIRE(open(office.path()));
        toggle();
    }

    void toggle() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier); }
    PalettePanel *panel() { return child<PalettePanel>("palettePanel"); }
    QLineEdit &line() { return *child<QLineEdit>("paletteLine"); }
    QListView &list() { return *child<QListView>("paletteList"); }
    bool isOpen() { return panel() && panel()->isVisible(); }

    /// Waits for the names, and types.
    bool type(const QString &text)
    {
        const auto *const model = static_cast<PaletteModel *>(list().model());
        if (!QTest::qWaitFor([model] { return model->isReady(); }, 20'000))
            return false;
        line().clear();
        QTest::keyClicks(&line(), text);
        return true;
    }
    void press(Qt::Key key) { QTest::keyClick(&line(), key); }
    QString first() { return list().model()->index(0, 0).data().toString(); }
    QString current() { return list().currentIndex().data().toString(); }
    QStringList shown()
    {
        QStringList names;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            names.append(list().model()->index(row, 0).data().toString());
        return names;
    }
};

/// Which widgets were painted.
class PaintCounter final : public QObject // clazy:exclude=missing-qobject-macro,ctor-missing-parent-argument
{
public:
    const QStringList &painted() const { return m_painted; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted.append(watched->objectName() + u'/' +
                             QString::fromLatin1(watched->metaObject()->className()));
        return QObject::eventFilter(watched, event);
    }

private:
    QStringList m_painted;
};

QStringList namesIn(const QList<PaletteEntry> &entries)
{
    QStringList names;
    for (const PaletteEntry &entry : entries)
        names.append(entry.name);
    return names;
}

} // namespace

TEST_CASE("the palette goes to a row by a few letters and Enter", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);
    REQUIRE(palette.isOpen());
    CHECK(QApplication::focusWidget() == &palette.line());

    REQUIRE(palette.type(u"firep"_s));
    CHECK(palette.first() == u"First reply time"_s);
    palette.press(Qt::Key_Return);

    CHECK_FALSE(palette.isOpen());
    CHECK(palette.page().board() == office.board(u"Support"_s));
    CHECK(QTest::qWaitFor([&palette] {
        return palette.table().currentIndex().siblingAtColumn(0).data().toString() == u"First reply time"_s;
    }));
    CHECK(QApplication::focusWidget() == &palette.table());
}

TEST_CASE("Escape, its own key and a click beside it close the palette", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);
    REQUIRE(palette.isOpen());

    palette.press(Qt::Key_Escape);
    CHECK_FALSE(palette.isOpen());
    CHECK(QApplication::focusWidget() == &palette.table());

    palette.toggle();
    CHECK(palette.isOpen());
    palette.toggle();
    CHECK_FALSE(palette.isOpen());

    QTest::mouseClick(palette.child<SearchButton>("searchButton"), Qt::LeftButton);
    CHECK(palette.isOpen());
    QTest::mouseClick(&palette.page(), Qt::LeftButton, {}, QPoint(5, palette.page().height() - 5));
    CHECK_FALSE(palette.isOpen());
}

TEST_CASE("the palette runs commands, shows their keys, and offers none that cannot be run", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);
    REQUIRE_FALSE(palette.action(u"Redo"_s)->isEnabled());

    REQUIRE(palette.type(u"redo"_s));
    CHECK_FALSE(palette.shown().contains(u"Redo"_s));
    REQUIRE(palette.type(u"import csv"_s));
    CHECK(palette.first() == u"Import CSV…"_s);
    CHECK(palette.list().model()->index(0, 0).data(PaletteModel::ShortcutRole).toString() == u"Ctrl+I"_s);

    REQUIRE(palette.type(u"dark"_s));
    CHECK(palette.first() == u"Dark"_s);
    palette.press(Qt::Key_Return);
    CHECK(QTest::qWaitFor([&palette] { return palette.action(u"Dark"_s)->isChecked(); }));
}

TEST_CASE("typing in the palette paints nothing behind it", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);
    REQUIRE(palette.type(u"s"_s));
    const auto paint = [&palette] {
        QApplication::processEvents();
        QEvent update(QEvent::UpdateRequest);
        QApplication::sendEvent(&palette.window(), &update);
    };
    REQUIRE(office.settle());
    paint(); // what the opening has left
    PaintCounter behind;
    PaintCounter inside;
    palette.page().installEventFilter(&behind);
    for (QWidget *widget : palette.page().findChildren<QWidget *>())
        widget->installEventFilter(&behind);
    palette.line().installEventFilter(&inside);

    for (const QChar letter : u"upport"_s) {
        QTest::keyClicks(&palette.line(), QString(letter));
        paint();
    }
    palette.press(Qt::Key_Backspace);
    paint();

    CHECK(inside.painted().size() > 6);
    CHECK(behind.painted().join(u' ') == QString());
}

TEST_CASE("commands of one name are told apart by their menus", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);

    REQUIRE(palette.type(u"status"_s));
    const QStringList shown = palette.shown();
    CHECK(shown.contains(u"Sort by › Status"_s));
    CHECK(shown.contains(u"Group by › Status"_s));
    CHECK_FALSE(shown.contains(u"Status"_s));
    REQUIRE(palette.type({}));
    QStringList commands;
    for (const MenuCommand &command : menuCommands(*palette.window().menuBar()))
        commands.append(menuPath(command.menus + QStringList{command.text}));
    CHECK(commands.removeDuplicates() == 0);
}

TEST_CASE("the arrows go round in the palette, and what is not there is told", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);
    REQUIRE(palette.type(u"su"_s));
    const QStringList shown = palette.shown();
    REQUIRE(shown.size() > 2);

    palette.press(Qt::Key_Down);
    CHECK(palette.current() == shown.at(1));
    palette.press(Qt::Key_Up);
    palette.press(Qt::Key_Up);
    CHECK(palette.list().currentIndex().row() == shown.size() - 1);
    palette.press(Qt::Key_Down);
    CHECK(palette.list().currentIndex().row() == 0);
    palette.press(Qt::Key_PageDown);
    CHECK(palette.list().currentIndex().row() == std::min<qsizetype>(10, shown.size() - 1));

    REQUIRE(palette.type(u"xyzzy"_s));
    CHECK(palette.child<QLabel>("paletteNothing")->isVisible());
    palette.press(Qt::Key_Return);
    CHECK(palette.isOpen());
}

TEST_CASE("what was chosen lately comes first, in this workspace, also after a restart", "[palette]")
{
    Office office(Office::Door::Closed);
    {
        AtPalette palette(office);
        REQUIRE(palette.type(u"backlog"_s));
        palette.press(Qt::Key_Return);
    }
    AtPalette palette(office);
    REQUIRE(palette.type({}));
    CHECK(palette.first().startsWith(u"Backlog"_s));
}

TEST_CASE("a person leads to what they answer for, and Backspace leads back", "[palette]")
{
    Office office(Office::Door::Closed);
    AtPalette palette(office);
    REQUIRE(palette.type(u"ingrid"_s));
    REQUIRE(palette.first() == u"Ingrid Solberg"_s);
    const int all = palette.list().model()->rowCount();

    palette.press(Qt::Key_Return);

    CHECK(palette.isOpen());
    CHECK(palette.line().text().isEmpty());
    CHECK(palette.line().placeholderText().contains(u"Ingrid Solberg"_s));
    CHECK(palette.shown().contains(u"Runway"_s));
    CHECK_FALSE(palette.shown().contains(u"Support"_s));
    CHECK(palette.list().model()->rowCount() != all);
    palette.press(Qt::Key_Backspace);
    CHECK(palette.shown().contains(u"Support"_s));
}

TEST_CASE("the palette knows only what a person may see", "[palette]")
{
    Office office;
    const WorkingSet &state = office.state();
    const QStringList founders = namesIn(paletteEntries(state, office.person(u"Ingrid Solberg"_s)));
    const QStringList visitors = namesIn(paletteEntries(state, {}));

    for (const QString &secret : {u"Leadership"_s, u"Runway"_s, u"A head for the Lisbon office"_s}) {
        CHECK(founders.contains(secret));
        CHECK_FALSE(visitors.contains(secret));
    }
    CHECK(visitors.contains(u"Support"_s));
}

TEST_CASE("an entry that was prepared before a change of rights is not shown after it", "[palette]")
{
    Office office;
    const QList<PaletteEntry> entries = paletteEntries(office.state(), office.person(u"Ingrid Solberg"_s));
    const auto runway = std::find_if(entries.begin(), entries.end(),
                                     [](const PaletteEntry &one) { return one.name == u"Runway"_s; });
    REQUIRE(runway != entries.end());

    CHECK(isShownTo(office.state(), office.person(u"Ingrid Solberg"_s), *runway));
    CHECK_FALSE(isShownTo(office.state(), office.person(u"Marek Novák"_s), *runway));
    PaletteEntry gone = *runway;
    gone.id += 1;
    CHECK_FALSE(isShownTo(office.state(), office.person(u"Ingrid Solberg"_s), gone));
}

TEST_CASE("what one may no longer see is not offered, though the names were prepared before", "[palette]")
{
    Office office;
    PaletteModel model(office.session());
    model.open({});
    REQUIRE(QTest::qWaitFor([&model] { return model.isReady(); }, 20'000));
    const auto isOffered = [&model](const QString &name) {
        model.setTyped(name);
        return model.rowCount() > 0 && model.index(0, 0).data().toString() == name;
    };
    REQUIRE(isOffered(u"Salary review"_s));
    REQUIRE(isOffered(u"Growth"_s));
    const BoardId closed = office.board(u"Salary review"_s);
    const PersonId me = office.session().me();

    REQUIRE(office.submit([=](Situation &in) { return unshareBoard(in, {closed, {me, {}}}); }));

    CHECK_FALSE(isOffered(u"Salary review"_s));
    CHECK(isOffered(u"Growth"_s));
}

TEST_CASE("the palette's model keeps its word while names arrive and letters come and go", "[palette]")
{
    Office office;
    PaletteModel model(office.session());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    PaletteEntry command;
    command.name = command.command = u"Support this"_s;
    command.nameKey = searchKey(command.name);

    model.open({command});
    CHECK(model.rowCount() == 1);
    CHECK(QTest::qWaitFor([&model] { return model.isReady(); }, 20'000));
    CHECK(model.index(0, 0).data(PaletteModel::KindRole).toInt() == static_cast<int>(Kind::Board));
    for (const QString &typed : {u"s"_s, u"su"_s, u"sup"_s, u"su"_s, u"supx"_s, u""_s})
        model.setTyped(typed);
    model.setTyped(u"support this"_s);
    REQUIRE(model.rowCount() > 0);
    CHECK(model.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Support this"_s));
    CHECK(model.index(0, 0).data(PaletteModel::MatchRole).value<QList<TextRange>>() ==
          QList<TextRange>{{0, 7}, {8, 4}});
    office.session().close();
    model.open({command});
    CHECK(model.rowCount() == 1);
}
