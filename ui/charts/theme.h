// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QColor>
#include <QPalette>

namespace milepost {

/// The colours of one theme. Text in `ink`, `soft`, `quiet`, `accentInk` and the status inks reaches a
/// contrast of 4.5:1 on every ground it is painted on (a test holds this); `mute` is for signs and hairlines
/// only.
struct Theme
{
    bool isDark = false;
    QColor bg;       ///< of the window
    QColor panel;    ///< of what is worked on: tables, fields, menus
    QColor ink;      ///< of text
    QColor soft;     ///< of secondary text
    QColor quiet;    ///< of headings and hints
    QColor mute;     ///< of ticks, dashes and boxes; too weak for text
    QColor muteSoft; ///< of empty bars and neutral pills
    QColor line;     ///< of hairlines
    QColor hover;
    QColor accent;     ///< of selection, focus and the main action
    QColor accentInk;  ///< of text in the accent
    QColor accentSoft; ///< of selected rows
    QColor onAccent;   ///< of text on the accent
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor shadow; ///< round floating windows

    friend bool operator==(const Theme &, const Theme &) = default;
};

const Theme &lightTheme();
const Theme &darkTheme();

/// The theme that a palette belongs to: dark where its text is lighter than its ground. So whatever paints
/// asks its own palette, and a change of theme is a change of palette.
const Theme &themeOf(const QPalette &palette);
QPalette paletteOf(const Theme &theme);

/// The ink and the ground of a tone.
struct ToneColours
{
    QColor ink;
    QColor ground;
};
ToneColours coloursOf(Tone tone, const Theme &theme);

/// The ground of an avatar; white reads on it in both themes.
QColor avatarColour(quint64 seed);

/// Contrast of two opaque colours, 1 to 21, as WCAG 2.1 defines it (relative luminance, section 1.4.3).
double contrast(const QColor &first, const QColor &second);

} // namespace milepost
