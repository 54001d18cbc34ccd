// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/titleeditor.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>

namespace milepost {

TitleEditor::TitleEditor(QLabel *title) : QLineEdit(title->parentWidget()), m_title(title)
{
    setObjectName(QStringLiteral("titleEditor"));
    setAccessibleName(tr("Name of the board"));
    hide();
    title->installEventFilter(this);
}

void TitleEditor::begin()
{
    setFont(m_title->font());
    setText(m_title->text());
    const int margin = (m_title->parentWidget()->height() - sizeHint().height()) / 2;
    const int width = qMax(m_title->width(), sizeHint().width());
    setGeometry(m_title->x() - margin / 2, margin, width, sizeHint().height());
    m_focusBefore = QApplication::focusWidget();
    show();
    raise();
    setFocus();
    selectAll();
}

void TitleEditor::end()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

bool TitleEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick)
        Q_EMIT wanted();
    return QLineEdit::eventFilter(watched, event);
}

void TitleEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isTaken = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isTaken && event->key() != Qt::Key_Escape)
        return QLineEdit::keyPressEvent(event);
    const QString text = this->text();
    end();
    if (isTaken && text != m_title->text())
        Q_EMIT typed(text);
}

// Who goes elsewhere has changed their mind.
void TitleEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        hide();
}

} // namespace milepost
