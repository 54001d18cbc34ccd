// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clockbar.h"

#include "ui/delegates/icons.h"
#include "ui/pages/guide.h"
#include "ui/words/clockwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kSign = 16;

} // namespace

ClockBar::ClockBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(new QLabel(this))
{
    build();
    connect(&session, &Session::opened, this, &ClockBar::refresh);
    connect(&session, &Session::closed, this, &ClockBar::refresh);
    connect(&session, &Session::clockFaultChanged, this, &ClockBar::refresh);
    hide();
}

void ClockBar::build()
{
    setObjectName(QStringLiteral("clockBar"));
    setProperty(kManualPageProperty, QStringLiteral("sharing-a-file"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("clockText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(Icon::Warning, IconInk::Attention).pixmap(kSign, kSign));
    auto *dismissal = new QPushButton(tr("Dismiss"), this);
    dismissal->setObjectName(QStringLiteral("clockDismiss"));
    connect(dismissal, &QPushButton::clicked, this, &ClockBar::dismiss);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 6);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(dismissal);
}

void ClockBar::refresh()
{
    const ClockFault fault = m_session.isOpen() ? m_session.clockFault() : ClockFault();
    if (!fault.isThere())
        m_dismissed = ClockFault::Kind::None;
    m_text->setText(sentence(fault));
    setVisible(fault.isThere() && fault.kind != m_dismissed);
}

void ClockBar::dismiss()
{
    m_dismissed = m_session.clockFault().kind;
    refresh();
}

} // namespace milepost
