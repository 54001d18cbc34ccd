// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/placepages.h"

#include "ui/delegates/icons.h"
#include "ui/pages/actionspage.h"
#include "ui/pages/alignmentpage.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/cyclespage.h"
#include "ui/pages/endedbar.h"
#include "ui/pages/homepage.h"
#include "ui/pages/mainwindow.h"
#include "ui/pages/messagebar.h"

namespace milepost {

PlacePages::PlacePages(Session &session, MainWindow &window, SideBarModel &sideBar)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_sideBar(sideBar)
    , m_home(session)
    , m_boardState(session, &window)
{
    window.menu(MainWindow::Menu::Go)->addSeparator();
    buildHome();
    buildActions();
    buildAlignment();
    buildCycles();
    connect(&m_home, &HomeModel::looked, this, &PlacePages::showCounts);
    connect(&m_home, &HomeModel::failed, &window, qOverload<const Error &>(&MainWindow::tell));
    connect(&window, &MainWindow::wentTo, this,
            [this](const Place &place) { m_boardState.setBoard(place.board); });
    connect(&m_boardState, &BoardState::refused, &window.boardPage().messages(), &MessageBar::showError);
}

template<class Page>
void PlacePages::add(Place::Kind kind, Page *page)
{
    m_window.addPage(kind, page);
    if constexpr (requires { &Page::placeChosen; })
        connect(page, &Page::placeChosen, &m_window, &MainWindow::goTo);
}

QAction *PlacePages::addGoing(const QString &text, Place::Kind kind, const QList<QKeySequence> &shortcuts)
{
    QAction *action = m_window.menu(MainWindow::Menu::Go)->addAction(text, this, [this, kind] {
        m_window.goTo(Place::of(kind));
    });
    action->setShortcuts(shortcuts);
    const auto enable = [this, action] { action->setEnabled(m_session.isOpen()); };
    connect(&m_session, &Session::opened, action, enable);
    connect(&m_session, &Session::closed, action, enable);
    enable();
    return action;
}

void PlacePages::buildHome()
{
    add(Place::Kind::Home, new HomePage(m_session, m_home, &m_window));
    QAction *go = addGoing(tr("&Home"), Place::Kind::Home,
                           {QKeySequence(Qt::ALT | Qt::Key_Home), QKeySequence(Qt::ALT | Qt::Key_1)});
    go->setIcon(icon(Icon::Home));
}

void PlacePages::buildActions()
{
    auto *page = new ActionsPage(m_session, &m_window);
    add(Place::Kind::Actions, page);
    QAction *go = addGoing(tr("&Actions"), Place::Kind::Actions, {QKeySequence(Qt::ALT | Qt::Key_2)});
    go->setIcon(icon(Icon::Action));
    connect(&m_window, &MainWindow::wentTo, page, [page](const Place &place) {
        if (place.kind == Place::Kind::Actions && place.row != 0)
            page->showAction(ActionId(place.row));
    });
}

void PlacePages::buildAlignment()
{
    auto *page = new AlignmentPage(m_session, &m_window);
    add(Place::Kind::Alignment, page);
    QAction *go = addGoing(tr("A&lignment"), Place::Kind::Alignment, {QKeySequence(Qt::ALT | Qt::Key_3)});
    go->setIcon(icon(Icon::Alignment));
    m_window.menu(MainWindow::Menu::Board)->addSeparator();
    m_window.menu(MainWindow::Menu::Board)->addAction(page->align());
}

void PlacePages::buildCycles()
{
    add(Place::Kind::Cycles, new CyclesPage(m_session, &m_window));
    QMenu *board = m_window.menu(MainWindow::Menu::Board);
    board->addSeparator();
    board->addMenu(m_boardState.cycleMenu());
    board->addActions(m_window.boardPage().ended().actions());
    board->addActions({m_boardState.cycles(), m_boardState.archive()});
    connect(m_boardState.cycles(), &QAction::triggered, this,
            [this] { m_window.goTo(Place::of(Place::Kind::Cycles)); });
}

void PlacePages::showCounts()
{
    const auto due = static_cast<int>(m_home.dueCount());
    m_sideBar.tell(Place::Kind::Home, due > 0 ? tr("%Ln due", "values in the side bar", due) : QString());
    m_sideBar.tell(Place::Kind::Actions,
                   m_home.actionCount() > 0 ? QLocale().toString(m_home.actionCount()) : QString());
}

} // namespace milepost
