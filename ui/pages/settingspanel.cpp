// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspanel.h"

#include "ui/delegates/icons.h"
#include "ui/words/filling.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace milepost {
namespace {

constexpr int kMargin = 20;
constexpr int kLeastCharacters = 16;

} // namespace

SettingsPanel::SettingsPanel(Profile &profile, QWidget *window) : FloatingPanel(window), m_settings(profile)
{
    setObjectName(QStringLiteral("settingsPanel"));
    setAccessibleName(tr("Settings"));
    auto *const title = new QLabel(tr("Settings"), this);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    title->setFont(font);
    auto *const close = new QToolButton(this);
    close->setIcon(icon(Icon::Close));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &FloatingPanel::dismiss);
    auto *const head = new QHBoxLayout;
    head->addWidget(title, 1);
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(10);
    m_theme = addChoice(*form, tr("&Colours"), "themeChoice",
                        {{tr("As the desktop has them"), static_cast<int>(ThemeChoice::Desktop)},
                         {tr("Light"), static_cast<int>(ThemeChoice::Light)},
                         {tr("Dark"), static_cast<int>(ThemeChoice::Dark)}});
    Entries sizes;
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        sizes.append({fill(tr("%1 %"), {QLocale().toString(percent)}), percent});
    m_text = addChoice(*form, tr("&Size of the text"), "textChoice", sizes);
    m_start = addChoice(*form, tr("&Begin with"), "startChoice",
                        {{tr("Where I was"), static_cast<int>(StartWith::LastPlace)},
                         {tr("The home page of my last workspace"), static_cast<int>(StartWith::Home)},
                         {tr("The choice of a workspace"), static_cast<int>(StartWith::Welcome)}});
    m_locale = addChoice(*form, tr("&Numbers and dates"), "localeChoice", locales());
    auto *const hint =
        new QLabel(tr("What is chosen holds at once, numbers and dates from the next start on; "
                      "on this machine, and for you alone."),
                   this);
    hint->setObjectName(QStringLiteral("settingsHint"));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(close);
    auto *const column = new QVBoxLayout;
    column->setContentsMargins(kMargin, kMargin / 2, kMargin / 2, kMargin);
    column->setSpacing(kMargin / 2);
    column->addLayout(head);
    column->addLayout(form);
    column->addWidget(hint);
    column->addStretch();
    inside().addLayout(column);
    connect(m_theme, &QComboBox::activated, this, [this] {
        const auto theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
        Q_EMIT themeChosen(theme);
    });
    connect(m_text, &QComboBox::activated, this,
            [this] { Q_EMIT textSizeChosen(m_text->currentData().toInt()); });
    connect(m_start, &QComboBox::activated, this,
            [this] { m_settings.setStart(static_cast<StartWith>(m_start->currentData().toInt())); });
    connect(m_locale, &QComboBox::activated, this,
            [this] { m_settings.setLocaleName(m_locale->currentData().toString()); });
}

// Each with an example: who lives between two of them knows the numbers better than the name.
SettingsPanel::Entries SettingsPanel::locales() const
{
    const auto withExample = [](const QString &name, const QLocale &locale) -> QString {
        const QDate day(2026, 12, 31);
        return fill(tr("%1: %2, %3", "a language, a number, a day"),
                    {name, locale.toString(1234.5, 'f', 1), locale.toString(day, QLocale::ShortFormat)});
    };
    Entries entries{{withExample(tr("As the desktop has them"), QLocale::system()), QString()}};
    for (const QString &name : Settings::localeNames()) {
        const QLocale locale(name);
        const QString language =
            fill(tr("%1 (%2)", "a language, a country"), {QLocale::languageToString(locale.language()),
                                                          QLocale::territoryToString(locale.territory())});
        entries.append({withExample(language, locale), name});
    }
    return entries;
}

QComboBox *SettingsPanel::addChoice(QFormLayout &form, const QString &label, const char *name,
                                    const Entries &entries)
{
    auto *const box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    for (const auto &[text, value] : entries)
        box->addItem(text, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // its label has to fit too
    box->setMinimumContentsLength(kLeastCharacters);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + 2 * kMargin);
    form.addRow(label, box); // the label is its buddy, and names it
    return box;
}

void SettingsPanel::showSettings()
{
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_settings.theme())));
    m_text->setCurrentIndex(m_text->findData(m_settings.textPercent()));
    m_start->setCurrentIndex(m_start->findData(static_cast<int>(m_settings.start())));
    m_locale->setCurrentIndex(m_locale->findData(m_settings.localeName()));
}

void SettingsPanel::toggle()
{
    if (isVisible())
        return dismiss();
    showSettings();
    openWith(m_theme);
}

QSize SettingsPanel::wantedSize() const
{
    const QMargins shadow = shadowMargins();
    return {64 * fontMetrics().averageCharWidth(), sizeHint().height() - shadow.top() - shadow.bottom()};
}

} // namespace milepost
