// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/clockfault.h"
#include "core/domain/peer.h"
#include "core/storage/locks/bytelocks.h"

#include <QElapsedTimer>
#include <QList>

#include <optional>

namespace milepost {

/// The small file beside a workspace (NAME.milepost-peers) by which those who have it open know of each
/// other: whose turn it is to write, and who is there. Nothing in it is needed to read the workspace; it can
/// be deleted when nobody has that open.
///
/// Each who is there has a slot of text, and holds a lock on that slot's byte for as long as they live; a
/// turn is a lock on one more byte, and on one that tells whose it is. All these bytes lie far beyond the
/// text.
class PeerFile
{
public:
    static constexpr int kSlots = 250;

    static QString pathFor(const QString &workspace);

    PeerFile() = default;
    ~PeerFile() { leave(); }
    Q_DISABLE_COPY_MOVE(PeerFile)

    /// Opens the file, and makes it with the rights of the workspace if it is missing. False: there can be
    /// none here, and one does without.
    bool open(const QString &workspace);
    bool isOpen() const { return m_bytes.isOpen(); }
    /// False: somebody has removed it or put another there. Those who come now do not meet this one.
    bool isInPlace() const { return m_bytes.isAt(m_path); }

    /// Waits for the turn to write, in the order of asking. Busy: not within \p patience. Failed: there are
    /// no turns here. The turn ends with endTurn(), or with the process.
    ByteLocks::Outcome takeTurn(std::chrono::milliseconds patience);
    void endTurn();

    /// Takes a slot of its own, if it has none yet, and writes there who this is. False: there is no room, or
    /// the file does not answer.
    bool announce(const Peer &self);
    bool isAnnounced() const { return m_slot >= 0; }
    /// Gives the slot up.
    void leave();
    /// Whether the slot still says what was announced last. Whoever writes over it does not see our lock.
    bool isMine();

    /// What the time given to a word of one's own tells of the clock of the folder's keeper: known from the
    /// first announcement on, and renewed every half minute with another.
    const std::optional<ClockSample> &clock() const { return m_clock; }

    /// Who has a slot, this one included, by slot. Those that are not locked have gone without a word, or
    /// their locks cannot be seen from here. Nothing if the file does not answer.
    std::optional<QList<Peer>> peers();

private:
    bool claimSlot();
    bool writeSlot(QByteArray text);
    bool writeText(const QByteArray &text);
    QByteArray readText(int firstSlot, int slots);
    void refresh();

    QByteArray m_path;
    ByteLocks m_bytes;
    int m_slot = -1;
    bool m_hasTurn = false;
    QByteArray m_announced;
    std::optional<ClockSample> m_clock;
    QElapsedTimer m_sinceClock;
};

} // namespace milepost
