// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backup.h"
#include "core/domain/finding.h"
#include "core/domain/id.h"
#include "core/domain/result.h"

#include <QFileDevice>

#include <functional>

namespace milepost {

class Engine;

/// Where the backups of a workspace lie.
struct BackupFolders
{
    QString workspace = {}; ///< its path
    QString here = {};      ///< this machine's own folder for it; "" where there is none

    /// The folder beside the workspace, which everybody who has it uses.
    QString beside() const { return workspace + QStringLiteral("-backups"); }
    static BackupFolders of(const QString &workspace, const QString &profileFolder, WorkspaceId id);
};

/// The backups of one workspace, in two folders. The name of each says when it was made, at which entry and
/// why. A backup is first written here, where it costs the others least, verified, and then copied beside the
/// file; what does not verify is never kept as good, and never makes a good one go.
class BackupStore
{
public:
    explicit BackupStore(BackupFolders folders) : m_folders(std::move(folders)) {}

    /// Newest first. What is no backup by its name is not listed; copies of one are one.
    QList<Backup> all() const;

    /// A copy of the file as it was taken, not yet a backup.
    struct Taken
    {
        QString temporary = {};
        Backup backup = {};
        std::optional<Error> failure = {}; ///< of the place where it should have been made
    };
    /// What a taken copy came to.
    struct Kept
    {
        BackupOutcome outcome = {};
        Verification verification = {};
    };

    /// The first half: takes a copy, under the turn to write, on the thread of \p engine. \p now is UTC
    /// milliseconds. WorkspaceUnsound if the file cannot be read to its end; FileUnwritable, DiskFull.
    Result<Taken> take(const Engine &engine, BackupReason reason, qint64 now) const;
    /// The same of a file that cannot be read to its end: its bytes as they are.
    Result<Taken> takeBytes(const Engine &engine, qint64 now) const;
    /// The second half, on any thread: verifies it, puts it in both places, and removes what is superfluous
    /// there. Of a state before restoring that does not verify, what there is is kept for rescue. \p proceed
    /// as in verify(); cancelled, nothing is left.
    Kept keep(Taken taken, qint64 now, const std::function<bool(double)> &proceed = {}) const;
    /// Both at once.
    BackupOutcome make(const Engine &engine, BackupReason reason, qint64 now) const;

    /// Takes over, on this machine, a backup that somebody else has made beside the file, and verifies it as
    /// keep() does. One that does not verify is not taken over.
    Kept fetch(const Backup &beside, qint64 now, const std::function<bool(double)> &proceed = {}) const;
    /// Where what is to be restored can be made ready. FileUnwritable.
    Result<QString> workFolder() const;

private:
    /// One of the two folders.
    struct Place
    {
        QString folder;
        bool isShared;
    };
    QList<Place> places() const;
    Done prepare(const Place &place) const;
    QFileDevice::Permissions permissionsIn(const Place &place) const;
    Result<Taken> takeIn(const Place &place, const std::function<Done(const QString &)> &write,
                         BackupReason reason, qint64 now) const;
    Result<Taken> takeSomewhere(const std::function<Done(const QString &)> &write, BackupReason reason,
                                qint64 now) const;
    Done check(Taken &taken, Verification &verification, const std::function<bool(double)> &proceed) const;
    BackupOutcome spread(const Taken &taken) const;
    Done copyInto(const Place &place, const QString &source, const QString &path) const;
    void prune(qint64 now) const;

    BackupFolders m_folders;
};

/// What a workspace file that nobody writes to is, and up to where it goes.
struct BackupContent
{
    WorkspaceId workspace = {};
    qint64 schema = 0; ///< version
    qint64 seq = 0;
    QByteArray hash = {}; ///< of its last entry
};
/// NotAWorkspace, and what Engine::open answers.
Result<BackupContent> contentOf(const QString &path);

} // namespace milepost
