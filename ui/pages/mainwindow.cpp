// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mainwindow.h"

#include "core/services/backupcare.h"
#include "core/services/whendone.h"
#include "ui/commands/folders.h"
#include "ui/delegates/elidedlabel.h"
#include "ui/delegates/icons.h"
#include "ui/delegates/sidebardelegate.h"
#include "ui/delegates/taborder.h"
#include "ui/pages/backupspage.h"
#include "ui/pages/boardediting.h"
#include "ui/pages/boardhandling.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/boardtools.h"
#include "ui/pages/boardview.h"
#include "ui/pages/checkinwalk.h"
#include "ui/pages/clockbar.h"
#include "ui/pages/conditionbar.h"
#include "ui/pages/editorwatch.h"
#include "ui/pages/endedbar.h"
#include "ui/pages/guide.h"
#include "ui/pages/importdialog.h"
#include "ui/pages/inspector.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/pastbar.h"
#include "ui/pages/placekeeper.h"
#include "ui/pages/placepages.h"
#include "ui/pages/printcommands.h"
#include "ui/pages/savelabel.h"
#include "ui/pages/settingspanel.h"
#include "ui/pages/standoffbar.h"
#include "ui/pages/treekeys.h"
#include "ui/pages/welcomepage.h"
#include "ui/pages/workbar.h"
#include "ui/words/filling.h"
#include "ui/words/settlements.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kSideWidth = 224;
constexpr int kLeastOfName = 12;
constexpr int kPatienceForPaintMs = 150;
/// How far back one can go.
constexpr int kTrailLength = 100;
constexpr QSize kSize(1440, 900);

QString manualPageOf(Place::Kind kind)
{
    switch (kind) {
    case Place::Kind::Home:
        return QStringLiteral("first-steps");
    case Place::Kind::Actions:
        return QStringLiteral("actions");
    case Place::Kind::Alignment:
        return QStringLiteral("alignment");
    case Place::Kind::Backups:
        return QStringLiteral("sharing-a-file");
    case Place::Kind::Cycles:
    case Place::Kind::Board:
        return QStringLiteral("boards");
    }
    Q_UNREACHABLE();
}

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_work(new WorkBar)
    , m_files(new FileCommands(session, this, [this](const QString &text) { return m_work->begin(text); }))
    , m_undo(new UndoCommands(session, this))
    , m_add(new AddCommands(session, this))
    , m_people(new PeopleCommands(session, this))
    , m_records(new RecordCommands(session, this))
    , m_guide(new Guide(session, *menuBar(), this))
    , m_places(session)
    , m_back(tr("&Back"))
    , m_forward(tr("&Forward"))
    , m_import(tr("&Import CSV…"))
    , m_settings(tr("&Settings…"))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Milepost"));
    setAcceptDrops(true);
    m_import.setIcon(icon(Icon::Import));
    m_import.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_import.setIconText(tr("Import"));
    m_welcome = new WelcomePage(*m_files, this);
    m_board = new BoardPage(session, this);
    m_print = new PrintCommands(session, *m_board, this);
    m_messages = new MessageBar(this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcome);
    addPage(Place::Kind::Board, m_board);
    buildBackups();
    m_walk = new CheckInWalk(session, this);
    m_walk->setProperty(kManualPageProperty, QStringLiteral("recording-values"));
    m_board->inspector().setProperty(kManualPageProperty, QStringLiteral("inspector"));
    m_pages->addWidget(m_walk);
    auto *place = new QWidget(this);
    auto *placeLayout = new QVBoxLayout(place);
    placeLayout->setContentsMargins(0, 0, 0, 0);
    placeLayout->setSpacing(0);
    auto *condition = new ConditionBar(session, this);
    connect(condition, &ConditionBar::openAsked, this, [this] { m_files->openPath(m_session.path()); });
    connect(condition, &ConditionBar::refused, this, qOverload<const Error &>(&MainWindow::tell));
    placeLayout->addWidget(m_work);
    placeLayout->addWidget(condition);
    placeLayout->addWidget(new ClockBar(session, this));
    placeLayout->addWidget(buildStandoffs());
    placeLayout->addWidget(m_messages);
    placeLayout->addWidget(m_pages, 1);
    auto *body = new QWidget(this);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_side = buildSideBar();
    layout->addWidget(m_side);
    layout->addWidget(place, 1);
    setCentralWidget(body);
    m_keeper = new PlaceKeeper(
        session, [this] { return here(); }, this);
    buildMenus();
    m_boards = new BoardHandling(session, *this, m_places);
    buildStatusBar();
    connectSession();
    m_board->setImport(&m_import);
    m_board->head().addAction(m_records->updateDue());
    m_board->addButton()->setMenu(m_add->menu());
    new PlacePages(session, *this, m_places);
    new EditorWatch(session, this);
    restoreLayout();
    showWelcome();
}

