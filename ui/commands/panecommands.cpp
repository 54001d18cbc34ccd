// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/panecommands.h"

#include <QApplication>

namespace milepost {
namespace {

bool holds(const QWidget *pane, const QWidget *widget)
{
    return widget && (pane == widget || pane->isAncestorOf(widget));
}

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

} // namespace

PaneCommands::PaneCommands(Panes panes, QWidget *window)
    : QObject(window)
    , m_panes(std::move(panes))
    , m_next(tr("Next &part of the window"))
    , m_previous(tr("Previous p&art of the window"))
{
    m_next.setShortcut(QKeySequence(Qt::Key_F6));
    m_previous.setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    connect(&m_next, &QAction::triggered, this, [this] { step(1); });
    connect(&m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *focus) { remember(focus); });
}

void PaneCommands::remember(QWidget *focus)
{
    for (QWidget *pane : m_panes())
        if (holds(pane, focus))
            m_last.insert(pane, focus);
}

QWidget *PaneCommands::placeIn(QWidget *pane) const
{
    QWidget *const last = m_last.value(pane);
    if (last && holds(pane, last) && takesFocus(last))
        return last;
    if (takesFocus(pane))
        return pane;
    for (QWidget *widget = pane->nextInFocusChain(); widget != pane; widget = widget->nextInFocusChain())
        if (holds(pane, widget) && takesFocus(widget))
            return widget;
    return nullptr;
}

void PaneCommands::step(int by)
{
    const QList<QWidget *> panes = m_panes();
    const QWidget *const focus = QApplication::focusWidget();
    qsizetype at = by > 0 ? -1 : panes.size();
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (holds(panes[i], focus))
            at = i;
    for (qsizetype steps = 0; steps < panes.size(); ++steps) {
        at = (at + by + panes.size()) % panes.size();
        QWidget *const place = panes[at]->isVisible() ? placeIn(panes[at]) : nullptr;
        if (place)
            return place->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace milepost
