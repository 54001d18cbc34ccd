// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>

namespace milepost {

/// What can be done with a board as a whole: which of it this person may do is enabled, and the window is
/// asked to do it.
class BoardCommands final : public QObject
{
    Q_OBJECT
public:
    BoardCommands(Session &session, QObject *parent);

    void setBoard(BoardId board);

    QAction *makeNew() { return &m_new; }
    QAction *share() { return &m_share; }
    QAction *rename() { return &m_rename; }
    QAction *describe() { return &m_describe; }
    /// Its text says what the board would turn into.
    QAction *changeVisibility() { return &m_visibility; }
    QAction *saveAsTemplate() { return &m_save; }

private:
    void enable();

    Session &m_session;
    BoardId m_board;
    QAction m_new;
    QAction m_share;
    QAction m_rename;
    QAction m_describe;
    QAction m_visibility;
    QAction m_save;
};

} // namespace milepost
