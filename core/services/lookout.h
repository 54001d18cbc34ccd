// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/clockfault.h"
#include "core/domain/condition.h"
#include "core/domain/peer.h"
#include "core/domain/situation.h"

#include <QElapsedTimer>

#include <functional>

namespace milepost {

class WorkspaceFile;

/// Looks at an open file from time to time, on the database thread: what others have committed, who is there,
/// and whether it can still be written and read. What was away and is back is opened anew.
class Lookout
{
public:
    /// What one look found.
    struct Sight
    {
        QList<ChangeSet> changes = {};
        Condition condition = {};
        QList<Peer> peers = {}; ///< those who are alive, this one first
        ClockFault clock = {};
    };
    /// The time, in UTC milliseconds.
    using Clock = std::function<qint64()>;

    /// Without a clock (who pretends to be in another time has none) nothing is said of it.
    explicit Lookout(WorkspaceFile &file, Clock clock = {}) : m_file(file), m_clock(std::move(clock)) {}

    Sight look();

    /// Who has the turn to write in the workspace at \p path, unless that is \p except; "" if nobody says so.
    /// May be called on any thread.
    static QString whoWrites(const QString &path, const QString &except);

private:
    Condition findFile();
    Condition readNews(QList<ChangeSet> &changes);
    Condition conditionOfFile() const;
    void meet();
    ClockFault judgeClock();

    WorkspaceFile &m_file;
    QElapsedTimer m_sinceMeeting;
    QList<Peer> m_peers;
    Clock m_clock;
    QByteArray m_lastEntry; ///< the hash of the one whose time is known
    qint64 m_lastEntryAt = 0;
    bool m_isLost = false; ///< the connection failed, and is to be made anew
};

} // namespace milepost
