// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/roles.h"

#include <QAction>
#include <QMenu>

namespace milepost {

/// Adding what is on a board, by short forms.
class AddCommands final : public QObject
{
    Q_OBJECT
public:
    AddCommands(Session &session, QWidget *window);

    /// The board that things are added to.
    void setBoard(BoardId board);
    /// What can be added, one command each.
    QMenu *menu() { return &m_menu; }

Q_SIGNALS:
    /// An objective, key result or KPI was added to the board.
    void rowAdded(milepost::RowKind kind, qint64 id);

private:
    void enable();
    void askForObjective();
    void askForKeyResult();
    void askForKpi();
    /// Submits what a form decided on, and finishes the form or tells it why not.
    template<class Form>
    void submit(Form *form, Decide decide);
    void tellRow(const Edits &edits);

    Session &m_session;
    QWidget *m_window;
    BoardId m_board;
    QMenu m_menu;
    QAction m_addObjective;
    QAction m_addKeyResult;
    QAction m_addKpi;
};

} // namespace milepost
