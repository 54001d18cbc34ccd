// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"
#include "core/domain/acts/editing.h"
#include "tests/support/printing.h"
#include "tests/ui/opened.h"
#include "ui/models/boarddragging.h"
#include "ui/models/sidebarmodel.h"
#include "ui/pages/boarddescription.h"
#include "ui/pages/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

/// The demo's board of support work, before someone who edits it.
struct AtWork
{
    QString name(BoardId of) const { return office.state().find(of)->name; }
    QStringList kpis() const
    {
        QStringList names;
        for (const Kpi *kpi : office.state().of<Kpi>().of(board))
            if (!kpi->archived)
                names << kpi->name;
        return names;
    }
    void choose(const QString &title)
    {
        opened.table().setFocus();
        opened.table().setCurrentIndex(opened.cell(title));
    }
    QString chosen() { return opened.table().currentIndex().siblingAtColumn(0).data().toString(); }
    QPushButton *answer()
    {
        for (auto *button : opened.page().messages().findChildren<QPushButton *>())
            if (button->isVisible())
                return button;
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&opened.table(), key, modifiers);
        REQUIRE(office.settle());
    }

    Office office;
    Opened opened{office, u"Support"_s};
    BoardId board = office.board(u"Support"_s);
};

} // namespace

TEST_CASE("a row goes up and down by the keyboard, and stays chosen", "[rows]")
{
    AtWork work;
    const QStringList before = work.kpis();
    REQUIRE(before.size() >= 3);
    work.choose(before[1]);

    work.press(Qt::Key_Up, Qt::ControlModifier);
    CHECK(work.kpis().first() == before[1]);
    CHECK(work.chosen() == before[1]);
    work.press(Qt::Key_Down, Qt::ControlModifier);
    work.press(Qt::Key_Down, Qt::ControlModifier);
    CHECK(work.kpis()[2] == before[1]);
    CHECK(work.chosen() == before[1]);
    CHECK(work.opened.message().isEmpty());
}

