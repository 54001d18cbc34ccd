// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace milepost {

/// Going from one part of the window to the next by F6, and back by Shift+F6. Each part gets the focus where
/// it last had it.
class PaneCommands final : public QObject
{
    Q_OBJECT
public:
    /// \p panes are the parts in the order in which they stand; those that are hidden are passed over.
    using Panes = std::function<QList<QWidget *>()>;
    PaneCommands(Panes panes, QWidget *window);

    QAction *next() { return &m_next; }
    QAction *previous() { return &m_previous; }

private:
    void remember(QWidget *focus);
    void step(int by);
    QWidget *placeIn(QWidget *pane) const;

    Panes m_panes;
    QAction m_next;
    QAction m_previous;
    QHash<QWidget *, QPointer<QWidget>> m_last; ///< where each part had the focus; keys are only compared
};

} // namespace milepost
