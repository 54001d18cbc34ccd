// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/profile.h"

#include <QLocale>

namespace milepost {

/// How the window is coloured.
enum class ThemeChoice { Desktop, Light, Dark };

/// What the program begins with, where no file is named.
enum class StartWith { LastPlace, Home, Welcome };

/// What one has chosen for oneself, as the profile keeps it: it holds on this machine, in every workspace.
class Settings
{
public:
    explicit Settings(Profile &profile) : m_profile(profile) {}

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    /// 100 is the program's own size; between 80 and 200.
    int textPercent() const;
    void setTextPercent(int percent);
    StartWith start() const;
    void setStart(StartWith start);
    /// How numbers and dates are written and read, by name ("en_GB"); empty for as the desktop does. It holds
    /// from the next start on.
    QString localeName() const;
    void setLocaleName(const QString &name);
    QLocale locale() const;
    /// The names that can be chosen.
    static QStringList localeNames();

private:
    Profile &m_profile;
};

} // namespace milepost
