// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/pastedblock.h"
#include "core/services/session.h"
#include "ui/models/roles.h"

#include <QAction>

namespace milepost {

class AddRow;
class BoardView;
class MessageBar;
class PastePanel;

/// What is done to the rows of a board by keys, while its page is shown: copying those that are chosen,
/// pasting blocks of values, adding rows below the table.
class BoardEditing final : public QObject
{
    Q_OBJECT
public:
    BoardEditing(Session &session, BoardView &view, MessageBar &messages, QWidget *page);

    void setBoard(BoardId board);
    /// While the past is shown, rows are only copied.
    void setReadOnly(bool isReadOnly);
    QAction *copyRows() { return &m_copy; }
    QAction *pasteValues() { return &m_paste; }
    QAction *addRowBelow() { return &m_add; }
    QAction *editValue() { return &m_edit; }
    PastePanel *pastePanel() { return m_pastePanel; }
    AddRow *addRow() { return m_addRow; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void prepare(QAction &action, QWidget *page);
    void enable();
    void copy();
    void paste();
    void openAddRow();
    void tellPasted(int values);
    void show(RowKind kind, qint64 id);
    QList<QModelIndex> rowsInOrder() const;
    PasteRow pasteRow(const QModelIndex &row) const;
    QStringList cellsOf(const QModelIndex &row) const;
    QStringList heading() const;
    QList<int> copiedColumns() const;

    Session &m_session;
    BoardView &m_view;
    MessageBar &m_messages;
    const QWidget &m_page;
    BoardId m_board;
    bool m_isReadOnly = false;
    QAction m_copy;
    QAction m_paste;
    QAction m_add;
    QAction m_edit;
    PastePanel *m_pastePanel;
    AddRow *m_addRow;
};

} // namespace milepost
