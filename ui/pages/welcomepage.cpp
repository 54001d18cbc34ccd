// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcomepage.h"

#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kColumnWidth = 380;
constexpr int kSignSize = 56;

QPushButton *bigButton(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text().remove(u'&'), parent);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    button->setMinimumHeight(36);
    return button;
}

} // namespace

WelcomePage::WelcomePage(FileCommands &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_recentBox(new QWidget(this))
{
    setObjectName(QStringLiteral("welcomePage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QWidget(this);
    column->setFixedWidth(kColumnWidth);
    auto *sign = new QLabel(column);
    sign->setPixmap(icon(Icon::Milepost).pixmap(kSignSize, kSignSize));
    auto *title = new QLabel(tr("Milepost"), column);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    auto *line = new QLabel(tr("Goals, figures and thanks of a team, in one file that you keep."), column);
    line->setWordWrap(true);
    QPushButton *demo = bigButton(files.demo(), column);
    demo->setProperty(kPrimaryProperty, true);
    auto *recentTitle = new QLabel(tr("Opened last"), m_recentBox);
    recentTitle->setForegroundRole(QPalette::PlaceholderText);
    m_recent = new QVBoxLayout(m_recentBox);
    m_recent->setContentsMargins(0, 16, 0, 0);
    m_recent->setSpacing(4);
    m_recent->addWidget(recentTitle);
    auto *inner = new QVBoxLayout(column);
    inner->setSpacing(8);
    inner->addStretch(2);
    inner->addWidget(sign);
    inner->addWidget(title);
    inner->addWidget(line);
    inner->addSpacing(16);
    inner->addWidget(demo);
    inner->addWidget(bigButton(files.makeNew(), column));
    inner->addWidget(bigButton(files.open(), column));
    inner->addWidget(m_recentBox);
    inner->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    refreshRecent();
}

void WelcomePage::showEvent(QShowEvent *event)
{
    refreshRecent();
    QWidget::showEvent(event);
}

void WelcomePage::refreshRecent()
{
    while (m_recent->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_recent->takeAt(1));
        item->widget()->deleteLater();
    }
    const QStringList paths = m_files.recentPaths();
    for (const QString &path : paths.mid(0, 5)) {
        auto *button = new QPushButton(QFileInfo(path).completeBaseName(), m_recentBox);
        button->setProperty(kQuietProperty, true);
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, &m_files, [this, path] { m_files.openPath(path); });
        m_recent->addWidget(button);
    }
    m_recentBox->setVisible(!paths.isEmpty());
}

} // namespace milepost
