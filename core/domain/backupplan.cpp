// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/backupplan.h"

#include <QSet>

#include <algorithm>

namespace milepost {
namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kDayMs = 24 * kHourMs;
constexpr qsizetype kHours = 24;
constexpr qsizetype kDays = 30;

// Towards the past also before 1970: a clock may say anything.
qint64 periodOf(qint64 at, qint64 length)
{
    return at >= 0 ? at / length : (at - length + 1) / length;
}

bool isLastWayBack(const Backup &backup)
{
    return backup.reason == BackupReason::Migration || backup.reason == BackupReason::Restore ||
           backup.reason == BackupReason::Damaged;
}

/// The latest periods that have a backup, as many as are counted.
class Periods
{
public:
    Periods(qint64 length, qsizetype most) : m_length(length), m_most(most) {}

    /// Whether it is the last of its period, when they are asked for from the newest on.
    bool take(const Backup &backup)
    {
        const qint64 period = periodOf(backup.at, m_length);
        if (m_met.contains(period) || m_met.size() == m_most)
            return false;
        m_met.insert(period);
        return true;
    }
    bool isFull() const { return m_met.size() == m_most; }

private:
    qint64 m_length;
    qsizetype m_most;
    QSet<qint64> m_met;
};

/// \p backups newest first.
QList<Backup> superfluous(const QList<Backup> &backups)
{
    Periods hours(kHourMs, kHours);
    Periods days(kDayMs, kDays);
    QList<Backup> gone;
    for (const Backup &backup : backups) {
        // What was given up, or does not verify, is not what is left of an hour or a day.
        const bool isWayBack = isLastWayBack(backup);
        const bool isOfHour = !isWayBack && hours.take(backup);
        const bool isOfDay = !isWayBack && days.take(backup);
        const bool isKept = isWayBack && !days.isFull();
        const bool isNewest = &backup == &backups.first();
        if (!isOfHour && !isOfDay && !isKept && !isNewest)
            gone.append(backup);
    }
    return gone;
}

} // namespace

QList<Backup> backupsToRemove(const QList<Backup> &backups, qint64 now)
{
    QList<Backup> sorted = backups;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Backup &left, const Backup &right) {
        return std::pair(left.at, left.seq) > std::pair(right.at, right.seq);
    });
    const auto firstPast = std::find_if(sorted.cbegin(), sorted.cend(),
                                        [now](const Backup &backup) { return backup.at <= now; });
    const QList<Backup> future(sorted.cbegin(), firstPast);
    const QList<Backup> past(firstPast, sorted.cend());
    return superfluous(future) + superfluous(past);
}

} // namespace milepost
