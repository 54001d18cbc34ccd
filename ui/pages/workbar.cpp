// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/workbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace milepost {
namespace {

constexpr int kLookEveryMs = 150;
constexpr int kSteps = 1000;

} // namespace

WorkBar::WorkBar(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("workBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->cancel();
    });
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &WorkBar::refresh);
    hide();
}

std::shared_ptr<Work> WorkBar::begin(const QString &text)
{
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    m_bar->setValue(0);
    m_work = std::make_shared<Work>();
    m_timer.start();
    return m_work;
}

void WorkBar::end()
{
    m_timer.stop();
    m_work.reset();
    hide();
}

void WorkBar::refresh()
{
    if (!m_work)
        return;
    m_bar->setValue(static_cast<int>(m_work->share() * kSteps));
    show();
}

} // namespace milepost
