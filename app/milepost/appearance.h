// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/theme.h"
#include "ui/delegates/colorscheme.h"
#include "ui/pages/mainwindow.h"

namespace milepost {

/// Keeps the program's colours: those of the desktop, as it changes them, or the ones that were chosen.
class Appearance final : public QObject
{
    Q_OBJECT
public:
    /// To be made before the first widget.
    Appearance(Profile &profile, QApplication &application);

    void choose(ThemeChoice choice);
    ThemeChoice choice() const;

private:
    const Theme &theme() const;

    Profile &m_profile;
    ColorScheme m_scheme;
};

} // namespace milepost