// An open editor hands in its value when it goes, and the session then tells of it: nothing may reach this
// window.
MainWindow::~MainWindow()
{
    m_session.disconnect(this);
    delete m_parts; // it follows the focus, which goes round while the pages go
    delete takeCentralWidget();
}

// What others, or an end before its time, have made of one's own writes.
QWidget *MainWindow::buildStandoffs()
{
    auto *bar = new StandoffBar(m_session, this);
    connect(bar, &StandoffBar::refused, m_messages, &MessageBar::showError);
    connect(&m_session, &Session::settled, m_messages,
            [this](const QList<Settlement> &settlements) { m_messages->showText(textOf(settlements)); });
    return bar;
}

QWidget *MainWindow::buildSideBar()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(kSideWidth);
    m_workspaceName = new ElidedLabel(kLeastOfName, side);
    m_workspaceName->setObjectName(QStringLiteral("workspaceName"));
    QFont font = m_workspaceName->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    m_workspaceName->setFont(font);
    auto *sign = new QLabel(side);
    sign->setPixmap(icon(Icon::Milepost).pixmap(18, 18));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 2, 10, 10);
    head->setSpacing(8);
    head->addWidget(sign);
    head->addWidget(m_workspaceName, 1);
    m_sideBar = new QListView(side);
    m_sideBar->setObjectName(QStringLiteral("sideBar"));
    m_sideBar->setAccessibleName(tr("Boards"));
    m_sideBar->setFrameShape(QFrame::NoFrame);
    m_sideBar->setModel(&m_places);
    m_sideBar->setItemDelegate(new SideBarDelegate(m_sideBar));
    m_sideBar->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sideBar->setMouseTracking(true);
    m_sideBar->setDragDropMode(QAbstractItemView::DragDrop);
    m_sideBar->setDefaultDropAction(Qt::MoveAction);
    m_sideBar->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(10, 14, 10, 10);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_sideBar, 1);
    connect(m_sideBar->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MainWindow::followSelection);
    connect(&m_places, &QAbstractItemModel::rowsRemoved, m_sideBar, [this] {
        m_sideBar->setCurrentIndex(m_places.indexOf(m_place)); // also where that has been folded away
    });
    connect(&m_places, &QAbstractItemModel::rowsInserted, m_sideBar, [this] {
        if (!m_sideBar->currentIndex().isValid())
            m_sideBar->setCurrentIndex(m_places.indexOf(m_place)); // it was folded away
    });
    connect(m_sideBar, &QAbstractItemView::clicked, &m_places, &SideBarModel::fold);
    connect(new TreeKeys(m_sideBar), &TreeKeys::entered, this, [this](const QModelIndex &index) {
        m_places.fold(index);
        if (m_places.placeAt(index))
            m_pages->currentWidget()->setFocus();
    });
    return side;
}

