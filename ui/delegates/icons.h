// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace milepost {

/// The program's own icons: Debian's Qt has no icon theme to borrow from. One line style on a grid of 16 px.
enum class Icon {
    Milepost, ///< the program's sign, in its own colours
    Action,
    Add,
    Alignment,
    Archive,
    Back,
    Board,
    Calendar,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Clock,
    Close,
    Command,
    Copy,
    Demo,
    Down,
    Filter,
    Forward,
    Help,
    Home,
    Import,
    Inspector,
    KeyResult,
    Keys,
    Kpi,
    New,
    Objective,
    Open,
    People,
    Person,
    Print,
    Private,
    Public,
    Redo,
    Search,
    Settings,
    Share,
    Undo,
    Up,
    Warning,
};

/// What an icon is drawn in.
enum class IconInk { Soft, Ink, Accent, OnAccent, Good, Attention, Bad };

/// An icon that takes its colour from the program's palette each time it is painted, so that a change of
/// theme needs nothing else, and that is drawn anew for each size and scale, so that it is sharp at all of
/// them.
QIcon icon(Icon name, IconInk ink = IconInk::Soft);

} // namespace milepost
