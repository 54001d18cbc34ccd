// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings.h"

namespace milepost {
namespace {

constexpr QLatin1String kTheme("window/theme");
constexpr QLatin1String kText("window/text");
constexpr QLatin1String kStart("start/with");
constexpr QLatin1String kLocale("window/locale");

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

QString Settings::localeName() const
{
    const QString name = m_profile.value(kLocale).toString();
    return localeNames().contains(name) ? name : QString();
}

void Settings::setLocaleName(const QString &name)
{
    m_profile.setValue(kLocale, name);
}

QLocale Settings::locale() const
{
    const QString name = localeName();
    return name.isEmpty() ? QLocale::system() : QLocale(name);
}

QStringList Settings::localeNames()
{
    using namespace Qt::StringLiterals;
    return {u"en_GB"_s, u"en_US"_s, u"cs_CZ"_s, u"da_DK"_s, u"nl_NL"_s, u"fi_FI"_s, u"fr_FR"_s, u"de_DE"_s,
            u"de_CH"_s, u"it_IT"_s, u"pl_PL"_s, u"pt_BR"_s, u"pt_PT"_s, u"es_ES"_s, u"sv_SE"_s};
}

} // namespace milepost
