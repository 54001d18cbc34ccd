// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/domain/peer.h"
#include "core/domain/situation.h"

#include <QElapsedTimer>

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
    };

    explicit Lookout(WorkspaceFile &file) : m_file(file) {}

    Sight look();

    /// Who has the turn to write in the workspace at \p path, unless that is \p except; "" if nobody says so.
    /// May be called on any thread.
    static QString whoWrites(const QString &path, const QString &except);

private:
    Condition findFile();
    Condition readNews(QList<ChangeSet> &changes);
    Condition conditionOfFile() const;
    void meet();

    WorkspaceFile &m_file;
    QElapsedTimer m_sinceMeeting;
    QList<Peer> m_peers;
    bool m_isLost = false; ///< the connection failed, and is to be made anew
};

} // namespace milepost
