// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/ordering.h"
#include "core/services/session.h"

#include <QAction>

class QMenu;
class QWidget;

namespace milepost {

/// What can be done with the row that is chosen on a board: up, down, to another board, archive, delete. Each
/// is enabled where this person may do it.
class RowCommands final : public QObject
{
    Q_OBJECT
public:
    /// The keys work while \p table has the keyboard: elsewhere they mean something else.
    RowCommands(Session &session, QWidget *table, QObject *parent);

    /// The chosen row by its record's id; 0: none is.
    void setRow(qint64 id);
    QList<QAction *> actions();
    /// The boards (for a key result their objectives) that the chosen row can be moved to.
    void fillPlaces(QMenu *menu);
    /// Moves a row to another board, a key result to another objective.
    void move(const Named &row, qint64 parent, const QString &to);

Q_SIGNALS:
    /// To choose another board for the row.
    void placeWanted();
    /// It is gone, and this entry brings it back if it is undone.
    void deleted(const QString &name, qint64 seq);
    void archived(const QString &name, qint64 seq);
    /// It went to another board.
    void moved(const QString &name, const QString &to, qint64 seq);
    void refused(const milepost::Error &error);

private:
    void add(QAction &action, const QKeySequence &keys);
    void enable();
    void step(Step way);
    void moveTo(qint64 parent, const QString &name);
    void archiveRow();
    void deleteRow();
    void addObjectives(QMenu *menu, const Board &board, ObjectiveId own);
    /// Submits, and calls \p done with the entry's sequence if it was written.
    void submit(Intent intent, const std::function<void(qint64)> &done);

    Session &m_session;
    QWidget *m_table;
    qint64 m_row = 0;
    QAction m_up;
    QAction m_down;
    QAction m_move;
    QAction m_archive;
    QAction m_delete;
};

} // namespace milepost
