// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/office.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/mainwindow.h"

#include <QTreeView>

class QLineEdit;

namespace milepost {

/// The main window on the screen, as someone at the keyboard has it before them.
class Opened
{
public:
    explicit Opened(Session &session);
    /// With the office's workspace, on this board.
    Opened(Office &office, const QString &board);

    MainWindow &window() { return m_window; }
    Session &session() { return m_session; }
    BoardPage &page() { return *child<BoardPage>("boardPage"); }
    QTreeView &table() { return *child<QTreeView>("boardView"); }
    template<class Widget>
    Widget *child(const char *name)
    {
        return m_window.findChild<Widget *>(QString::fromLatin1(name));
    }

    /// Opens the file and waits until its board is there; false if it does not come.
    bool open(const QString &path);
    /// Goes to a board by its place in the side bar.
    bool goTo(BoardId board);
    /// What a message bar says; empty if none does.
    QString message();
    /// The line in which a message bar is answered; null if none asks.
    QLineEdit *answer();

    QModelIndex cell(const QString &title, int column = BoardModel::ValueColumn);
    QString shown(const QString &title, int column = BoardModel::ValueColumn)
    {
        return cell(title, column).data().toString();
    }
    QLineEdit *editor() { return child<QLineEdit>("cellEdit"); }
    /// Makes the row current and types on it, as on a keyboard.
    void type(const QString &title, const QString &text);
    void typeAndEnter(const QString &title, const QString &text);

    /// An action of the menu bar by how its text begins, mnemonics aside.
    QAction *action(const QString &beginning);

private:
    Session &m_session;
    MainWindow m_window;
};

} // namespace milepost