void MainWindow::buildMenus()
{
    for (const QString &title :
         {tr("&File"), tr("&Edit"), tr("&Board"), tr("&Go"), tr("&People"), tr("&View"), tr("&Help")})
        menuBar()->addMenu(title);
    QMenu *file = menu(Menu::File);
    file->addActions({m_files->makeNew(), m_files->open()});
    file->addMenu(m_files->recent());
    file->addAction(m_files->demo());
    file->addSeparator();
    file->addActions({&m_import, m_files->saveCopy(), &m_backups});
    file->addSeparator();
    file->addActions({m_print->print(), m_print->savePdf(), m_print->savePicture()});
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    menu(Menu::Edit)->addActions({m_undo->undo(), m_undo->redo()});
    menu(Menu::Edit)->addSeparator();
    menu(Menu::Edit)
        ->addActions(
            {m_board->editing().copyRows(), m_board->editing().pasteValues(), m_print->copyPicture()});
    menu(Menu::Board)
        ->addActions(
            {m_records->updateDue(), m_board->editing().editValue(), m_board->editing().addRowBelow()});
    menu(Menu::Board)->addSeparator();
    menu(Menu::Board)->addActions(m_add->menu()->actions());
    menu(Menu::People)->addActions(m_people->menu()->actions());
    buildGoing();
    m_board->viewing().addTo(*menu(Menu::View));
    menu(Menu::View)
        ->addActions({m_board->inspectorAction(), m_board->actionsAction(), m_board->past().action()});
    menu(Menu::View)->addSeparator();
    buildThemes();
    buildSettings();
    menu(Menu::Help)->addActions({m_guide->manual(), m_guide->keys()});
    connect(&m_import, &QAction::triggered, this, &MainWindow::askForImport);
}

void MainWindow::buildBackups()
{
    auto *page = new BackupsPage(
        m_session, [this](const QString &text) { return m_work->begin(text); }, this);
    addPage(Place::Kind::Backups, page);
    connect(page, &BackupsPage::workEnded, m_work, &WorkBar::end);
    m_backups.setText(tr("&Restore backup…"));
    connect(&m_backups, &QAction::triggered, this, [this] { goTo(Place::of(Place::Kind::Backups)); });
    const auto enable = [this] { m_backups.setEnabled(m_session.isOpen()); };
    connect(&m_session, &Session::opened, this, enable);
    connect(&m_session, &Session::closed, this, enable);
    enable();
}

// Whoever has the workspace open sees much change at once, and hears why.
void MainWindow::tellRestore(const ChangeSet &change)
{
    const Person *author = m_session.state().find(change.author);
    if (change.act != Act::Restore || change.author == m_session.me())
        return;
    const QDateTime made =
        QDateTime::fromMSecsSinceEpoch(change.values.value(QStringLiteral("backupAt")).toLongLong());
    tell(fill(
        tr("%1 restored the backup of %2. What was entered after it is gone from the workspace, and kept "
           "as a backup."),
        {author ? inLine(author->name) : tr("Someone"), QLocale().toString(made, QLocale::ShortFormat)}));
}

QMenu *MainWindow::menu(Menu menu) const
{
    return menuBar()->actions().at(static_cast<int>(menu))->menu();
}

void MainWindow::buildThemes()
{
    m_themes = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> themes[] = {{ThemeChoice::Desktop, tr("Colours of the &desktop")},
                                                      {ThemeChoice::Light, tr("&Light")},
                                                      {ThemeChoice::Dark, tr("D&ark")}};
    for (const auto &[choice, text] : themes) {
        QAction *action = menu(Menu::View)->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        m_themes->addAction(action);
    }
    connect(m_themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT themeChosen(static_cast<ThemeChoice>(action->data().toInt()));
    });
}

void MainWindow::buildGoing()
{
    QMenu *go = menu(Menu::Go);
    m_back.setIcon(icon(Icon::Back));
    m_forward.setIcon(icon(Icon::Forward));
    m_back.setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward.setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    go->addAction(m_guide->search());
    go->addSeparator();
    go->addActions({&m_back, &m_forward});
    go->addSeparator();
    go->addAction(tr("&Next board"), QKeySequence(Qt::CTRL | Qt::Key_Tab), this,
                  [this] { goToNextBoard(1); });
    go->addAction(tr("&Previous board"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), this,
                  [this] { goToNextBoard(-1); });
    m_parts = new PaneCommands([this] { return panes(); }, this);
    go->addSeparator();
    go->addActions({m_parts->next(), m_parts->previous()});
    connect(&m_back, &QAction::triggered, this, [this] { goBy(-1); });
    connect(&m_forward, &QAction::triggered, this, [this] { goBy(1); });
}

QList<QWidget *> MainWindow::panes() const
{
    QWidget *const page = m_pages->currentWidget();
    if (page == m_board)
        return {m_sideBar, &m_board->view(), &m_board->inspector()};
    return {m_sideBar, page};
}

