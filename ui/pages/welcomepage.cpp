// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcomepage.h"

#include "ui/delegates/icons.h"
#include "ui/delegates/milepoststyle.h"
#include "ui/models/roles.h"
#include "ui/pages/recentdelegate.h"
#include "ui/words/filling.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace milepost {
namespace {

constexpr int kColumnWidth = 380;
constexpr int kSignSize = 56;
constexpr int kMostRecent = 5;

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
    buildRecent();
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

void WelcomePage::buildRecent()
{
    auto *title = new QLabel(tr("Opened last"), m_recentBox);
    title->setForegroundRole(QPalette::PlaceholderText);
    m_recent = new QListWidget(m_recentBox);
    m_recent->setObjectName(QStringLiteral("recentList"));
    m_recent->setAccessibleName(tr("Workspaces opened last"));
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setProperty(kSingleClickProperty, true);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setMouseTracking(true);
    auto *layout = new QVBoxLayout(m_recentBox);
    layout->setContentsMargins(0, 16, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(m_recent);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_files.openPath(item->data(Qt::UserRole).toString()); });
}

void WelcomePage::refreshRecent()
{
    m_recent->clear();
    for (const RecentWorkspace &one : m_files.recentWorkspaces().mid(0, kMostRecent)) {
        auto *item = new QListWidgetItem(one.name, m_recent);
        const QString folder = QDir::toNativeSeparators(QFileInfo(one.path).absolutePath());
        const QString day =
            one.opened.isValid() ? QLocale().toString(one.opened, QLocale::ShortFormat) : QString();
        item->setData(Qt::UserRole, one.path);
        item->setData(SecondaryTextRole, folder);
        item->setData(RecentDelegate::DayRole, day);
        item->setData(Qt::AccessibleTextRole, fill(tr("%1, in %2, %3"), {inLine(one.name), folder, day}));
        item->setToolTip(QDir::toNativeSeparators(one.path));
    }
    const int rows = m_recent->count();
    m_recentBox->setVisible(rows > 0);
    m_recent->setFixedHeight(rows * m_recent->sizeHintForRow(0));
}

} // namespace milepost
