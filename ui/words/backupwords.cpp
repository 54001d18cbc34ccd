// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/backupwords.h"

#include <QCoreApplication>

namespace milepost {
namespace {

class Backups
{
    Q_DECLARE_TR_FUNCTIONS(milepost::Backups)

public:
    static QString reason(BackupReason reason);
    static QString places(const Backup &backup);
};

QString Backups::reason(BackupReason reason)
{
    switch (reason) {
    case BackupReason::Daily:
        return tr("Daily");
    case BackupReason::Bulk:
        return tr("Before a large change");
    case BackupReason::Migration:
        return tr("Before a new version");
    case BackupReason::Manual:
        return tr("By hand");
    case BackupReason::Restore:
        return tr("Before a restore");
    case BackupReason::Damaged:
        return tr("Damaged state, for rescue");
    }
    Q_UNREACHABLE();
}

QString Backups::places(const Backup &backup)
{
    if (backup.beside.isEmpty())
        return tr("This machine");
    return backup.here.isEmpty() ? tr("Beside the file") : tr("Both places");
}

} // namespace

QString label(BackupReason reason)
{
    return Backups::reason(reason);
}

QString placesOf(const Backup &backup)
{
    return Backups::places(backup);
}

} // namespace milepost
