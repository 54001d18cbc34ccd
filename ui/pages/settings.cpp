// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings.h"

namespace milepost {
namespace {

constexpr QLatin1String kTheme("window/theme");
constexpr QLatin1String kText("window/text");
constexpr QLatin1String kStart("start/with");

/// The choice of this number; the first one for a number that stands for none.
template<class Choice>
Choice choiceOf(int number, Choice last)
{
    return number > 0 && number <= static_cast<int>(last) ? static_cast<Choice>(number) : Choice{};
}

} // namespace

ThemeChoice Settings::theme() const
{
    return choiceOf(m_profile.value(kTheme).toInt(), ThemeChoice::Dark);
}

void Settings::setTheme(ThemeChoice theme)
{
    m_profile.setValue(kTheme, static_cast<int>(theme));
}

int Settings::textPercent() const
{
    const int percent = m_profile.value(kText).toInt();
    return percent == 0 ? 100 : qBound(80, percent, 200);
}

void Settings::setTextPercent(int percent)
{
    m_profile.setValue(kText, percent);
}

StartWith Settings::start() const
{
    return choiceOf(m_profile.value(kStart).toInt(), StartWith::Welcome);
}

void Settings::setStart(StartWith start)
{
    m_profile.setValue(kStart, static_cast<int>(start));
}

} // namespace milepost
