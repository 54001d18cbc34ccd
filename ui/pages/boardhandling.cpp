// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardhandling.h"

#include "core/domain/acts/editing.h"
#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/models/sidebarmodel.h"
#include "ui/pages/boarddescription.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/boardview.h"
#include "ui/pages/mainwindow.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/newboarddialog.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/sharingdialog.h"
#include "ui/pages/templatedialog.h"
#include "ui/pages/titleeditor.h"
#include "ui/words/filling.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace milepost {

using namespace Qt::StringLiterals;

BoardHandling::BoardHandling(Session &session, MainWindow &window, SideBarModel &sideBar)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_page(window.boardPage())
    , m_boards(session, this)
    , m_rows(session, &window.boardPage().view(), this)
    , m_order(session, this)
    , m_title(new TitleEditor(window.boardPage().head().title()))
{
    addToMenus();
    connectRows();
    connectSideBar(sideBar);
    connect(&window, &MainWindow::wentTo, this, [this](const Place &place) {
        m_boards.setBoard(m_page.board());
        m_order.setBoard(place.board);
    });
    connect(m_boards.makeNew(), &QAction::triggered, this, &BoardHandling::askForBoard);
    connect(m_boards.share(), &QAction::triggered, this, &BoardHandling::askForSharing);
    connect(m_boards.changeVisibility(), &QAction::triggered, this, &BoardHandling::askForVisibility);
    connect(m_page.visibilityButton(), &QToolButton::clicked, this, &BoardHandling::askForVisibility);
    connect(m_boards.saveAsTemplate(), &QAction::triggered, this, &BoardHandling::askForTemplate);
    connect(m_boards.rename(), &QAction::triggered, this, &BoardHandling::beginRenaming);
    connect(m_boards.describe(), &QAction::triggered, this, [this] {
        showPage();
        m_page.description().begin();
    });
    connect(m_title, &TitleEditor::wanted, this, [this] {
        if (m_boards.rename()->isEnabled())
            beginRenaming();
    });
    connect(m_title, &TitleEditor::typed, this, &BoardHandling::rename);
}

void BoardHandling::addToMenus()
{
    QMenu *menu = m_window.menu(MainWindow::Menu::Board);
    menu->addActions({m_boards.makeNew(), m_boards.saveAsTemplate()});
    menu->addSeparator();
    menu->addActions({m_boards.rename(), m_boards.describe(), m_boards.changeVisibility(), m_boards.share()});
    menu->addSeparator();
    menu->addActions(m_rows.actions());
    menu->addSeparator();
    menu->addActions(m_order.actions());
    m_page.head().addAction(m_boards.share());
}

void BoardHandling::connectRows()
{
    BoardView &view = m_page.view();
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&view, &QWidget::customContextMenuRequested, this, &BoardHandling::showRowMenu);
    m_page.installEventFilter(this);
    connect(&m_page, &BoardPage::currentRowChanged, this, &BoardHandling::followRow);
    connect(&m_page.model(), &BoardModel::updated, this, &BoardHandling::followRow);
    connect(&m_page.model(), &BoardModel::notMoved, &m_page.messages(), &MessageBar::showError);
    connect(&m_rows, &RowCommands::placeWanted, this, &BoardHandling::showPlaces);
    connect(&m_rows, &RowCommands::refused, &m_page.messages(), &MessageBar::showError);
    connect(&m_rows, &RowCommands::deleted, this, [this](const QString &name, qint64 seq) {
        offerUndo(fill(tr("“%1” is deleted."), {name}), seq);
    });
    connect(&m_rows, &RowCommands::archived, this, [this](const QString &name, qint64 seq) {
        offerUndo(fill(tr("“%1” is archived."), {name}), seq);
    });
    connect(&m_rows, &RowCommands::moved, this, [this](const QString &name, const QString &to, qint64 seq) {
        offerUndo(fill(tr("“%1” is now on “%2”."), {name, to}), seq);
    });
}

void BoardHandling::connectSideBar(SideBarModel &sideBar)
{
    connect(&sideBar, &SideBarModel::rowDropped, this, &BoardHandling::moveRow);
    connect(&sideBar, &SideBarModel::boardDropped, &m_order, &BoardOrder::put);
    connect(&m_order, &BoardOrder::refused, &m_window, qOverload<const Error &>(&MainWindow::tell));
}

