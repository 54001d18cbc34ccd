// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>
#include <QMenu>

class QActionGroup;

namespace milepost {

/// What a board as a whole goes through: the cycle that it belongs to, the archive and back. For its editors.
class BoardState final : public QObject
{
    Q_OBJECT
public:
    BoardState(Session &session, QWidget *window);

    /// The board that is meant; invalid for none.
    void setBoard(BoardId board);

    /// No cycle, and all that there are; the board's is checked.
    QMenu *cycleMenu() { return &m_cycleMenu; }
    /// Where cycles themselves are changed.
    QAction *cycles() { return &m_cycles; }
    /// Archives the board, or brings it back.
    QAction *archive() { return &m_archive; }

Q_SIGNALS:
    void refused(const milepost::Error &error);

private:
    void refresh();
    void listCycles(const Board &board);
    void setCycle(CycleId cycle);
    void archiveOrBringBack();
    void submit(Decide decide);

    Session &m_session;
    BoardId m_board;
    QMenu m_cycleMenu;
    QActionGroup *m_choices;
    QAction m_cycles;
    QAction m_archive;
};

} // namespace milepost
