// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/peer.h"

#include <QHash>
#include <QList>

namespace milepost {

/// Notices when locks do not reach others: of a peer whose beat goes on, and who therefore is alive, the lock
/// must be seen. Where it is not, each would write over what the other writes.
class Canary
{
public:
    /// Judges one look at the peers, of which there should be one every few seconds. \p isMine: the own slot
    /// says what was written to it. True, from then on, when locks are not to be trusted.
    bool look(const QList<Peer> &peers, bool isMine);
    bool isAlarmed() const { return m_isAlarmed; }
    /// Whose lock was not seen; empty if it was somebody who took our own place.
    const QString &unseen() const { return m_unseen; }

private:
    struct Heard
    {
        qint64 beat = 0;
        int strikes = 0; ///< how often it was heard since its lock was last seen
    };

    QHash<QString, Heard> m_heard;
    bool m_isAlarmed = false;
    QString m_unseen;
};

} // namespace milepost
