// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepost/appearance.h"

#include "ui/delegates/fonts.h"
#include "ui/delegates/milepoststyle.h"

#include <QApplication>

namespace milepost {

Appearance::Appearance(Profile &profile, QApplication &application)
    : m_settings(profile)
    , m_scheme(QApplication::palette())
{
    dress(application, theme());
    m_points = QApplication::font().pointSizeF();
    resizeText(m_points * m_settings.textPercent() / 100);
    connect(&m_scheme, &ColorScheme::changed, this, [this] { changeTheme(theme()); });
}

const Theme &Appearance::theme() const
{
    const bool isDark =
        choice() == ThemeChoice::Dark || (choice() == ThemeChoice::Desktop && m_scheme.isDark());
    return isDark ? darkTheme() : lightTheme();
}

void Appearance::choose(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    changeTheme(theme());
}

void Appearance::chooseTextSize(int percent)
{
    m_settings.setTextPercent(percent);
    resizeText(m_points * percent / 100);
}

} // namespace milepost
