// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/canary.h"

namespace milepost {
namespace {

// One beat may be followed by an orderly end, which gives the lock up.
constexpr int kStrikes = 2;

} // namespace

bool Canary::look(const QList<Peer> &peers, bool isMine)
{
    m_isAlarmed = m_isAlarmed || !isMine;
    QHash<QString, Heard> heard;
    for (const Peer &peer : peers) {
        if (peer.isSelf)
            continue;
        const auto before = m_heard.constFind(peer.id);
        Heard now{peer.beat, before == m_heard.constEnd() ? 0 : before->strikes};
        if (peer.isLocked)
            now.strikes = 0;
        else if (before != m_heard.constEnd() && before->beat != peer.beat)
            ++now.strikes;
        if (now.strikes >= kStrikes && !m_isAlarmed) {
            m_isAlarmed = true;
            m_unseen = peer.person.isEmpty() ? peer.machine : peer.person;
        }
        heard.insert(peer.id, now);
    }
    m_heard = heard;
    return m_isAlarmed;
}

} // namespace milepost