TEST_CASE("a row is deleted without a question, and the message brings it back", "[rows]")
{
    AtWork work;
    const QStringList before = work.kpis();
    const QString gone = u"People on shift at ten o'clock"_s;
    work.choose(gone);

    work.press(Qt::Key_Delete);

    CHECK_FALSE(work.kpis().contains(gone));
    REQUIRE(QTest::qWaitFor([&] { return work.opened.message().contains(gone); }, 20'000));
    CHECK(work.opened.table().hasFocus());
    REQUIRE(work.answer() != nullptr);
    work.answer()->click();
    REQUIRE(QTest::qWaitFor([&] { return work.kpis().contains(gone); }, 20'000));
    CHECK(work.kpis() == before);
    CHECK(work.opened.message().isEmpty());
}

TEST_CASE("a row that is used elsewhere stays, and what uses it is told", "[rows]")
{
    AtWork work;
    const QString guardrail = u"Tickets reopened"_s;
    work.choose(guardrail);

    work.press(Qt::Key_Delete);

    CHECK(QTest::qWaitFor([&] { return work.opened.message().contains(u"First reply time"_s); }, 20'000));
    CHECK(work.kpis().contains(guardrail));
    CHECK(work.answer() == nullptr);
}

TEST_CASE("the message of a deletion takes back that, and not what was done after it", "[rows]")
{
    AtWork work;
    const QString gone = u"People on shift at ten o'clock"_s;
    work.choose(gone);
    work.press(Qt::Key_Delete);
    REQUIRE(QTest::qWaitFor([&] { return work.answer() != nullptr; }, 20'000));
    REQUIRE(work.office.submit([](Situation &in) { return addBoard(in, {u"Later"_s, {}, {}}); }));

    work.answer()->click();

    CHECK(QTest::qWaitFor([&] { return work.kpis().contains(gone); }, 20'000));
    CHECK(work.office.board(u"Later"_s).isValid());
    CHECK(work.opened.message().isEmpty());
}

TEST_CASE("a row is archived, and what may not be done is not offered", "[rows]")
{
    AtWork work;
    const QString kpi = work.kpis().first();
    work.choose(kpi);
    work.opened.action(u"Archive row"_s)->trigger();
    REQUIRE(work.office.settle());
    CHECK_FALSE(work.kpis().contains(kpi));
    CHECK(QTest::qWaitFor([&] { return work.opened.message().contains(u"is archived"_s); }, 20'000));

    Session visitor({work.office.file(u"nobody"_s), kToday});
    Opened seen(visitor);
    REQUIRE(seen.open(work.office.path()));
    for (const QString &text : {u"Move up"_s, u"Move down"_s, u"Delete row"_s, u"Archive row"_s,
                                u"Rename board"_s, u"Make private"_s, u"New board"_s})
        CHECK_FALSE(seen.action(text)->isEnabled());
    CHECK(seen.action(u"Share"_s)->isEnabled());
}

TEST_CASE("nothing is done to a row from a page that does not show it", "[rows]")
{
    AtWork work;
    work.choose(work.kpis().first());
    const QStringList texts{u"Move up"_s,   u"Delete row"_s,   u"Archive row"_s,
                            u"Copy rows"_s, u"Paste values"_s, u"Add a row below"_s};
    const auto areEnabled = [&] {
        return std::count_if(texts.begin(), texts.end(),
                             [&](const QString &text) { return work.opened.action(text)->isEnabled(); });
    };
    REQUIRE(areEnabled() == texts.size());

    work.opened.window().goTo(Place::of(Place::Kind::Home));
    CHECK(areEnabled() == 0);
    work.opened.window().goTo(Place::ofBoard(work.board));
    CHECK(areEnabled() == texts.size());
    work.opened.action(u"Update all"_s)->setEnabled(true);
    work.opened.action(u"Update all"_s)->trigger();
    REQUIRE_FALSE(work.opened.page().isVisible());
    CHECK(areEnabled() == 0);
}

TEST_CASE("a row is moved to another board by a menu of those that one may edit", "[rows]")
{
    AtWork work;
    const QString kpi = work.kpis().first();
    work.choose(kpi);

    QTest::keyClick(&work.opened.table(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *const menu = work.opened.child<QMenu>("placesMenu");
    REQUIRE(menu != nullptr);
    QStringList places;
    for (const QAction *action : menu->actions())
        places << action->text();
    CHECK_FALSE(places.contains(u"Support"_s));
    REQUIRE_FALSE(places.isEmpty());
    const BoardId target = work.office.board(places.first());
    QTest::keyClick(menu, Qt::Key_Return);
    REQUIRE(work.office.settle());

    CHECK_FALSE(work.kpis().contains(kpi));
    CHECK(work.office.state().of<Kpi>().of(target).last()->name == kpi);
    CHECK(QTest::qWaitFor([&] { return work.opened.message().contains(kpi); }, 20'000));
}

TEST_CASE("a right click offers what can be done with the row", "[rows]")
{
    AtWork work;
    work.choose(work.kpis().first());

    Q_EMIT work.opened.table().customContextMenuRequested(QPoint(-1, -1));

    auto *const menu = work.opened.child<QMenu>("rowMenu");
    REQUIRE(menu != nullptr);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts << action->text().remove(u'&');
    for (const QString &text : {u"Move up"_s, u"Move to another board…"_s, u"Archive row"_s, u"Delete row"_s})
        CHECK(texts.contains(text));
    menu->close();
}

TEST_CASE("who may see the board is said in its head, and changing it asks", "[visibility]")
{
    AtWork work;
    auto *const shown = work.opened.child<QToolButton>("visibilityButton");
    REQUIRE(shown->isVisible());
    CHECK(shown->text() == u"Public"_s);
    CHECK_FALSE(shown->icon().isNull());
    CHECK(shown->accessibleName().contains(u"Public"_s));

    shown->click();
    CHECK(work.opened.message().contains(u"Its owners can make it private"_s));
    CHECK(work.answer() == nullptr);
    work.opened.page().messages().dismiss();

    const Result<Receipt> made = work.office.submit([](Situation &in) {
        return addBoard(in, {u"Ours"_s, {}, {}});
    });
    REQUIRE(made);
    const BoardId ours = made->change.edits.of<Board>().added.first().id;
    REQUIRE(work.opened.goTo(ours));
    shown->click();
    CHECK(work.opened.message().contains(u"backups"_s));
    CHECK(work.office.state().find(ours)->visibility == Visibility::Public);
    REQUIRE(work.answer() != nullptr);
    work.answer()->click();
    REQUIRE(work.office.settle());
    CHECK(work.office.state().find(ours)->visibility == Visibility::Private);
    CHECK(shown->text() == u"Private"_s);

    shown->click();
    CHECK(work.opened.message().contains(u"history"_s));
    REQUIRE(work.answer() != nullptr);
    work.answer()->click();
    REQUIRE(work.office.settle());
    CHECK(work.office.state().find(ours)->visibility == Visibility::Public);
}

TEST_CASE("who may no longer see a board sees neither its name nor what it is about", "[visibility]")
{
    AtWork work;
    const PersonId hana = work.office.person(u"Hana Suzuki"_s);
    // Written by her, as if from another desk.
    const auto made = work.office.submit([hana](Situation &in) {
        Situation theirs{in.state, hana, in.today, in.now, in.ids};
        return addBoard(theirs, {u"Theirs"_s, Visibility::Public, {}});
    });
    REQUIRE(made);
    const BoardId board = made->change.edits.of<Board>().added.first().id;
    const auto edit = [&](const QString &field, const QString &value) {
        return work.office.submit([=](Situation &in) {
            Situation theirs{in.state, hana, in.today, in.now, in.ids};
            return editFields(theirs, {Named::Kind::Board, board.value(), {}, {}}, {{field, value}});
        });
    };
    REQUIRE(edit(u"description"_s, u"What all may know"_s));
    REQUIRE(work.opened.goTo(board));
    const QLabel &title = *work.opened.child<QLabel>("boardTitle");
    REQUIRE(title.isVisible());
    REQUIRE(work.opened.page().description().isVisible());

    REQUIRE(edit(u"visibility"_s, u"private"_s));
    REQUIRE(edit(u"name"_s, u"Ours alone"_s));

    CHECK_FALSE(title.isVisible());
    CHECK(title.text() == u"Theirs"_s);
    CHECK_FALSE(work.opened.page().description().isVisible());
    CHECK(work.opened.page().seenBoard() == nullptr);
}

TEST_CASE("the name of a board is typed anew where it stands", "[rename]")
{
    AtWork work;
    auto *const title = work.opened.child<QLabel>("boardTitle");
    auto *const editor = work.opened.child<QLineEdit>("titleEditor");
    CHECK_FALSE(editor->isVisible());

    QTest::mouseDClick(title, Qt::LeftButton);
    REQUIRE(editor->isVisible());
    CHECK(editor->selectedText() == u"Support"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    CHECK_FALSE(editor->isVisible());
    CHECK(work.name(work.board) == u"Support"_s);

    work.opened.action(u"Rename board"_s)->trigger();
    QTest::keyClicks(editor, u"Help & care"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(work.office.settle());
    CHECK(work.name(work.board) == u"Help & care"_s);
    CHECK(title->text() == u"Help & care"_s);

    work.opened.action(u"Rename board"_s)->trigger();
    editor->setText(u"Company"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    CHECK(QTest::qWaitFor([&] { return work.opened.message().contains(u"Company"_s); }, 20'000));
    CHECK(work.name(work.board) == u"Help & care"_s);
}

TEST_CASE("from another page one comes to the board to rename it, or to change who sees it", "[rename]")
{
    AtWork work;
    work.opened.window().goTo(Place::of(Place::Kind::Home));

    SECTION("its name")
    {
        work.opened.action(u"Rename board"_s)->trigger();
        const auto *const editor = work.opened.child<QLineEdit>("titleEditor");
        CHECK(editor->isVisible());
        CHECK(editor->hasFocus());
        CHECK(editor->text() == u"Support"_s);
    }
    SECTION("who sees it")
    {
        const auto made = work.office.submit([](Situation &in) { return addBoard(in, {u"Ours"_s, {}, {}}); });
        REQUIRE(made);
        REQUIRE(work.opened.goTo(made->change.edits.of<Board>().added.first().id));
        work.opened.window().goTo(Place::of(Place::Kind::Home));
        work.opened.action(u"Make private"_s)->trigger();
        CHECK(work.opened.message().contains(u"Ours"_s));
    }

    CHECK(work.opened.page().isVisible());
}

TEST_CASE("a board that cannot be put elsewhere is told on any page", "[board]")
{
    AtWork work;
    auto &places = *static_cast<SideBarModel *>(work.opened.child<QListView>("sideBar")->model());
    work.opened.window().goTo(Place::of(Place::Kind::Home));

    Q_EMIT places.boardDropped(work.office.board(u"Salary review"_s), work.board);

    CHECK(QTest::qWaitFor([&] { return !work.opened.message().isEmpty(); }, 20'000));
}

TEST_CASE("a row that is dropped on a board of the side bar is there, and the message takes it back",
          "[rows]")
{
    AtWork work;
    const QString name = work.kpis().first();
    const KpiId kpi = work.office.kpi(name);
    auto &places = *static_cast<SideBarModel *>(work.opened.child<QListView>("sideBar")->model());
    const BoardId growth = work.office.board(u"Growth"_s);
    const std::unique_ptr<QMimeData> row(carried(work.office.state(), kpi.value()));

    REQUIRE(places.dropMimeData(row.get(), Qt::MoveAction, -1, 0, places.indexOf(growth)));
    REQUIRE(work.office.settle());

    CHECK(work.office.state().find(kpi)->board == growth);
    CHECK(work.opened.message().contains(u"Growth"_s));
    REQUIRE(work.answer());
    work.answer()->click();
    CHECK(QTest::qWaitFor([&] { return work.office.state().find(kpi)->board == work.board; }, 20'000));
}

TEST_CASE("a row that cannot go to a board says why where it was", "[rows]")
{
    AtWork work;
    auto &places = *static_cast<SideBarModel *>(work.opened.child<QListView>("sideBar")->model());
    const QModelIndex growth = places.indexOf(work.office.board(u"Growth"_s));
    const QModelIndex closed = places.indexOf(work.office.board(u"Salary review"_s));
    const ObjectiveId objective = work.office.state().of<Objective>().of(work.board).last()->id;
    const KeyResultId keyResult = work.office.state().of<KeyResult>().of(objective).first()->id;
    const auto drop = [&](qint64 id, const QModelIndex &on) {
        const std::unique_ptr<QMimeData> row(carried(work.office.state(), id));
        return places.dropMimeData(row.get(), Qt::MoveAction, -1, 0, on) && work.office.settle();
    };

    REQUIRE(drop(keyResult.value(), growth));
    CHECK(work.opened.message().contains(u"belongs to an objective"_s));
    CHECK(work.office.state().find(keyResult)->objective == objective);
    REQUIRE(drop(objective.value(), closed));
    CHECK(work.opened.message().contains(u"Salary review"_s));
    CHECK(work.office.state().find(objective)->board == work.board);
}

TEST_CASE("a board goes up and down in the side bar by keys", "[board]")
{
    AtWork work;
    auto &places = *static_cast<SideBarModel *>(work.opened.child<QListView>("sideBar")->model());
    const auto row = [&](const QString &name) { return places.indexOf(work.office.board(name)).row(); };
    const int before = row(u"Support"_s);
    REQUIRE(row(u"Growth"_s) == before - 1);

    work.press(Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(row(u"Support"_s) == before - 1);
    CHECK(row(u"Growth"_s) == before);
    CHECK(work.opened.page().board() == work.board);
    work.press(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(row(u"Support"_s) == before);
    work.opened.window().goTo(Place::of(Place::Kind::Home));
    CHECK_FALSE(work.opened.action(u"Move board up"_s)->isEnabled());
}
