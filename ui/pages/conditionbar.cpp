// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conditionbar.h"

#include "core/services/whendone.h"
#include "ui/delegates/icons.h"
#include "ui/pages/guide.h"
#include "ui/words/conditions.h"
#include "ui/words/upgrades.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kSign = 16;

} // namespace

ConditionBar::ConditionBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_open(new QPushButton(tr("Open what is there now"), this))
    , m_upgrade(new QPushButton(tr("Upgrade"), this))
{
    build();
    connect(m_open, &QPushButton::clicked, this, &ConditionBar::openAsked);
    connect(m_upgrade, &QPushButton::clicked, this, &ConditionBar::upgrade);
    for (const auto signal : {&Session::opened, &Session::closed, &Session::peersChanged})
        connect(&session, signal, this, &ConditionBar::refresh);
    connect(&session, &Session::conditionChanged, this, &ConditionBar::refresh);
    connect(&session, &Session::changed, this, &ConditionBar::refresh);
    hide();
}

void ConditionBar::build()
{
    setObjectName(QStringLiteral("conditionBar"));
    setProperty(kManualPageProperty, QStringLiteral("sharing-a-file"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("conditionText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_upgrade->setObjectName(QStringLiteral("upgradeButton"));
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(Icon::Warning, IconInk::Attention).pixmap(kSign, kSign));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 6);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_open);
    layout->addWidget(m_upgrade);
}

void ConditionBar::refresh()
{
    const Condition condition = m_session.isOpen() ? m_session.condition() : Condition();
    const SchemaOffer offer = condition.isWritable() ? m_session.upgradeNeeded() : SchemaOffer();
    m_text->setText(condition.isWritable() ? sentence(offer) : sentence(condition));
    m_open->setVisible(condition.kind == Condition::Kind::Replaced);
    m_upgrade->setVisible(offer.isNeeded());
    m_upgrade->setEnabled(!m_isUpgrading);
    setVisible(!condition.isWritable() || offer.isNeeded());
}

void ConditionBar::upgrade()
{
    m_isUpgrading = true;
    refresh();
    whenDone(m_session.upgrade(), this, [this](const Result<Receipt> &receipt) {
        m_isUpgrading = false;
        refresh();
        if (!receipt)
            Q_EMIT refused(receipt.error());
    });
}

} // namespace milepost
