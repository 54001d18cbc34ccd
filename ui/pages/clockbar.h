// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QFrame>

class QLabel;

namespace milepost {

/// Says above the page that the clock of this computer is wrong, until it is right or whoever reads it knows.
class ClockBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ClockBar(Session &session, QWidget *parent = nullptr);

private:
    void build();
    void refresh();
    void dismiss();

    Session &m_session;
    QLabel *m_text;
    ClockFault::Kind m_dismissed = ClockFault::Kind::None; ///< what need not be said again
};

} // namespace milepost
