// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/ordering.h"
#include "core/services/session.h"

#include <QAction>

namespace milepost {

/// The order of the boards in the side bar, by keys and by dragging. For who may edit the board.
class BoardOrder final : public QObject
{
    Q_OBJECT
public:
    BoardOrder(Session &session, QObject *parent);

    /// The board that the keys are about; invalid for none.
    void setBoard(BoardId board);
    QList<QAction *> actions() { return {&m_up, &m_down}; }
    /// Puts a board before another one; an invalid one: after all.
    void put(BoardId board, BoardId before);

Q_SIGNALS:
    void refused(const milepost::Error &error);

private:
    void enable();
    void step(Step way);
    void submit(Decide decide);

    Session &m_session;
    BoardId m_board;
    QAction m_up;
    QAction m_down;
};

} // namespace milepost
