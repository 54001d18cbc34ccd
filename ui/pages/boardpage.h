// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardmodel.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QPushButton;
class QToolButton;

namespace milepost {

class BoardView;
class Chip;
class MessageBar;

/// One board: its name and standing above, its table below.
class BoardPage final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardPage(Session &session, QWidget *parent = nullptr);

    BoardId board() const { return m_model.board(); }
    void showBoard(BoardId board);
    /// Buttons that belong to the window, at the end of the page's head.
    void addHeadAction(QAction *action);
    QPushButton *addButton() { return m_add; }
    /// Goes to a row, ready to be typed on.
    void goTo(RowKind kind, qint64 id);
    MessageBar &messages() { return *m_messages; }

Q_SIGNALS:
    /// The table has been painted for the first time.
    void painted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildEmpty();
    void showHead();
    void showContent();
    void forgetExplanation();
    void explainRow(const QModelIndex &row);
    void explain(const BoardRow &row, const QString &typed, const Error &error);
    void correct(const BoardRow &row, const QString &typed, const QString &reason);

    Session &m_session;
    BoardModel m_model;
    QLabel *m_title;
    Chip *m_visibility;
    Chip *m_cycle;
    Chip *m_role;
    QPushButton *m_add;
    QToolButton *m_import = nullptr;
    MessageBar *m_messages;
    QStackedWidget *m_content;
    BoardView *m_view;
    QLabel *m_emptyText = nullptr;
    QWidget *m_head = nullptr;
    bool m_isPainted = false;
    bool m_isExplaining = false; ///< the message is about the current row
};

} // namespace milepost
