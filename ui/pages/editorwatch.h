// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace milepost {

class Session;

/// Tells the session when somebody begins to type or opens a dialog, and when they leave it: what they submit
/// is decided on what was there when they began, although others' changes go on arriving behind it. So nobody
/// overwrites what came while an editor was open without seeing it.
class EditorWatch final : public QObject
{
    Q_OBJECT
public:
    EditorWatch(Session &session, QWidget *window);

private:
    void follow(QWidget *focused);
    /// The editor, or the other window as a whole; null: neither.
    QWidget *editorAt(QWidget *focused) const;

    Session &m_session;
    QWidget *m_window;
    QPointer<QWidget> m_editor;
};

} // namespace milepost
