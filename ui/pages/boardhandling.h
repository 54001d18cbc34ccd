// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/commands/boardcommands.h"
#include "ui/commands/boardorder.h"
#include "ui/commands/rowcommands.h"

namespace milepost {

class BoardPage;
class MainWindow;
class NewBoardDialog;
class SideBarModel;
class TitleEditor;

/// Making, naming, sharing and ordering boards and their rows, in the window: joins the commands to the
/// dialogs and to the board page, which asks and tells.
class BoardHandling final : public QObject
{
    Q_OBJECT
public:
    BoardHandling(Session &session, MainWindow &window, SideBarModel &sideBar);

    QAction *makeNew() { return m_boards.makeNew(); }
    /// Offers a new board of a template file.
    void openTemplate(const QString &path);

Q_SIGNALS:
    void boardMade(milepost::BoardId board);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addToMenus();
    void connectRows();
    void connectSideBar(SideBarModel &sideBar);
    void moveRow(const Named &row, BoardId board);
    void followRow();
    NewBoardDialog *askForBoard();
    void askForSharing();
    void showPage();
    void askForVisibility();
    void setVisibility(Visibility visibility);
    void askForTemplate();
    void beginRenaming();
    void rename(const QString &name);
    void showRowMenu(const QPoint &at);
    void showPlaces();
    void offerUndo(const QString &text, qint64 seq);
    void takeBack(qint64 seq);
    void edit(const QString &field, const QString &value);

    Session &m_session;
    MainWindow &m_window;
    BoardPage &m_page;
    BoardCommands m_boards;
    RowCommands m_rows;
    BoardOrder m_order;
    TitleEditor *m_title;
};

} // namespace milepost
