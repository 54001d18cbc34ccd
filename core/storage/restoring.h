// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/backups.h"
#include "core/storage/journal.h"

/// An older state of a workspace is brought back by putting a backup, with one more entry, in the place of
/// everything in the file. The entry says up to where the backup goes and which entries are no longer there,
/// so that others who have seen those know that nobody has rolled the file back behind their backs.
namespace milepost::restoring {

/// The last entry of a history that is no longer in the file.
struct Abandoned
{
    qint64 seq = 0;
    QByteArray hash = {};
};

/// A backup that has been copied to this machine and found sound.
struct Prepared
{
    QString path = {}; ///< of the copy, for putInPlace() and then to be discarded
    qint64 at = 0;     ///< when the backup was made, UTC milliseconds
    BackupContent content = {};
};

/// Copies \p backup into \p folder and checks it; nobody has to wait for that. BackupForeign, BackupUnsound,
/// WorkspaceNewer, FileMissing, and what placing::copyFile answers. \p proceed as in verify().
Result<Prepared> prepare(const Backup &backup, const QString &folder, WorkspaceId workspace,
                         const std::function<bool(double)> &proceed);

/// Who restores, and when.
struct Signature
{
    PersonId author = {};
    qint64 at = 0;
    QByteArray writeId = {}; ///< 16 bytes
};

/// Appends the entry to the copy, and puts that in the place of what \p live has, in one transaction. Under a
/// turn of the caller's, so that nothing comes in between the entry and the file. \p known is the last entry
/// that the caller has seen, where the file cannot tell any more.
Result<JournalEntry> putInPlace(const Engine &live, const Prepared &prepared, const Signature &signature,
                                const Abandoned &known);

/// The last entry up to \p most that both have. Each entry holds the hash of the one before: from the first
/// on that differs, all do.
Result<qint64> lastCommon(const Engine &left, const Engine &right, qint64 most);

/// The entry by which a history that went on to \p known was abandoned; nothing if there is none: then the
/// file was rolled back.
Result<std::optional<JournalEntry>> restoreAfter(const Engine &engine, const Abandoned &known);

} // namespace milepost::restoring
