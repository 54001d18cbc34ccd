// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "core/domain/words.h"

#include <optional>

namespace milepost {

/// Why a backup was made.
enum class BackupReason {
    Daily,     ///< the first of a day
    Bulk,      ///< before a change of very many rows
    Migration, ///< before a step of the schema
    Manual,    ///< somebody asked for it
    Restore,   ///< the state that a restored backup replaced
    Damaged,   ///< the same, of a file that did not verify: kept for rescue, never restored
};

MILEPOST_WORDS(BackupReason, {BackupReason::Daily, "daily"}, {BackupReason::Bulk, "bulk"},
               {BackupReason::Migration, "migration"}, {BackupReason::Manual, "manual"},
               {BackupReason::Restore, "restore"}, {BackupReason::Damaged, "damaged"})

/// One backup of a workspace, of which there may be two copies. What it says of itself is in its name.
struct Backup
{
    qint64 at = 0;  ///< UTC milliseconds, to the second, by the clock of who made it
    qint64 seq = 0; ///< the last entry that is in it
    BackupReason reason = BackupReason::Daily;
    qint64 bytes = 0;
    QString here = {};   ///< path of the copy on this machine; "" if there is none
    QString beside = {}; ///< path of the copy beside the workspace; "" if there is none

    const QString &path() const { return here.isEmpty() ? beside : here; }
    friend bool operator==(const Backup &, const Backup &) = default;
};

/// What making a backup came to. One place that fails does not keep the other from having it.
struct BackupOutcome
{
    std::optional<Backup> made = {};   ///< where it was made; nothing if there is none
    std::optional<Error> failure = {}; ///< why there is none, or not in both places

    bool isComplete() const { return made && !failure; }
};

} // namespace milepost
