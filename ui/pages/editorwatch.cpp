// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/editorwatch.h"

#include "core/services/session.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace milepost {
namespace {

template<class... Widgets>
bool isOneOf(const QWidget *widget)
{
    return (qobject_cast<const Widgets *>(widget) || ...);
}

} // namespace

EditorWatch::EditorWatch(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

// What is typed is submitted while the editor is told that it loses the focus, which comes before this.
void EditorWatch::follow(QWidget *focused)
{
    if (!focused)
        return; // another program is in front: the editor stays open
    QWidget *editor = editorAt(focused);
    if (editor == m_editor)
        return;
    m_editor = editor;
    m_session.setEditing(editor);
}

QWidget *EditorWatch::editorAt(QWidget *focused) const
{
    if (focused->window() != m_window)
        return focused->window();
    return isOneOf<QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit>(focused) ? focused
                                                                                               : nullptr;
}

} // namespace milepost
