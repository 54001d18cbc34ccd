// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/work.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;

namespace milepost {

/// Shows a long work: what it is, how far it is, and a way to cancel it.
class WorkBar final : public QFrame
{
    Q_OBJECT
public:
    explicit WorkBar(QWidget *parent = nullptr);

    /// Shows a work from now on; a short one is over before it appears.
    std::shared_ptr<Work> begin(const QString &text);
    void end();

private:
    void refresh();

    QLabel *m_text;
    QProgressBar *m_bar;
    QTimer m_timer;
    std::shared_ptr<Work> m_work;
};

} // namespace milepost
