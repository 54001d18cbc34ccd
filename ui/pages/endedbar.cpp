// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/endedbar.h"

#include "core/domain/acts/boardstate.h"
#include "core/domain/cycles.h"
#include "core/services/whendone.h"
#include "ui/delegates/elidedlabel.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kLeastCharacters = 12;

} // namespace

EndedBar::EndedBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(new ElidedLabel(kLeastCharacters, this))
    , m_one(tr("Carry board o&ver"))
    , m_every(tr("Carry all boards over"))
{
    setObjectName(QStringLiteral("endedBar"));
    build();
    connect(&session, &Session::changed, this, &EndedBar::refresh);
    connect(&session, &Session::reloaded, this, &EndedBar::refresh);
    connect(&m_one, &QAction::triggered, this, [this] { carryOver({m_board}); });
    connect(&m_every, &QAction::triggered, this, [this] { carryOver(m_all); });
    refresh();
}

void EndedBar::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("endedText"));
    m_one.setObjectName(QStringLiteral("carryOverAction"));
    m_every.setObjectName(QStringLiteral("carryAllOverAction"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    for (QAction *action : actions()) {
        auto *button = new QPushButton(this);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [action, button] {
            button->setText(action->iconText());
            button->setVisible(action->isEnabled());
        });
    }
}

void EndedBar::setBoard(BoardId board)
{
    m_board = board;
    refresh();
}

void EndedBar::refresh()
{
    const WorkingSet &state = m_session.state();
    const QDate today = m_session.today();
    const Cycle *cycle = state.cycleOf(m_board);
    m_all.clear();
    for (const Board *board : boardsEnded(state, m_session.me(), today))
        if (cycle && board->cycle == cycle->id)
            m_all.append(board->id);
    const bool isEnded = m_all.contains(m_board);
    setVisible(isEnded);
    m_one.setEnabled(isEnded);
    m_every.setEnabled(isEnded && m_all.size() > 1);
    if (!isEnded || !cycle)
        return;
    const Cycle *present = cycleOn(state, today);
    const QString next = present ? present->name : quarterName(today);
    m_text->setText(fill(tr("%1 ended on %2. The board can go on; how it stood then stays to be read."),
                         {cycle->name, shortDate(cycle->to, today)}));
    m_one.setIconText(asMenuText(fill(tr("Carry over into %1"), {inLine(next)})));
    m_every.setIconText(tr("Carry over all %Ln board(s)", nullptr, static_cast<int>(m_all.size())));
}

void EndedBar::carryOver(const QList<BoardId> &boards)
{
    Intent intent;
    intent.decide = [request = CarryOver{boards, quarterName(m_session.today())}](Situation &in) {
        return milepost::carryOver(in, request);
    };
    whenDone(m_session.submit(std::move(intent)), this, [this](const Result<Receipt> &receipt) {
        if (!receipt)
            Q_EMIT refused(receipt.error());
    });
}

} // namespace milepost
