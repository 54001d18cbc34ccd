// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardmodel.h"
#include "ui/models/place.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSplitter;
class QStackedWidget;
class QPushButton;
class QToolButton;

namespace milepost {

class BoardDescription;
class BoardEditing;
class BoardStage;
class BoardTools;
class BoardView;
class Chip;
class EndedBar;
class Inspector;
class MessageBar;
class PageHead;
class PastBar;

/// One board: its name and standing above, its table below.
class BoardPage final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardPage(Session &session, QWidget *parent = nullptr);
    ~BoardPage() override;
    Q_DISABLE_COPY_MOVE(BoardPage)

    /// The board that is shown; none when the workspace is closed.
    BoardId board() const { return m_model.board(); }
    void showBoard(BoardId board);
    /// The board that is shown, as it is now; null where there is none, or for who may no longer see it.
    const Board *seenBoard() const;
    /// Brings numbers in; offered on an empty board.
    void setImport(QAction *action);
    /// Into the slim row above the table, from left to right.
    void addTool(QWidget *widget);
    void addTool(QAction *action);
    PageHead &head() { return *m_head; }
    BoardDescription &description() { return *m_description; }
    BoardView &view() { return *m_view; }
    BoardModel &model() { return m_model; }
    /// How one looks at the board: filter, groups, columns, zoom.
    BoardTools &viewing() { return *m_viewing; }
    Inspector &inspector() { return *m_inspector; }
    /// Shows or hides what stands beside the table.
    QAction *inspectorAction() { return &m_showInspector; }
    /// Goes to the actions of the current row, beside the table.
    QAction *actionsAction() { return &m_showActions; }
    /// The board as it stood on a past day.
    PastBar &past() { return *m_past; }
    EndedBar &ended() { return *m_ended; }
    /// Copying, pasting and adding rows by keys.
    BoardEditing &editing() { return *m_editing; }
    QPushButton *addButton() { return m_add; }
    /// Says by word and sign who may see the board.
    QToolButton *visibilityButton() { return m_visibility; }
    /// Goes to a row, ready to be typed on.
    void goTo(RowKind kind, qint64 id);
    MessageBar &messages() { return *m_messages; }

Q_SIGNALS:
    /// The table has been painted for the first time.
    void painted();
    /// Another row is the current one; 0: none is.
    void currentRowChanged(milepost::RowKind kind, qint64 id);
    void placeChosen(const milepost::Place &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    QWidget *buildTools();
    QWidget *buildTable();
    QWidget *buildEmpty();
    void buildSplitter();
    void connectModel();
    void showHead();
    void showContent();
    void showDay();
    QString emptyText(Role role) const;
    void followRow();
    void showActions();
    void keepSplitter();
    EntryReading readEntry(const QModelIndex &row, const TypedEntry &entry) const;
    void forgetExplanation();
    void explainRow(const QModelIndex &row);
    std::optional<Place> whereTyped(const BoardRow &row) const;
    void explain(const BoardRow &row, const TypedEntry &entry, const Error &error);
    void correct(const BoardRow &row, const TypedEntry &entry, const QString &reason);

    Session &m_session;
    BoardModel m_model;
    PageHead *m_head;
    BoardDescription *m_description;
    QToolButton *m_visibility;
    Chip *m_cycle;
    Chip *m_role;
    QPushButton *m_add;
    QToolButton *m_import = nullptr;
    MessageBar *m_messages;
    PastBar *m_past;
    EndedBar *m_ended;
    QStackedWidget *m_content;
    BoardView *m_view;
    BoardEditing *m_editing;
    BoardStage *m_stage;
    BoardTools *m_viewing = nullptr;
    QLabel *m_emptyText = nullptr;
    QWidget *m_tools = nullptr;
    QSplitter *m_splitter;
    QTimer m_keepSplitter; ///< not for each pixel that it is dragged by
    Inspector *m_inspector;
    QAction m_showInspector;
    QAction m_showActions;
    bool m_isPainted = false;
    bool m_isExplaining = false; ///< the message is about the current row
};

} // namespace milepost
