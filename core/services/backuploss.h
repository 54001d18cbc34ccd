// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backup.h"
#include "core/domain/result.h"
#include "core/domain/workingset.h"
#include "core/services/history.h"

namespace milepost {

class Engine;

/// What restoring a backup would change.
struct BackupLoss
{
    qint64 since = 0;    ///< the last entry that backup and workspace have in common
    qint64 lost = 0;     ///< how many entries of the workspace are not in the backup
    qint64 regained = 0; ///< how many entries of the backup are not in the workspace: an earlier restore's
    QList<std::pair<PersonId, qint64>> authors = {}; ///< whose the lost ones are, most first
    QList<LogEntry> latest = {}; ///< of the lost ones those that this person may know of, newest first
};

/// How many of the lost entries are told one by one.
constexpr qint64 kMostLossesTold = 200;

/// Compares a workspace with a backup of it, by the journals alone. On the database thread. BackupForeign,
/// and what opening the backup answers.
Result<BackupLoss> lossBy(const Engine &engine, const WorkingSet &state, PersonId person,
                          const Backup &backup);

} // namespace milepost
