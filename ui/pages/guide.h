// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/place.h"

#include <QAction>
#include <QPointer>

class QMenuBar;

namespace milepost {

class KeyList;
class ManualWindow;
class PalettePanel;
class Session;

/// A widget's property: the page of the manual that is about it and what is in it.
constexpr char kManualPageProperty[] = "manualPage";

/// What helps one to find one's way: the command palette, the list of keys, the manual. Each is made when it
/// is first asked for.
class Guide final : public QObject
{
    Q_OBJECT
public:
    Guide(Session &session, QMenuBar &menus, QWidget *window);
    ~Guide() override;
    Q_DISABLE_COPY_MOVE(Guide)

    QAction *search() { return &m_search; }
    QAction *keys() { return &m_keys; }
    QAction *manual() { return &m_manual; }
    /// The page that the manual opens at, unless what has the keyboard is about another one.
    void setManualPage(const QString &page) { m_page = page; }

Q_SIGNALS:
    /// Something was chosen in the palette that is there.
    void placeChosen(const milepost::Place &place);

private:
    void openPalette();
    void openKeys();
    void openManual();
    QString pageHere() const;

    Session &m_session;
    QMenuBar &m_menus;
    QWidget *m_window;
    QAction m_search;
    QAction m_keys;
    QAction m_manual;
    QPointer<PalettePanel> m_palette;
    QPointer<KeyList> m_keyList;
    QPointer<ManualWindow> m_manualWindow;
    QString m_page;
};

} // namespace milepost
