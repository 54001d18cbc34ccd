// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

namespace milepost {

/// Whether the desktop likes dark windows: what org.freedesktop.portal.Settings says
/// (org.freedesktop.appearance, color-scheme), else what the desktop's own palette looks like. Tells when it
/// changes. Without a session bus it simply stays at the palette.
class ColorScheme final : public QObject
{
    Q_OBJECT

public:
    /// \p desktop is the palette that the program started with, before it set its own. Asks the portal and
    /// waits for it at most 200 ms, and not at all where it is not running yet: its answer then comes as a
    /// change.
    explicit ColorScheme(const QPalette &desktop, QObject *parent = nullptr);

    bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed(bool isDark);

private:
    void take(uint preference);

    bool m_isDesktopDark;
    bool m_isDark;
};

/// What the portal's number means: 1 dark, 2 light, anything else no preference.
bool prefersDark(uint preference, bool otherwise);

} // namespace milepost
