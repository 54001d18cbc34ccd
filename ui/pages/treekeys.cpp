// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treekeys.h"

#include <QAbstractItemView>
#include <QKeyEvent>

namespace milepost {

TreeKeys::TreeKeys(QAbstractItemView *view) : QObject(view), m_view(view)
{
    view->installEventFilter(this);
}

bool TreeKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_view->currentIndex().isValid())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || (key->modifiers() & ~Qt::KeypadModifier))
        return QObject::eventFilter(watched, event);
    Q_EMIT entered(m_view->currentIndex());
    return true;
}

} // namespace milepost
