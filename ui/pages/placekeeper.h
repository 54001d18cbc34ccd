// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/models/place.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace milepost {

/// Remembers where one is in each workspace, and how the window lies, a moment after each step: a program
/// that does not live to close its window comes back there too. What has not changed is not written again.
class PlaceKeeper final : public QObject
{
    Q_OBJECT
public:
    /// \p here tells the page, and on a board the row.
    PlaceKeeper(Session &session, std::function<Place()> here, QWidget *window);

    /// Where one was in the open workspace, but for the board, which the profile knows; nothing if one never
    /// was.
    std::optional<Place> kept() const;
    /// Brings the window back to how it lay; false if that is not known.
    bool restoreWindow();
    void keepSoon();
    void keep();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepValue(const QString &key, const QVariant &value);

    Session &m_session;
    std::function<Place()> m_here;
    QWidget *m_window;
    QTimer m_later;
};

} // namespace milepost
