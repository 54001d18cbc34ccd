// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/addcommands.h"
#include "ui/commands/filecommands.h"
#include "ui/commands/peoplecommands.h"
#include "ui/commands/undocommands.h"
#include "ui/models/sidebarmodel.h"

#include <QMainWindow>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace milepost {

class BoardPage;
class MessageBar;
class WelcomePage;
class WorkBar;

/// How the window is coloured.
enum class ThemeChoice { Desktop, Light, Dark };

/// The frame: places at the left, the chosen place beside them, what is going on below.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    FileCommands &files() { return *m_files; }
    void chooseTheme(ThemeChoice choice);

Q_SIGNALS:
    void themeChosen(milepost::ThemeChoice choice);
    /// The first board has been painted.
    void painted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildSideBar();
    void buildMenus();
    void buildStatusBar();
    void connectSession();
    void showWorkspace();
    void welcomeMe();
    void showWelcome();
    void showBoard(BoardId board);
    void followSelection();
    void tell(const Error &error);
    void tell(const QString &text);
    MessageBar &messages();
    void askForImport();
    void openImport(const QString &path);
    void showPending(int count);
    void restoreLayout();

    Session &m_session;
    WorkBar *m_work;
    FileCommands *m_files;
    UndoCommands *m_undo;
    AddCommands *m_add;
    PeopleCommands *m_people;
    SideBarModel m_places;
    QListView *m_sideBar = nullptr;
    QWidget *m_side = nullptr;
    QLabel *m_workspaceName = nullptr;
    QStackedWidget *m_pages = nullptr;
    WelcomePage *m_welcome = nullptr;
    BoardPage *m_board = nullptr;
    QWidget *m_noBoard = nullptr;
    MessageBar *m_messages = nullptr;
    QLabel *m_fileLabel = nullptr;
    QLabel *m_savedLabel = nullptr;
    QToolButton *m_undoButton = nullptr;
    QAction m_import;
    QActionGroup *m_themes = nullptr;
};

} // namespace milepost
