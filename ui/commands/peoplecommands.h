// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>
#include <QMenu>

namespace milepost {

/// Who works in the workspace: a visitor becomes one of its people, and members add others.
class PeopleCommands final : public QObject
{
    Q_OBJECT
public:
    PeopleCommands(Session &session, QWidget *window);

    QMenu *menu() { return &m_menu; }
    QAction *join() { return &m_join; }

Q_SIGNALS:
    /// This profile is now a person of the workspace.
    void joined();

private:
    void enable();
    void askWhoJoins();
    void askForPerson();

    Session &m_session;
    QWidget *m_window;
    QMenu m_menu;
    QAction m_join;
    QAction m_addPerson;
};

} // namespace milepost
