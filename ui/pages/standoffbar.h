// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace milepost {

/// Shows above the page what somebody else has written where one was about to write oneself: both versions,
/// who and when, and the choice between the two. Until one has chosen theirs stands, and one's own is kept.
/// Several wait for their turn.
class StandoffBar final : public QFrame
{
    Q_OBJECT
public:
    explicit StandoffBar(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// One's own version was refused for another reason.
    void refused(const milepost::Error &error);

private:
    void add(const Standoff &standoff);
    void showFirst();
    void choose(bool isMine);
    void clear();
    QString linesOf(const QList<RowStep> &steps, qint64 thing) const;

    Session &m_session;
    QList<Standoff> m_waiting;
    QLabel *m_text;
    QLabel *m_theirs;
    QLabel *m_mine;
    QPushButton *m_keep;
    QPushButton *m_use;
};

} // namespace milepost
