// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>

namespace milepost {

/// Undo and redo, named after what they would take back or do again: a view of the journal.
class UndoCommands final : public QObject
{
    Q_OBJECT
public:
    explicit UndoCommands(Session &session, QObject *parent = nullptr);

    QAction *undo() { return &m_undo; }
    QAction *redo() { return &m_redo; }

Q_SIGNALS:
    void refused(const milepost::Error &error);

private:
    void refresh();
    void foresee(int pending);
    void show(QAction &action, const QString &verb, const QString &verbOf, const UndoStep &step);
    void run(const QFuture<Result<Receipt>> &answer);

    Session &m_session;
    QAction m_undo;
    QAction m_redo;
    int m_asked = 0;
};

} // namespace milepost