void BoardHandling::moveRow(const Named &row, BoardId board)
{
    const Board *to = m_session.state().find(board);
    if (row.kind == Named::Kind::KeyResult || row.kind == Named::Kind::Part)
        return m_page.messages().showText(fill(
            tr("“%1” belongs to an objective. Board > Move to another board… lists those that it can go to."),
            {row.name}));
    if (to)
        m_rows.move(row, board.value(), to->name);
}

// The past is read only, and nothing is done to a row that one does not see.
void BoardHandling::followRow()
{
    const QModelIndex row = m_page.view().currentIndex();
    const bool isAtHand = m_page.isVisible() && !m_page.model().isPast() && row.isValid();
    m_rows.setRow(isAtHand ? row.data(IdRole).toLongLong() : 0);
}

bool BoardHandling::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        followRow();
    return QObject::eventFilter(watched, event);
}

NewBoardDialog *BoardHandling::askForBoard()
{
    auto *dialog = new NewBoardDialog(m_session, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewBoardDialog::made, this, &BoardHandling::boardMade);
    dialog->open();
    return dialog;
}

void BoardHandling::openTemplate(const QString &path)
{
    askForBoard()->openTemplate(path);
}

void BoardHandling::askForSharing()
{
    auto *dialog = new SharingDialog(m_session, m_page.board(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void BoardHandling::askForTemplate()
{
    auto *dialog = new TemplateDialog(m_session, m_page.board(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TemplateDialog::saved, this,
            [this](const QString &path) { m_window.tell(fill(tr("The template is in “%1”."), {path})); });
    dialog->open();
}

// What is asked and typed there is about the board that was shown last, whichever page is shown now.
void BoardHandling::showPage()
{
    if (!m_page.isVisible())
        m_window.goTo(Place::ofBoard(m_page.board()));
}

void BoardHandling::askForVisibility()
{
    showPage();
    const Board *board = m_page.seenBoard();
    if (!board)
        return;
    MessageBar &messages = m_page.messages();
    if (!m_boards.changeVisibility()->isEnabled())
        return messages.showText(
            board->visibility == Visibility::Public
                ? tr("Everyone in this workspace sees this board. Its owners can make it private.")
                : tr("Only those that it is shared with see this board. Its owners can make it "
                     "public."));
    if (board->visibility == Visibility::Private)
        return messages.ask(fill(tr("Make “%1” public? Everyone in this workspace will see everything on it: "
                                    "values, comments, and the history since it was made."),
                                 {board->name}),
                            tr("Make public"), [this] { setVisibility(Visibility::Public); });
    messages.ask(
        fill(tr("Make “%1” private? Only those that it is shared with will see it from now on. Copies and "
                "backups that were made before still hold it."),
             {board->name}),
        tr("Make private"), [this] { setVisibility(Visibility::Private); });
}

void BoardHandling::setVisibility(Visibility visibility)
{
    edit(u"visibility"_s, wordOf(visibility));
}

void BoardHandling::beginRenaming()
{
    showPage();
    m_title->begin();
}

void BoardHandling::rename(const QString &name)
{
    edit(u"name"_s, name);
}

void BoardHandling::edit(const QString &field, const QString &value)
{
    Intent intent;
    intent.decide = [board = m_page.board(), field, value](Situation &in) {
        const Named target{Named::Kind::Board, board.value(), {}, {}};
        return editFields(in, target, {{field, value}});
    };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            m_page.messages().showError(receipt.error());
    });
}

void BoardHandling::showRowMenu(const QPoint &at)
{
    BoardView &view = m_page.view();
    QPoint place = at;
    // From the keyboard it belongs to the current row, wherever the pointer is.
    if (!view.indexAt(at).isValid())
        place = view.visualRect(view.currentIndex()).center();
    if (!view.currentIndex().isValid())
        return;
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->addActions(view.actions());
    menu->popup(view.viewport()->mapToGlobal(place));
}

void BoardHandling::showPlaces()
{
    BoardView &view = m_page.view();
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"placesMenu"_s);
    menu->setAccessibleName(tr("Move to"));
    m_rows.fillPlaces(menu);
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(view.viewport()->mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()));
}

void BoardHandling::offerUndo(const QString &text, qint64 seq)
{
    m_page.messages().offer(text, tr("Undo"), [this, seq] { takeBack(seq); });
}

// Only what was offered, not what was done after it.
void BoardHandling::takeBack(qint64 seq)
{
    whenDone(m_session.takeBack(seq), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            m_page.messages().showError(receipt.error());
    });
}

} // namespace milepost
