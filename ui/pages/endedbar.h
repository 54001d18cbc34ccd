// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>
#include <QFrame>

namespace milepost {

class ElidedLabel;

/// Says over a board that its cycle has ended, and lets its editors carry it over into the present one, alone
/// or with all their boards of the same cycle.
class EndedBar final : public QFrame
{
    Q_OBJECT
public:
    EndedBar(Session &session, QWidget *parent);

    /// The board that is before the person; none hides the bar, as does one that goes on.
    void setBoard(BoardId board);
    /// Carries the board over, and all of its cycle; enabled while the bar is there.
    QList<QAction *> actions() { return {&m_one, &m_every}; }

Q_SIGNALS:
    void refused(const milepost::Error &error);

private:
    void build();
    void refresh();
    void carryOver(const QList<BoardId> &boards);

    Session &m_session;
    BoardId m_board = {};
    QList<BoardId> m_all = {}; ///< of the same cycle, this one included
    ElidedLabel *m_text;
    QAction m_one;
    QAction m_every;
};

} // namespace milepost
