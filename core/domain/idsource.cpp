// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/idsource.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace milepost {
namespace {

constexpr qint64 kEpoch = 1577836800000; // 2020-01-01, so that 41 bits of milliseconds last until 2089
constexpr int kRandomBits = 22;
constexpr qint64 kMilliseconds = qint64{1} << 41;

} // namespace

IdSource::IdSource(qint64 now, quint32 random)
    : m_last((qMax<qint64>(now - kEpoch, 1) << kRandomBits) | (random & ((1U << kRandomBits) - 1U)))
{
}

// A clock that has lost its time begins anew at every start, and so would its ids: chance takes its place.
IdSource IdSource::fromSystem()
{
    return atClock(QDateTime::currentMSecsSinceEpoch(), *QRandomGenerator::system());
}

IdSource IdSource::atClock(qint64 now, QRandomGenerator &random)
{
    const bool isPossible = now > kEpoch && now < kEpoch + kMilliseconds;
    const qint64 at =
        isPossible ? now : kEpoch + static_cast<qint64>(random.generate64() % quint64{kMilliseconds});
    return {at, random.generate()};
}

IdSource IdSource::startingAt(qint64 first)
{
    return IdSource(first - 1);
}

qint64 IdSource::reserve(qint64 count)
{
    const qint64 first = m_last + 1;
    m_last += count;
    return first;
}

} // namespace milepost
