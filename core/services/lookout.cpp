// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/lookout.h"

#include "core/storage/journal.h"
#include "core/storage/workspacefile.h"

#include <QFileInfo>

namespace milepost {
namespace {

using Kind = Condition::Kind;

// A little less than the time between two looks: those come some milliseconds early or late, and a meeting
// that is put off until the next look is a beat that the others miss.
constexpr qint64 kMeetEveryMs = 1500;

Kind kindOf(const Preflight &place)
{
    if (place.fitness == Fitness::Synced)
        return Kind::Synced;
    return place.reason == Preflight::Reason::KindWithoutLocks ? Kind::UnfitKind : Kind::UnfitOption;
}

// Only a share has a clock of its own. Where nobody can tell what a place is, one that differs from ours is
// somebody else's.
bool hasOtherClock(Fitness fitness, const std::optional<ClockSample> &sample)
{
    if (fitness == Fitness::Untried)
        return clockFaultOf({sample, true, 0, 0}).isThere();
    return fitness == Fitness::Fit || fitness == Fitness::Unfit;
}

Condition conditionAfter(const Error &error)
{
    using enum Error::Code;
    if (error.code == WorkspaceNewer)
        return {Kind::Newer, {error.values.value(1)}};
    if (error.code == FileMissing)
        return {Kind::Missing, {}};
    if (error.code == WorkspaceReplaced || error.code == NotAWorkspace || error.code == FileEmpty)
        return {Kind::Replaced, {}};
    return {Kind::Unreachable, {error.values.value(1)}};
}

} // namespace

Lookout::Sight Lookout::look()
{
    Sight sight;
    sight.condition = findFile();
    if (sight.condition.isReadable())
        sight.condition = readNews(sight.changes);
    if (!sight.condition.isReadable())
        return sight;
    if (!m_sinceMeeting.isValid() || m_sinceMeeting.elapsed() >= kMeetEveryMs)
        meet();
    sight.condition = conditionOfFile();
    sight.peers = m_peers;
    if (m_clock)
        sight.clock = judgeClock();
    return sight;
}

QString Lookout::whoWrites(const QString &path, const QString &except)
{
    PeerFile file;
    const std::optional<QList<Peer>> peers = file.open(path) ? file.peers() : std::nullopt;
    const QList<Peer> there = peers.value_or(QList<Peer>());
    for (const Peer &peer : there)
        if (peer.isWriting && peer.id != except)
            return peer.person.isEmpty() ? peer.machine : peer.person;
    return {};
}

Condition Lookout::findFile()
{
    const Engine &engine = m_file.engine();
    const bool isWritableAgain = engine.isReadOnly() && QFileInfo(engine.path()).isWritable();
    if (engine.isInPlace() && !m_isLost && !isWritableAgain)
        return {};
    if (!QFileInfo::exists(engine.path()))
        return {Kind::Missing, {}};
    const Done done = m_file.reconnect();
    if (!done)
        return conditionAfter(done.error());
    m_isLost = false;
    return {};
}

Condition Lookout::readNews(QList<ChangeSet> &changes)
{
    const Result<bool> hasNews = m_file.hasNews();
    if (hasNews && !*hasNews)
        return {};
    Result<QList<ChangeSet>> news = hasNews ? m_file.catchUp() : Result<QList<ChangeSet>>(hasNews.error());
    if (news) {
        changes = *std::move(news);
        return {};
    }
    // Somebody writes for long: that is no trouble, and the next look sees what it was.
    m_isLost = news.error().code != Error::Code::WorkspaceLocked;
    return m_isLost ? conditionAfter(news.error()) : Condition();
}

Condition Lookout::conditionOfFile() const
{
    const Done done = m_file.checkWritable();
    if (done)
        return {m_file.engine().isReadOnly() ? Kind::ReadOnly : Kind::Writable, {}};
    const Error &error = done.error();
    if (error.code == Error::Code::LocksUnseen)
        return {Kind::LocksUnseen, {m_file.unseen()}};
    if (error.code == Error::Code::PlaceUnfit)
        return {kindOf(m_file.place()), {m_file.place().value}};
    return {Kind::Newer, {error.values.value(1)}};
}

ClockFault Lookout::judgeClock()
{
    if (m_lastEntry != m_file.headHash()) {
        const Result<std::optional<JournalEntry>> entry =
            JournalReader(m_file.engine()).entry(m_file.state().seq);
        if (entry) // else it is looked for the next time
            m_lastEntry = m_file.headHash();
        m_lastEntryAt = entry && *entry ? (*entry)->at : 0;
    }
    const std::optional<ClockSample> &sample = m_file.engine().clock();
    return clockFaultOf({sample, hasOtherClock(m_file.place().fitness, sample), m_clock(), m_lastEntryAt});
}

void Lookout::meet()
{
    m_sinceMeeting.restart();
    QList<Peer> peers = m_file.meet().value_or(QList<Peer>());
    peers.removeIf([](const Peer &peer) { return !peer.isLocked; });
    std::stable_partition(peers.begin(), peers.end(), [](const Peer &peer) { return peer.isSelf; });
    m_peers = peers;
}

} // namespace milepost
