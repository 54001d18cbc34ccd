// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guide.h"

#include "ui/delegates/icons.h"
#include "ui/pages/keylist.h"
#include "ui/pages/manualwindow.h"
#include "ui/pages/palettepanel.h"

#include <QApplication>
#include <QMenuBar>

namespace milepost {

Guide::Guide(Session &session, QMenuBar &menus, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_menus(menus)
    , m_window(window)
    , m_search(tr("&Search or run a command…"))
    , m_keys(tr("&Keys"))
    , m_manual(tr("&Manual"))
    , m_page(QStringLiteral("first-steps"))
{
    m_search.setIcon(icon(Icon::Search));
    m_search.setIconText(tr("Search or run a command"));
    m_search.setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    m_keys.setIcon(icon(Icon::Keys));
    m_keys.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Slash));
    m_manual.setIcon(icon(Icon::Help));
    m_manual.setShortcut(QKeySequence::HelpContents);
    connect(&m_search, &QAction::triggered, this, &Guide::openPalette);
    connect(&m_keys, &QAction::triggered, this, &Guide::openKeys);
    connect(&m_manual, &QAction::triggered, this, &Guide::openManual);
}

Guide::~Guide() = default;

void Guide::openPalette()
{
    if (!m_palette) {
        m_palette = new PalettePanel(m_session, m_menus, m_window);
        m_palette->leaveOut(&m_search);
        connect(m_palette, &PalettePanel::placeChosen, this, &Guide::placeChosen);
    }
    m_palette->toggle();
}

void Guide::openKeys()
{
    if (!m_keyList)
        m_keyList = new KeyList(m_menus, m_window);
    m_keyList->toggle();
}

void Guide::openManual()
{
    if (!m_manualWindow)
        m_manualWindow = new ManualWindow(m_session.profile(), m_window);
    m_manualWindow->open(pageHere());
}

// The nearest widget around the keyboard that has a page of its own, else that of the place.
QString Guide::pageHere() const
{
    for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (const QString page = widget->property(kManualPageProperty).toString(); !page.isEmpty())
            return page;
    return m_page;
}

} // namespace milepost
