// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepost/appearance.h"

#include "ui/delegates/milepoststyle.h"

#include <QApplication>

namespace milepost {
namespace {

QString themeKey()
{
    return QStringLiteral("window/theme");
}

} // namespace

Appearance::Appearance(Profile &profile, QApplication &application)
    : m_profile(profile)
    , m_scheme(QApplication::palette())
{
    dress(application, theme());
    connect(&m_scheme, &ColorScheme::changed, this, [this] { changeTheme(theme()); });
}

ThemeChoice Appearance::choice() const
{
    const int kept = m_profile.value(themeKey()).toInt();
    return kept == int(ThemeChoice::Light)  ? ThemeChoice::Light
           : kept == int(ThemeChoice::Dark) ? ThemeChoice::Dark
                                            : ThemeChoice::Desktop;
}

const Theme &Appearance::theme() const
{
    const bool isDark =
        choice() == ThemeChoice::Dark || (choice() == ThemeChoice::Desktop && m_scheme.isDark());
    return isDark ? darkTheme() : lightTheme();
}

void Appearance::choose(ThemeChoice choice)
{
    m_profile.setValue(themeKey(), static_cast<int>(choice));
    changeTheme(theme());
}

} // namespace milepost
