// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QAction>
#include <QFrame>
#include <QTimer>

class QLabel;

namespace milepost {

class BoardModel;
class DayEdit;

/// Takes a board back to how it stood at the end of any past day, read-only, and says so as long as it does.
/// The past is read in the background; a day that is passed by quickly is not read at all.
class PastBar final : public QFrame
{
    Q_OBJECT
public:
    PastBar(Session &session, BoardModel &model, QWidget *parent);

    /// Checked while the past is shown.
    QAction *action() { return &m_action; }
    bool isPast() const { return !isHidden(); }
    /// Goes to a day; from today on, to the present.
    void goTo(QDate day);
    void leave();

Q_SIGNALS:
    /// Another day is shown, or the present again.
    void changed();
    /// It closes while it has the keyboard.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void enter();
    void ask();
    void take(const std::shared_ptr<const WorkingSet> &state, QDate day);
    void say(const QString &text);

    Session &m_session;
    BoardModel &m_model;
    QAction m_action;
    QLabel *m_text;
    DayEdit *m_day;
    QTimer m_patience; ///< until a day that is stepped through is really meant
    int m_asked = 0;   ///< only the answer to the last question counts
};

} // namespace milepost
