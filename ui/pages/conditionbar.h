// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace milepost {

/// Says above the page why the file cannot be written or read, and what to do, for as long as that is so.
class ConditionBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ConditionBar(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The file that has taken the place of this one shall be opened.
    void openAsked();

private:
    void show(const Condition &condition);

    QLabel *m_text;
    QPushButton *m_open;
};

} // namespace milepost
