// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/theme.h"
#include "ui/delegates/colorscheme.h"
#include "ui/pages/settings.h"

class QApplication;

namespace milepost {

/// Keeps the program's colours, those of the desktop, as it changes them, or the ones that were chosen; and
/// the size of its text.
class Appearance final : public QObject
{
    Q_OBJECT
public:
    /// To be made before the first widget.
    Appearance(Profile &profile, QApplication &application);

    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return m_settings.theme(); }
    void chooseTextSize(int percent);

private:
    const Theme &theme() const;

    Settings m_settings;
    ColorScheme m_scheme;
    double m_points = 0; ///< of the text at 100 %
};

} // namespace milepost
