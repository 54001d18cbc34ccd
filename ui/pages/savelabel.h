// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QLabel>

namespace milepost {

/// Says at the bottom of the window whether what one did is in the file, whom it waits for, and who else is
/// there.
class SaveLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit SaveLabel(Session &session, QWidget *parent = nullptr);

    void refresh();

private:
    void showWaiting(const QString &person, int seconds);
    QString others() const;
    QString names() const;

    Session &m_session;
};

} // namespace milepost