void MainWindow::buildStatusBar()
{
    m_fileLabel = new QLabel(this);
    m_savedLabel = new SaveLabel(m_session, this);
    m_undoButton = new QToolButton(this);
    m_undoButton->setDefaultAction(m_undo->undo());
    m_undoButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_undoButton->setAutoRaise(true);
    for (QLabel *one : QList<QLabel *>{m_fileLabel, m_savedLabel}) {
        one->setTextFormat(Qt::PlainText);
        one->setForegroundRole(QPalette::PlaceholderText);
    }
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(12, 0, 12, 0);
    statusBar()->addWidget(m_fileLabel);
    statusBar()->addWidget(m_savedLabel);
    statusBar()->addPermanentWidget(m_undoButton);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::opened, this, &MainWindow::showWorkspace);
    connect(&m_session.backups(), &BackupCare::made, this, [this](const BackupOutcome &outcome) {
        if (outcome.failure)
            tell(*outcome.failure);
    });
    connect(&m_session, &Session::changed, this, &MainWindow::tellRestore);
    connect(&m_session, &Session::closed, this, &MainWindow::showWelcome);
    connect(m_undo, &UndoCommands::refused, this, qOverload<const Error &>(&MainWindow::tell));
    connect(m_files, &FileCommands::failed, this, qOverload<const Error &>(&MainWindow::tell));
    connect(m_files, &FileCommands::workEnded, m_work, &WorkBar::end);
    connect(m_files, &FileCommands::copied, this,
            [this](const QString &path) { tell(tr("A checked copy is in “%1”.").arg(path)); });
    connect(m_people, &PeopleCommands::joined, this, &MainWindow::welcomeMe);
    connect(m_boards, &BoardHandling::boardMade, m_messages, &MessageBar::dismiss);
    connect(m_boards, &BoardHandling::boardMade, this,
            [this](BoardId board) { goTo(Place::ofBoard(board)); });
    connect(m_add, &AddCommands::rowAdded, this, &MainWindow::showAdded);
    connect(m_board, &BoardPage::painted, this, &MainWindow::painted);
    connect(m_board, &BoardPage::painted, this, &MainWindow::readRest);
    connect(m_board, &BoardPage::placeChosen, this, &MainWindow::goTo);
    connect(m_board, &BoardPage::currentRowChanged, m_keeper, &PlaceKeeper::keepSoon);
    connect(this, &MainWindow::wentTo, m_keeper, &PlaceKeeper::keepSoon);
    connect(m_records->updateDue(), &QAction::triggered, this, &MainWindow::beginWalk);
    connect(m_walk, &CheckInWalk::left, this, &MainWindow::endWalk);
    connect(m_walk, &CheckInWalk::refusedLate, this, qOverload<const QString &>(&MainWindow::tell));
    connect(m_guide, &Guide::placeChosen, this, &MainWindow::goTo);
    connect(m_print, &PrintCommands::failed, this, qOverload<const Error &>(&MainWindow::tell));
    connect(m_print, &PrintCommands::told, this, qOverload<const QString &>(&MainWindow::tell));
    connect(&m_board->past(), &PastBar::changed, this,
            [this] { m_add->setBoard(m_board->model().isPast() ? BoardId() : m_board->board()); });
    const auto setBoardShown = [this](bool isShown) {
        m_print->setBoardShown(isShown);
        m_board->editing().editValue()->setVisible(isShown);
        m_board->past().action()->setEnabled(isShown);
        m_board->ended().setBoard(isShown ? m_board->board() : BoardId());
    };
    connect(&m_session, &Session::closed, this, [setBoardShown] { setBoardShown(false); });
    connect(this, &MainWindow::wentTo, this, [setBoardShown](const Place &place) {
        setBoardShown(place.kind == Place::Kind::Board && place.board.isValid());
    });
    setBoardShown(false);
}

// The board is shown first; the rest of the workspace is read after it has been painted.
void MainWindow::showWorkspace()
{
    m_messages->dismiss();
    const QString &name = m_session.state().workspace().name;
    m_workspaceName->setText(name);
    m_workspaceName->setToolTip(name + u'\n' + m_session.path());
    setWindowTitle(tr("%1 – Milepost").arg(m_session.state().workspace().name));
    const Person *me = m_session.state().find(m_session.me());
    const QString file = QFileInfo(m_session.path()).fileName();
    m_fileLabel->setText(me ? tr("%1, as %2").arg(file, me->name) : tr("%1, as a visitor").arg(file));
    m_side->show();
    statusBar()->show();
    m_import.setEnabled(m_session.me().isValid());
    forgetTrail();
    goTo(startPlace());
    m_isRestRead = false;
    QTimer::singleShot(kPatienceForPaintMs, this, &MainWindow::readRest);
    m_session.setLive(true);
    if (!m_session.me().isValid())
        m_messages->ask(tr("You are looking at this workspace as a visitor. Join it as one of its people to "
                           "record values."),
                        tr("Join as…"), [this] { m_people->join()->trigger(); });
}

