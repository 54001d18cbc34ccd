// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standoffbar.h"

#include "core/domain/localtime.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/pages/guide.h"
#include "ui/words/changewords.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kSign = 16;

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

StandoffBar::StandoffBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(plainLabel(QStringLiteral("standoffText"), this))
    , m_theirs(plainLabel(QStringLiteral("standoffTheirs"), this))
    , m_mine(plainLabel(QStringLiteral("standoffMine"), this))
    , m_keep(new QPushButton(tr("&Keep theirs"), this))
    , m_use(new QPushButton(tr("Use &mine"), this))
{
    setObjectName(QStringLiteral("standoffBar"));
    setProperty(kManualPageProperty, QStringLiteral("sharing-a-file"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_keep->setObjectName(QStringLiteral("keepTheirs"));
    m_use->setObjectName(QStringLiteral("useMine"));
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(Icon::Warning, IconInk::Attention).pixmap(kSign, kSign));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    layout->addWidget(sign, 0, 0, Qt::AlignTop);
    layout->addWidget(m_text, 0, 1, 1, 2);
    layout->addWidget(m_theirs, 1, 1);
    layout->addWidget(m_keep, 1, 2);
    layout->addWidget(m_mine, 2, 1);
    layout->addWidget(m_use, 2, 2);
    layout->setColumnStretch(1, 1);
    connect(m_keep, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_use, &QPushButton::clicked, this, [this] { choose(true); });
    connect(&session, &Session::conflicted, this, &StandoffBar::add);
    connect(&session, &Session::closed, this, &StandoffBar::clear);
    hide();
}

void StandoffBar::add(const Standoff &standoff)
{
    m_waiting.append(standoff);
    if (m_waiting.size() == 1)
        showFirst();
}

void StandoffBar::showFirst()
{
    setVisible(!m_waiting.isEmpty());
    if (m_waiting.isEmpty())
        return;
    const Standoff &first = m_waiting.first();
    const QString who = first.who.isEmpty() ? tr("Somebody") : first.who;
    const QString when = shortMoment(localTime(m_session.state(), first.at), m_session.today());
    m_text->setText(
        fill(tr("%1 changed “%2” (%3) while you were changing it. Theirs stands until you choose."),
             {who, first.name, when}));
    m_theirs->setText(
        fill(tr("%1: %2", "a person, and what they wrote"), {who, linesOf(first.theirs, first.thing)}));
    m_mine->setText(fill(tr("You: %1"), {linesOf(first.mine, first.thing)}));
    m_keep->setAccessibleDescription(m_theirs->text());
    m_use->setAccessibleDescription(m_mine->text());
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString StandoffBar::linesOf(const QList<RowStep> &steps, qint64 thing) const
{
    const WorkingSet &state = m_session.state();
    StepReading reading = readingOf(state, thing);
    reading.today = m_session.today();
    reading.nameOf = [this, &state](qint64 id) -> QString {
        const std::optional<Named> named = nameOf(state, id);
        const BoardId board = boardOfThing(state, id);
        const bool isSeen = !state.find(board) || canSee(state, m_session.me(), board);
        return named && isSeen ? named->name : QString();
    };
    QStringList lines;
    for (const RowStep &step : steps)
        lines += step.exists ? milepost::linesOf(step, reading) : QStringList(tr("removes it"));
    return lines.isEmpty() ? tr("as it was before") : lines.join(QStringLiteral("; "));
}

void StandoffBar::choose(bool isMine)
{
    if (m_waiting.isEmpty())
        return;
    const QByteArray id = m_waiting.takeFirst().id;
    showFirst();
    if (!isMine)
        return m_session.yield(id);
    whenDone(m_session.insist(id), this, [this](const Result<Receipt> &receipt) {
        if (!receipt && receipt.error().code != Error::Code::Conflict) // which comes back as one that waits
            Q_EMIT refused(receipt.error());
    });
}

void StandoffBar::clear()
{
    m_waiting.clear();
    hide();
}

} // namespace milepost
