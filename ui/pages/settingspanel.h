// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/floatingpanel.h"
#include "ui/pages/settings.h"

class QComboBox;
class QFormLayout;

namespace milepost {

/// The few settings that matter. What is chosen holds at once, and is seen behind the panel; only how numbers
/// and dates are written changes with the next start.
class SettingsPanel final : public FloatingPanel
{
    Q_OBJECT
public:
    SettingsPanel(Profile &profile, QWidget *window);

    /// Opens it with what holds now, or closes it.
    void toggle();

Q_SIGNALS:
    void themeChosen(milepost::ThemeChoice theme);
    void textSizeChosen(int percent);

protected:
    QSize wantedSize() const override;

private:
    /// What is shown for each thing that is kept.
    using Entries = QList<std::pair<QString, QVariant>>;
    QComboBox *addChoice(QFormLayout &form, const QString &label, const char *name, const Entries &entries);
    Entries locales() const;
    void showSettings();

    Settings m_settings;
    QComboBox *m_theme = nullptr;
    QComboBox *m_text = nullptr;
    QComboBox *m_start = nullptr;
    QComboBox *m_locale = nullptr;
};

} // namespace milepost