// When the board is painted, or at the latest after a while: it may be that no board is shown, or no window.
void MainWindow::readRest()
{
    if (m_session.isOpen() && !std::exchange(m_isRestRead, true))
        tellFailure(m_session.loadStructure());
}

// What a visitor could not do or see is there now.
void MainWindow::welcomeMe()
{
    m_board->showBoard(m_board->board());
    showWorkspace();
}

void MainWindow::showWelcome()
{
    setWindowTitle(tr("Milepost"));
    m_side->hide();
    statusBar()->hide();
    m_import.setEnabled(false);
    forgetTrail();
    m_pages->setCurrentWidget(m_welcome);
}

void MainWindow::addPage(Place::Kind kind, QWidget *page)
{
    if (auto *head = page->findChild<PageHead *>())
        head->setSearch(m_guide->search());
    m_placePages.insert(kind, page);
    m_pages->addWidget(page);
}

void MainWindow::goTo(const Place &place)
{
    if (!m_placePages.contains(place.kind))
        return;
    remember(place);
    showPlace(place);
}

void MainWindow::showPlace(const Place &place)
{
    m_place = place;
    m_guide->setManualPage(manualPageOf(place.kind));
    // Nothing is chosen there where the board is folded away.
    m_sideBar->selectionModel()->setCurrentIndex(m_places.indexOf(place),
                                                 QItemSelectionModel::ClearAndSelect);
    m_pages->setCurrentWidget(m_placePages.value(place.kind));
    if (place.kind == Place::Kind::Board)
        showBoard(place.board);
    else
        m_pages->currentWidget()->setFocus();
    if (place.kind == Place::Kind::Board && place.row != 0)
        m_board->goTo(place.rowKind, place.row);
    tabInReadingOrder(*centralWidget());
    Q_EMIT wentTo(place);
}

void MainWindow::showBoard(BoardId board)
{
    m_add->setBoard(board);
    if (m_board->board() != board || !board.isValid())
        m_board->showBoard(board);
    if (!board.isValid())
        return m_messages->ask(tr("There is no board yet. Make one for your team's goals and figures."),
                               tr("Make a board"), [this] { m_boards->makeNew()->trigger(); });
    m_session.profile().rememberBoard(m_session.path(), board);
    tellFailure(m_session.loadBoard(board));
}

void MainWindow::showAdded(RowKind kind, qint64 id)
{
    if (m_board->isVisible())
        m_board->goTo(kind, id);
    else
        goTo({Place::Kind::Board, m_board->board(), kind, id});
}

// Going somewhere anew forgets what was ahead.
void MainWindow::remember(const Place &place)
{
    if (m_trailAt >= 0 && m_trail[m_trailAt] == place)
        return;
    m_trail.resize(m_trailAt + 1);
    m_trail.append(place);
    if (m_trail.size() > kTrailLength)
        m_trail.removeFirst();
    m_trailAt = static_cast<int>(m_trail.size()) - 1;
    goBy(0);
}

// Its places are those of one workspace.
void MainWindow::forgetTrail()
{
    m_trail.clear();
    m_trailAt = -1;
    m_back.setEnabled(false);
    m_forward.setEnabled(false);
}

void MainWindow::goBy(int step)
{
    m_trailAt = qBound(0, m_trailAt + step, static_cast<int>(m_trail.size()) - 1);
    m_back.setEnabled(m_trailAt > 0);
    m_forward.setEnabled(m_trailAt + 1 < m_trail.size());
    if (step != 0)
        showPlace(m_trail[m_trailAt]);
}

