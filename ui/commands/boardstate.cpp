// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/boardstate.h"

#include "core/domain/acts/boardstate.h"
#include "core/domain/acts/moving.h"
#include "core/domain/cycles.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/words/filling.h"

#include <QActionGroup>

namespace milepost {

BoardState::BoardState(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_cycleMenu(tr("&Cycle of the board"))
    , m_choices(new QActionGroup(this))
    , m_cycles(tr("C&ycles…"))
    , m_archive(tr("&Archive board"))
{
    m_cycleMenu.setIcon(icon(Icon::Calendar));
    m_cycles.setIcon(icon(Icon::Calendar));
    m_cycles.setObjectName(QStringLiteral("cyclesAction"));
    m_archive.setIcon(icon(Icon::Archive));
    m_archive.setObjectName(QStringLiteral("archiveAction"));
    connect(m_choices, &QActionGroup::triggered, this,
            [this](const QAction *action) { setCycle(CycleId(action->data().toLongLong())); });
    connect(&m_archive, &QAction::triggered, this, &BoardState::archiveOrBringBack);
    connect(&session, &Session::opened, this, &BoardState::refresh);
    connect(&session, &Session::closed, this, &BoardState::refresh);
    connect(&session, &Session::changed, this, &BoardState::refresh);
    connect(&session, &Session::reloaded, this, &BoardState::refresh);
    refresh();
}

void BoardState::setBoard(BoardId board)
{
    m_board = board;
    refresh();
}

void BoardState::refresh()
{
    const bool mayEdit = bool(require(m_session.state(), m_session.me(), m_board, Role::Editor));
    const Board *board = mayEdit ? m_session.state().find(m_board) : nullptr;
    m_cycles.setEnabled(m_session.isOpen());
    m_archive.setEnabled(board != nullptr);
    m_archive.setText(board && board->archived ? tr("&Bring board back") : tr("&Archive board"));
    m_cycleMenu.setEnabled(board != nullptr);
    listCycles(board ? *board : Board());
}

void BoardState::listCycles(const Board &board)
{
    QList<std::pair<qint64, QString>> entries{{0, tr("&No cycle")}};
    for (const Cycle *cycle : cyclesNewestFirst(m_session.state()))
        entries.append({cycle->id.value(), asMenuText(inLine(cycle->name))});
    QList<QAction *> actions = m_choices->actions();
    while (actions.size() > entries.size())
        delete actions.takeLast();
    while (actions.size() < entries.size()) {
        actions.append(m_choices->addAction(new QAction(m_choices)));
        m_cycleMenu.addAction(actions.last());
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        actions[i]->setText(entries[i].second);
        actions[i]->setData(entries[i].first);
        actions[i]->setCheckable(true);
        actions[i]->setChecked(board.id.isValid() && board.cycle.value() == entries[i].first);
    }
}

void BoardState::setCycle(CycleId cycle)
{
    submit([board = m_board, cycle](Situation &in) { return milepost::setCycle(in, board, cycle); });
}

void BoardState::archiveOrBringBack()
{
    const Board *board = m_session.state().find(m_board);
    if (!board)
        return;
    const Named named{Named::Kind::Board, board->id.value(), board->name, board->name};
    if (board->archived)
        submit([board = m_board](Situation &in) { return bringBack(in, board); });
    else
        submit([named](Situation &in) { return milepost::archive(in, named); });
}

void BoardState::submit(Decide decide)
{
    Intent intent;
    intent.decide = std::move(decide);
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            return;
        refresh();
        Q_EMIT refused(receipt.error());
    });
}

} // namespace milepost
