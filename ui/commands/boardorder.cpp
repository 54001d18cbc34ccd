// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/boardorder.h"

#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/delegates/icons.h"

namespace milepost {

BoardOrder::BoardOrder(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_up(tr("Move board u&p"))
    , m_down(tr("Move board dow&n"))
{
    m_up.setIcon(icon(Icon::Up));
    m_down.setIcon(icon(Icon::Down));
    m_up.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp));
    m_down.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown));
    connect(&m_up, &QAction::triggered, this, [this] { step(Step::Up); });
    connect(&m_down, &QAction::triggered, this, [this] { step(Step::Down); });
    connect(&session, &Session::opened, this, &BoardOrder::enable);
    connect(&session, &Session::closed, this, &BoardOrder::enable);
    connect(&session, &Session::changed, this, &BoardOrder::enable);
    connect(&session, &Session::reloaded, this, &BoardOrder::enable);
    enable();
}

void BoardOrder::setBoard(BoardId board)
{
    m_board = board;
    enable();
}

void BoardOrder::enable()
{
    const bool mayEdit =
        m_session.state().find(m_board) && require(m_session.state(), m_session.me(), m_board, Role::Editor);
    for (QAction *action : actions())
        action->setEnabled(mayEdit);
}

// On the boards as they stand when it is written: the key may be held down.
void BoardOrder::step(Step way)
{
    submit([board = m_board, way](Situation &in) { return stepBoard(in, board, way); });
}

void BoardOrder::put(BoardId board, BoardId before)
{
    submit([board, before](Situation &in) { return placeBoard(in, board, before); });
}

void BoardOrder::submit(Decide decide)
{
    Intent intent;
    intent.decide = std::move(decide);
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
    });
}

} // namespace milepost