void MainWindow::goToNextBoard(int step)
{
    const int rows = m_places.rowCount();
    const QModelIndex here = m_places.indexOf(m_place);
    // A page that the side bar has not lies before the first row, and behind the last.
    int row = here.isValid() || step > 0 ? here.row() : 0;
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + step + rows) % rows;
        if (const BoardId board = m_places.boardAt(m_places.index(row)); board.isValid())
            return goTo(Place::ofBoard(board));
    }
}

void MainWindow::followSelection()
{
    const std::optional<Place> place = m_places.placeAt(m_sideBar->currentIndex());
    if (place && !place->isSamePage(m_place) && !m_places.isRemoving())
        goTo(*place);
}

void MainWindow::beginWalk()
{
    if (m_pages->currentWidget() == m_walk)
        return;
    m_pages->setCurrentWidget(m_walk);
    m_walk->begin(m_board->board());
}

void MainWindow::endWalk()
{
    showPlace(m_place);
    if (m_place.kind == Place::Kind::Board)
        m_board->view().setFocus();
}

void MainWindow::tell(const Error &error)
{
    m_messages->showError(error);
}

void MainWindow::tell(const QString &text)
{
    m_messages->showText(text);
}

// Of a workspace that was closed meanwhile nothing is read, and nothing is missed.
void MainWindow::tellFailure(const QFuture<Done> &reading)
{
    whenDone(reading, this, [this](const Done &done) {
        if (!done && m_session.isOpen())
            tell(done.error());
    });
}

void MainWindow::askForImport()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import CSV"), documentsFolder(),
                                                      tr("CSV files (*.csv *.txt *.tsv);;All files (*)"));
    if (!path.isEmpty())
        openImport(path);
}

void MainWindow::openImport(const QString &path)
{
    auto *dialog = new ImportDialog(m_session, path, m_board->board(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this](const QString &inWords) { tell(inWords); });
    dialog->open();
}

void MainWindow::buildSettings()
{
    m_settings.setIcon(icon(Icon::Settings));
    m_settings.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    menu(Menu::Edit)->addSeparator();
    menu(Menu::Edit)->addAction(&m_settings);
    connect(&m_settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(this, &MainWindow::themeChosen, this, &MainWindow::chooseTheme);
}

void MainWindow::openSettings()
{
    if (!m_settingsPanel) {
        m_settingsPanel = new SettingsPanel(m_session.profile(), this);
        connect(m_settingsPanel, &SettingsPanel::themeChosen, this, &MainWindow::themeChosen);
        connect(m_settingsPanel, &SettingsPanel::textSizeChosen, this, &MainWindow::textSizeChosen);
    }
    m_settingsPanel->toggle();
}

// Where one was when this workspace was last left, if that page is still there.
Place MainWindow::startPlace() const
{
    Place place = Place::ofBoard(m_session.startBoard());
    const std::optional<Place> kept = m_keeper->kept();
    if (Settings(m_session.profile()).start() == StartWith::Home)
        place.kind = Place::Kind::Home;
    else if (kept)
        place.kind = kept->kind;
    if (!m_placePages.contains(place.kind))
        place.kind = Place::Kind::Board;
    if (place.kind != Place::Kind::Board)
        return {place.kind, {}, RowKind::Other, 0};
    if (kept) {
        place.rowKind = kept->rowKind;
        place.row = kept->row;
    }
    return place;
}

Place MainWindow::here() const
{
    const QModelIndex row = m_board->view().currentIndex();
    return {m_place.kind, m_place.board, row.data(RowKindRole).value<RowKind>(),
            row.data(IdRole).toLongLong()};
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

// On a screen without room for the usual size the window takes all of it.
void MainWindow::restoreLayout()
{
    if (m_keeper->restoreWindow())
        return;
    resize(kSize);
    const QSize room = screen()->availableSize();
    if (room.width() <= kSize.width() || room.height() <= kSize.height())
        setWindowState(Qt::WindowMaximized);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_keeper->keep();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QUrl url = event->mimeData()->urls().value(0);
    if (!url.isLocalFile())
        return;
    const QString path = url.toLocalFile();
    if (path.endsWith(QStringLiteral(".milepost")))
        m_files->openPath(path);
    else if (m_session.isOpen() && path.endsWith(QStringLiteral(".json")))
        m_boards->openTemplate(path);
    else if (m_import.isEnabled())
        openImport(path);
}

} // namespace milepost
