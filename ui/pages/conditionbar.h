// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace milepost {

/// Says above the page why the file cannot be written or read, and what to do, for as long as that is so.
/// Where it can, it offers the next step of an older file, and says who would be left behind.
class ConditionBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ConditionBar(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The file that has taken the place of this one shall be opened.
    void openAsked();
    void refused(const milepost::Error &error);

private:
    void build();
    void refresh();
    void upgrade();

    Session &m_session;
    bool m_isUpgrading = false;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_upgrade;
};

} // namespace milepost
