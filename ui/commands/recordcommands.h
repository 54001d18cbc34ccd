// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>
#include <QTimer>

namespace milepost {

/// The commands for recording values, of which the first is to go through all that is due. It is there for
/// whoever answers for something, and enabled while something of theirs is due.
class RecordCommands final : public QObject
{
    Q_OBJECT
public:
    explicit RecordCommands(Session &session, QObject *parent = nullptr);

    QAction *updateDue() { return &m_updateDue; }

private:
    void refresh();

    Session &m_session;
    QAction m_updateDue;
    QTimer m_soon; ///< many changes are looked at once
};

} // namespace milepost
