// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/addcommands.h"
#include "ui/commands/filecommands.h"
#include "ui/commands/panecommands.h"
#include "ui/commands/peoplecommands.h"
#include "ui/commands/recordcommands.h"
#include "ui/commands/undocommands.h"
#include "ui/models/sidebarmodel.h"
#include "ui/pages/settings.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

class QLabel;
class QListView;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace milepost {

class BoardHandling;
class BoardPage;
class CheckInWalk;
class Guide;
class MessageBar;
class PlaceKeeper;
class PrintCommands;
class SaveLabel;
class SettingsPanel;
class WelcomePage;
class WorkBar;

/// The frame: places at the left, the chosen place beside them, what is going on below.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// The menus of the menu bar. Every command of the program stands in one of them: the keys and the list
    /// of commands are read from there.
    enum class Menu { File, Edit, Board, Go, People, View, Help };

    FileCommands &files() { return *m_files; }
    BoardPage &boardPage() { return *m_board; }
    QMenu *menu(Menu menu) const;
    /// Adds a page for a kind of place. It is asked for by goTo().
    void addPage(Place::Kind kind, QWidget *page);
    /// Shows the page of a place, and chooses its row if it names one.
    void goTo(const Place &place);
    const Place &place() const { return m_place; }
    /// Says what has come about, or why something did not, whichever page is shown.
    void tell(const QString &text);
    void tell(const Error &error);
    void chooseTheme(ThemeChoice choice);

Q_SIGNALS:
    void themeChosen(milepost::ThemeChoice choice);
    void textSizeChosen(int percent);
    /// The first board has been painted.
    void painted();
    /// Another page is shown, or another row was gone to.
    void wentTo(const milepost::Place &place);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildSideBar();
    QWidget *buildStandoffs();
    void buildMenus();
    void buildBackups();
    void tellRestore(const ChangeSet &change);
    void buildThemes();
    void buildGoing();
    QList<QWidget *> panes() const;
    void buildStatusBar();
    void connectSession();
    void showWorkspace();
    void welcomeMe();
    void showWelcome();
    void showPlace(const Place &place);
    void showBoard(BoardId board);
    void showAdded(RowKind kind, qint64 id);
    void remember(const Place &place);
    void forgetTrail();
    void goBy(int step);
    void goToNextBoard(int step);
    void followSelection();
    void beginWalk();
    void endWalk();
    void readRest();
    void tellFailure(const QFuture<Done> &reading);
    void askForImport();
    void openImport(const QString &path);
    void buildSettings();
    void openSettings();
    Place startPlace() const;
    Place here() const;
    void restoreLayout();

    Session &m_session;
    WorkBar *m_work;
    FileCommands *m_files;
    UndoCommands *m_undo;
    AddCommands *m_add;
    PeopleCommands *m_people;
    RecordCommands *m_records;
    Guide *m_guide;
    BoardHandling *m_boards = nullptr;
    PaneCommands *m_parts = nullptr;
    PlaceKeeper *m_keeper = nullptr;
    SideBarModel m_places;
    QListView *m_sideBar = nullptr;
    QWidget *m_side = nullptr;
    QLabel *m_workspaceName = nullptr;
    bool m_isRestRead = true; ///< of the workspace that is open, beside what its first board needs
    QStackedWidget *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    BoardPage *m_board = nullptr;
    CheckInWalk *m_walk = nullptr;
    PrintCommands *m_print = nullptr;
    MessageBar *m_messages = nullptr;
    QLabel *m_fileLabel = nullptr;
    SaveLabel *m_savedLabel = nullptr;
    QToolButton *m_undoButton = nullptr;
    QHash<Place::Kind, QWidget *> m_placePages;
    Place m_place;
    QList<Place> m_trail; ///< where one has been, oldest first
    int m_trailAt = -1;
    QAction m_back;
    QAction m_forward;
    QAction m_import;
    QAction m_backups;
    QAction m_settings;
    QPointer<SettingsPanel> m_settingsPanel; ///< made when it is first asked for
    QActionGroup *m_themes = nullptr;
};

} // namespace milepost
