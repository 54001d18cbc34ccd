// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/columnspopup.h"

#include "ui/models/boardcolumn.h"
#include "ui/pages/boardcolumns.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>

namespace milepost {

using namespace boardcolumns;

ColumnsPopup::ColumnsPopup(BoardColumns &columns, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_columns(columns)
    , m_list(new QListWidget(this))
    , m_left(new QPushButton(tr("Move &left"), this))
    , m_right(new QPushButton(tr("Move &right"), this))
{
    setObjectName(QStringLiteral("columnsPopup"));
    setAccessibleName(tr("Columns"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    m_list->setObjectName(QStringLiteral("columnList"));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setFrameShape(NoFrame);
    m_list->setSpacing(3);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is as high as its rows
    m_list->installEventFilter(this);
    auto *reset = new QPushButton(tr("&Usual columns"), this);
    auto *moving = new QHBoxLayout;
    moving->addWidget(m_left);
    moving->addWidget(m_right);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addLayout(moving);
    layout->addWidget(reset);
    for (QPushButton *button : {m_left, m_right, reset})
        button->setAccessibleName(button->text().remove(u'&'));
    connect(m_list, &QListWidget::itemChanged, this, &ColumnsPopup::takeChecks);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsPopup::showWhatMoves);
    connect(m_left, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_right, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(reset, &QPushButton::clicked, this, [this] {
        m_columns.reset();
        Q_EMIT m_columns.changed();
        fillList(currentColumn());
    });
}

void ColumnsPopup::open(const QPoint &where, int column)
{
    fillList(column);
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(qBound(room.left(), where.x(), qMax(room.left(), room.right() - width())),
         qBound(room.top(), where.y(), qMax(room.top(), room.bottom() - height())));
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

// The title is not among them: it names the rows and stays.
void ColumnsPopup::fillList(int current)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const int column : m_columns.order()) {
        if (column == TitleColumn)
            continue;
        auto *item = new QListWidgetItem(m_columns.nameOf(column), m_list);
        item->setData(Qt::UserRole, column);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_columns.isShown(column) ? Qt::Checked : Qt::Unchecked);
        if (column == current)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_list->ensurePolished();
    m_list->doItemsLayout();
    const QRect last = m_list->visualItemRect(m_list->item(m_list->count() - 1));
    m_list->setFixedHeight(last.bottom() + 2 * m_list->spacing() + 2 * m_list->frameWidth());
    showWhatMoves();
}

int ColumnsPopup::currentColumn() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toInt() : -1;
}

void ColumnsPopup::takeChecks()
{
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        m_columns.setShown(item->data(Qt::UserRole).toInt(), item->checkState() == Qt::Checked);
    }
}

void ColumnsPopup::moveCurrent(int step)
{
    const int column = currentColumn();
    if (m_columns.move(column, step))
        fillList(column);
}

void ColumnsPopup::showWhatMoves()
{
    m_left->setEnabled(m_list->currentRow() > 0);
    m_right->setEnabled(m_list->currentRow() < m_list->count() - 1);
}

bool ColumnsPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isBack = key->key() == Qt::Key_Left || key->key() == Qt::Key_Up;
    const bool isOn = key->key() == Qt::Key_Right || key->key() == Qt::Key_Down;
    if (!(key->modifiers() & Qt::AltModifier) || (!isBack && !isOn))
        return QFrame::eventFilter(watched, event);
    moveCurrent(isBack ? -1 : 1);
    return true;
}

} // namespace milepost
