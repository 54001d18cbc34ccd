// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backup.h"

#include <QList>

namespace milepost {

/// Which of the backups in one folder may go: all but the last of each of the latest 24 hours that have one,
/// the last of each of the latest 30 days that have one, those that were made before something that cannot be
/// taken back (a migration, a restore) until 30 days that have one have come after them, and the newest.
/// Hours and days are UTC's, and counted by the backups: one clock that is years ahead makes one day of them,
/// and no backup old. Those that seem to be from after \p now, because some clock was wrong, are counted by
/// themselves, so that they push out no others.
QList<Backup> backupsToRemove(const QList<Backup> &backups, qint64 now);

} // namespace milepost
