// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pastbar.h"

#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/models/boardmodel.h"
#include "ui/pages/dayedit.h"
#include "ui/words/errors.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace milepost {
namespace {

constexpr int kPatienceMs = 150;
constexpr int kFirstStep = 7; ///< days back at first

/// With its year, whichever it is.
QString inFull(QDate day)
{
    return shortDate(day, {});
}

} // namespace

PastBar::PastBar(Session &session, BoardModel &model, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_model(model)
    , m_action(tr("As it &stood on…"))
    , m_text(new QLabel(this))
    , m_day(new DayEdit(this))
{
    setObjectName(QStringLiteral("pastBar"));
    m_action.setObjectName(QStringLiteral("pastAction"));
    m_action.setIcon(icon(Icon::Clock));
    m_action.setIconText(tr("As it stood"));
    m_action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_action.setToolTip(tr("Shows the board as it stood on a past day"));
    m_action.setCheckable(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    build();
    connect(&m_action, &QAction::triggered, this, [this](bool isOn) { isOn ? enter() : leave(); });
    connect(m_day, &QDateEdit::dateChanged, this, &PastBar::goTo);
    connect(&m_patience, &QTimer::timeout, this, &PastBar::ask);
    hide();
}

void PastBar::build()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("pastText"));
    m_text->setTextFormat(Qt::PlainText);
    QFont font = m_text->font();
    font.setWeight(QFont::DemiBold);
    m_text->setFont(font);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_day->setObjectName(QStringLiteral("pastDay"));
    m_day->setAccessibleName(tr("Day to look back to"));
    m_day->setToolTip(tr("Up and Down: a day; Page Up and Page Down: a week; with Shift: a month"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    const auto addStep = [this, layout](Icon sign, const QString &name, int days) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(sign));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(name);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this,
                [this, days] { m_day->setDate(m_day->date().addDays(days)); });
    };
    addStep(Icon::ChevronLeft, tr("A week earlier"), -7);
    layout->addWidget(m_day);
    addStep(Icon::ChevronRight, tr("A week later"), 7);
    auto *today = new QPushButton(tr("Today"), this);
    today->setObjectName(QStringLiteral("pastToday"));
    today->setAccessibleName(tr("Back to today"));
    layout->addWidget(today);
    connect(today, &QPushButton::clicked, this, &PastBar::leave);
}

void PastBar::enter()
{
    m_day->setMaximumDate(m_session.today());
    show();
    m_action.setChecked(true);
    const QDate day = m_session.today().addDays(-kFirstStep);
    if (m_day->date() == day)
        goTo(day);
    else
        m_day->setDate(day);
    m_day->setFocus();
}

void PastBar::goTo(QDate day)
{
    if (isHidden())
        return;
    if (day >= m_session.today())
        return leave();
    ++m_asked;
    say(fill(tr("Reading how it stood on %1…"), {inFull(day)}));
    m_patience.start();
}

void PastBar::ask()
{
    const int asked = ++m_asked;
    const QDate day = m_day->date();
    whenDone(m_session.stateOn(day), this, [this, asked, day](const Result<WorkingSet> &state) {
        if (asked != m_asked || isHidden())
            return;
        if (!state)
            return say(sentence(state.error()));
        take(std::make_shared<const WorkingSet>(*state), day);
    });
}

void PastBar::take(const std::shared_ptr<const WorkingSet> &state, QDate day)
{
    m_model.showPast(state, day);
    if (state->of<Workspace>().isEmpty())
        say(fill(tr("The workspace did not exist yet on %1"), {inFull(day)}));
    else if (!state->find(m_model.board()))
        say(fill(tr("The board did not exist yet on %1"), {inFull(day)}));
    else
        say(fill(tr("As it stood on %1 (read-only)"), {inFull(day)}));
    Q_EMIT changed();
}

void PastBar::leave()
{
    ++m_asked;
    m_patience.stop();
    m_action.setChecked(false);
    if (isHidden())
        return;
    const bool hadFocus = isAncestorOf(focusWidget());
    hide();
    m_model.showPresent();
    Q_EMIT changed();
    if (hadFocus)
        Q_EMIT left();
}

void PastBar::say(const QString &text)
{
    m_text->setText(text);
    m_text->setToolTip(text);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PastBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    QFrame::keyPressEvent(event);
}

} // namespace milepost
