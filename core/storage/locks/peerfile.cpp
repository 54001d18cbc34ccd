// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/peerfile.h"

#include "core/storage/locks/machinelock.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

using Outcome = ByteLocks::Outcome;
using Kind = ByteLocks::Kind;

constexpr qint64 kSlotSize = 512;
// An NFS client that was not told asks by itself after 1, 2, 4 and 8 seconds only, and finds the turn of
// another each time. Shorter than the moment that a machine leaves to others after its own turn.
constexpr std::chrono::milliseconds kSlice{25};
constexpr qint64 kClockEveryMs = 30'000;
constexpr int kLongestName = 60; // characters: in any script it leaves room for the rest

// Beyond all text, and beyond what SQLite locks in its own files.
constexpr qint64 kLocksBegin = 0x50000000;
constexpr ByteLocks::Range kTurn{kLocksBegin, 1};
constexpr ByteLocks::Range kGlance{kLocksBegin + 1, 1};

ByteLocks::Range lockOfSlot(int slot)
{
    return {kLocksBegin + 1000 + slot, 1};
}

ByteLocks::Range turnOfSlot(int slot)
{
    return {kLocksBegin + 2000 + slot, 1};
}

QByteArray textOf(const Peer &peer)
{
    const QJsonObject object{
        {u"id"_s, peer.id},
        {u"person"_s, peer.person.left(kLongestName)},
        {u"machine"_s, peer.machine.left(kLongestName)},
        {u"program"_s, peer.program},
        {u"schema"_s, peer.schema},
        {u"at"_s, QString::number(peer.at)},
        {u"beat"_s, QString::number(peer.beat)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Anyone can write anything there: what does not read as a peer is none.
std::optional<Peer> peerOf(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.trimmed()).object();
    Peer peer;
    peer.id = object.value(u"id"_s).toString();
    peer.person = object.value(u"person"_s).toString().left(kLongestName);
    peer.machine = object.value(u"machine"_s).toString().left(kLongestName);
    peer.program = object.value(u"program"_s).toString();
    peer.schema = object.value(u"schema"_s).toInt();
    peer.at = object.value(u"at"_s).toString().toLongLong();
    peer.beat = object.value(u"beat"_s).toString().toLongLong();
    return peer.id.isEmpty() ? std::nullopt : std::optional(peer);
}

/// When a file was last written, as its server says: a client of a share has its own idea until it asks.
std::optional<qint64> timeOf(int descriptor)
{
    struct statx there = {};
    if (::statx(descriptor, "", AT_EMPTY_PATH | AT_STATX_FORCE_SYNC, STATX_MTIME, &there) != 0)
        return std::nullopt;
    return qint64{there.stx_mtime.tv_sec} * 1000 + there.stx_mtime.tv_nsec / 1'000'000;
}

} // namespace

QString PeerFile::pathFor(const QString &workspace)
{
    return workspace + u"-peers"_s;
}

bool PeerFile::open(const QString &workspace)
{
    struct stat there = {};
    if (::stat(QFile::encodeName(workspace).constData(), &there) != 0)
        return false;
    leave();
    m_path = QFile::encodeName(pathFor(workspace));
    if (!m_bytes.openOrMake(m_path, there.st_mode))
        return false;
    if (MachineLock::useFor(m_path) == MachineLock::Use::Turns)
        m_bytes.askAgainAfter(kSlice);
    return true;
}

Outcome PeerFile::takeTurn(std::chrono::milliseconds patience)
{
    const Outcome outcome = isOpen() ? m_bytes.waitFor(kTurn, Kind::Exclusive, patience) : Outcome::Failed;
    if (outcome == Outcome::Taken && m_slot >= 0)
        m_hasTurn = m_bytes.tryLock(turnOfSlot(m_slot), Kind::Exclusive) == Outcome::Taken;
    return outcome;
}

void PeerFile::endTurn()
{
    // Others wait for the first of them only.
    if (isOpen())
        m_bytes.unlock(kTurn);
    if (std::exchange(m_hasTurn, false))
        m_bytes.unlock(turnOfSlot(m_slot));
}

bool PeerFile::announce(const Peer &self)
{
    return isOpen() && (m_slot >= 0 || claimSlot()) && writeSlot(textOf(self));
}

void PeerFile::leave()
{
    if (m_slot < 0)
        return;
    writeSlot({});
    m_bytes.unlock(lockOfSlot(m_slot));
    m_slot = -1;
}

// From a place that differs from one to the next: of many who come at once each finds its own soon.
bool PeerFile::claimSlot()
{
    const int first = ::getpid() % kSlots;
    for (int i = 0; i < kSlots; ++i) {
        const int slot = (first + i) % kSlots;
        if (m_bytes.tryLock(lockOfSlot(slot), Kind::Exclusive) == Outcome::Taken) {
            m_slot = slot;
            return true;
        }
    }
    return false;
}

bool PeerFile::writeSlot(QByteArray text)
{
    if (text.size() > kSlotSize)
        return false;
    text.append(kSlotSize - text.size(), ' ');
    m_announced = text;
    if (m_sinceClock.isValid() && !m_sinceClock.hasExpired(kClockEveryMs))
        return writeText(text);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const bool isWritten = writeText(text);
    const std::optional<qint64> there = timeOf(m_bytes.descriptor());
    if (!isWritten || !there)
        return isWritten;
    m_clock = ClockSample{before, *there, QDateTime::currentMSecsSinceEpoch()};
    m_sinceClock.start();
    return true;
}

bool PeerFile::writeText(const QByteArray &text)
{
    const bool isWritten =
        ::pwrite(m_bytes.descriptor(), text.constData(), kSlotSize, m_slot * kSlotSize) == kSlotSize;
    refresh();
    return isWritten;
}

// What a client of a share has written is sent, and what it keeps of the file is forgotten, at a lock: only
// so do others see it soon, and does this one see theirs.
void PeerFile::refresh()
{
    if (m_bytes.tryLock(kGlance, Kind::Shared) == Outcome::Taken)
        m_bytes.unlock(kGlance);
}

QByteArray PeerFile::readText(int firstSlot, int slots)
{
    refresh();
    QByteArray text(slots * kSlotSize, ' ');
    const ssize_t size =
        ::pread(m_bytes.descriptor(), text.data(), static_cast<size_t>(text.size()), firstSlot * kSlotSize);
    text.truncate(size < 0 ? 0 : size);
    return text;
}

bool PeerFile::isMine()
{
    return m_slot >= 0 && readText(m_slot, 1) == m_announced;
}

std::optional<QList<Peer>> PeerFile::peers()
{
    struct stat there = {};
    if (!isOpen() || ::fstat(m_bytes.descriptor(), &there) != 0)
        return std::nullopt;
    const QByteArray text = readText(0, kSlots);
    if (text.isEmpty() && there.st_size > 0)
        return std::nullopt;
    // One question about all of them, since mostly it is nobody's turn; and only one can have it.
    bool isSomebodysTurn = !m_hasTurn && m_bytes.isHeldByOther({turnOfSlot(0).first, kSlots}).value_or(false);
    QList<Peer> peers;
    for (int slot = 0; slot < kSlots; ++slot) {
        std::optional<Peer> peer = peerOf(text.mid(slot * kSlotSize, kSlotSize));
        if (!peer)
            continue;
        peer->slot = slot;
        peer->isSelf = slot == m_slot;
        peer->isLocked = peer->isSelf || m_bytes.isHeldByOther(lockOfSlot(slot)).value_or(false);
        peer->isWriting = peer->isSelf
                              ? m_hasTurn
                              : isSomebodysTurn && m_bytes.isHeldByOther(turnOfSlot(slot)).value_or(false);
        isSomebodysTurn = isSomebodysTurn && !peer->isWriting;
        peers.append(*peer);
    }
    return peers;
}

} // namespace milepost
