// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conditionbar.h"

#include "ui/delegates/icons.h"
#include "ui/pages/guide.h"
#include "ui/words/conditions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kSign = 16;

} // namespace

ConditionBar::ConditionBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_open(new QPushButton(tr("Open what is there now"), this))
{
    setObjectName(QStringLiteral("conditionBar"));
    setProperty(kManualPageProperty, QStringLiteral("sharing-a-file"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("conditionText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(Icon::Warning, IconInk::Attention).pixmap(kSign, kSign));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 6, 20, 6);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &ConditionBar::openAsked);
    connect(&session, &Session::conditionChanged, this, &ConditionBar::show);
    connect(&session, &Session::closed, this, &QWidget::hide);
    hide();
}

void ConditionBar::show(const Condition &condition)
{
    m_text->setText(sentence(condition));
    m_open->setVisible(condition.kind == Condition::Kind::Replaced);
    setVisible(!condition.isWritable());
}

} // namespace milepost
