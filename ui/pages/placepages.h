// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/boardstate.h"
#include "ui/models/homemodel.h"
#include "ui/models/place.h"

namespace milepost {

class MainWindow;
class SideBarModel;

/// The pages round the board: what needs me, the actions, how objectives lead to each other, and the cycles;
/// with their commands in the menus, and in the side bar how much there is to do.
class PlacePages final : public QObject
{
    Q_OBJECT
public:
    PlacePages(Session &session, MainWindow &window, SideBarModel &sideBar);

private:
    void buildHome();
    void buildActions();
    void buildAlignment();
    void buildCycles();
    template<class Page>
    void add(Place::Kind kind, Page *page);
    QAction *addGoing(const QString &text, Place::Kind kind, const QList<QKeySequence> &shortcuts);
    void showCounts();

    Session &m_session;
    MainWindow &m_window;
    SideBarModel &m_sideBar;
    HomeModel m_home;
    BoardState m_boardState;
};

} // namespace milepost
