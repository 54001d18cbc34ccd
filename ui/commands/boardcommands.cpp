// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/boardcommands.h"

#include "core/domain/rights.h"
#include "ui/delegates/icons.h"

namespace milepost {

BoardCommands::BoardCommands(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_new(tr("New &board…"))
    , m_share(tr("&Share…"))
    , m_rename(tr("&Rename board"))
    , m_describe(tr("D&escribe board"))
    , m_visibility(tr("Make &private…"))
    , m_save(tr("Save board as &template…"))
{
    m_new.setIcon(icon(Icon::Board));
    m_share.setIcon(icon(Icon::Share));
    m_share.setIconText(tr("Share"));
    m_new.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    m_share.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    m_rename.setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F2));
    connect(&session, &Session::opened, this, &BoardCommands::enable);
    connect(&session, &Session::closed, this, &BoardCommands::enable);
    connect(&session, &Session::changed, this, &BoardCommands::enable);
    connect(&session, &Session::reloaded, this, &BoardCommands::enable);
    enable();
}

void BoardCommands::setBoard(BoardId board)
{
    m_board = board;
    enable();
}

void BoardCommands::enable()
{
    const WorkingSet &state = m_session.state();
    const std::optional<Role> role = roleOn(state, m_session.me(), m_board);
    const bool isMember = bool(requireMember(state, m_session.me()));
    const Board *board = role ? state.find(m_board) : nullptr;
    m_new.setEnabled(m_session.isOpen() && m_session.me().isValid());
    m_share.setEnabled(board != nullptr);
    m_save.setEnabled(board != nullptr);
    for (QAction *action : {&m_rename, &m_describe})
        action->setEnabled(board && isMember && *role >= Role::Editor);
    m_visibility.setEnabled(board && isMember && *role == Role::Owner);
    const bool isPrivate = board && board->visibility == Visibility::Private;
    m_visibility.setText(isPrivate ? tr("Make &public…") : tr("Make &private…"));
    m_visibility.setIcon(icon(isPrivate ? Icon::Public : Icon::Private));
}

} // namespace milepost
