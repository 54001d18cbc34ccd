// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backup.h"
#include "core/domain/finding.h"
#include "core/domain/workingset.h"
#include "core/services/backuploss.h"
#include "core/services/databasethread.h"
#include "core/services/profile.h"

#include <QElapsedTimer>

#include <atomic>

namespace milepost {

class BackupStore;
class WorkspaceFile;
struct Receipt;
namespace restoring {
struct Prepared;
}

/// What the last check of the whole workspace on this machine came to.
struct IntegrityNote
{
    qint64 at = 0; ///< UTC milliseconds
    qsizetype findings = 0;
    friend bool operator==(const IntegrityNote &, const IntegrityNote &) = default;
};

/// Sees to it that an open workspace has backups: by itself once a day and before changes of very many rows,
/// and when asked. Each is verified, off the file and off the database thread, which is also the daily check
/// of the workspace. Restores them.
class BackupCare final : public QObject
{
    Q_OBJECT
public:
    /// From how many rows on a change has a backup made before it.
    static constexpr qint64 kBulkRows = 1000;

    using Progress = std::function<bool(double)>;
    /// What it needs of the session that it belongs to. The functions are called on the database thread.
    struct Door
    {
        DatabaseThread &thread;
        std::function<WorkspaceFile *()> file;              ///< null: nothing is open
        std::function<void(const QList<ChangeSet> &)> tell; ///< the window's state follows the file's
    };
    /// Who asks, at which workspace, and when.
    struct Asker
    {
        QString path = {};
        WorkspaceId workspace = {};
        PersonId person = {};
        qint64 now = 0;
    };

    BackupCare(Profile &profile, Door door, std::function<Asker()> asker, QObject *parent = nullptr);
    ~BackupCare() override;
    Q_DISABLE_COPY_MOVE(BackupCare)

    /// Newest first.
    QFuture<QList<Backup>> list();
    /// Makes one now. VisitorWrites.
    QFuture<BackupOutcome> make(const Progress &progress = {});
    /// What restoring \p backup would change. NotConnected, and what opening it answers.
    QFuture<Result<BackupLoss>> lossOf(const Backup &backup);
    /// Puts a backup in the place of all that is in the workspace, after a backup of that. For someone who
    /// has joined and sees every board. It cannot be undone, but that backup can be restored. VisitorWrites,
    /// NotSeenWhole, BackupForeign, BackupUnsound, WorkspaceNewer, FileMissing, DiskFull, FileUnwritable.
    QFuture<Result<Receipt>> restore(const Backup &backup, const Progress &progress = {});
    /// Nothing: it has not been checked yet.
    std::optional<IntegrityNote> lastCheck() const;
    /// How long after the opening the daily backup is left alone; for tests.
    void setDelay(std::chrono::milliseconds delay) { m_delayMs = delay.count(); }

    // On the database thread.
    /// A workspace has just been opened.
    void begin();
    /// Makes the daily backup, if it is due.
    void look(const Asker &asker);
    /// Makes a backup before \p rows rows are written, if there are many and something has come since the
    /// last one. The error does not keep anybody from writing.
    std::optional<Error> beforeBulk(qint64 rows, const Asker &asker);
    /// Makes one before a step of the schema, and verifies it: it is the way back. Without it the step is not
    /// to be taken. WorkspaceUnsound; FileUnwritable, DiskFull if it can be kept nowhere.
    Done beforeMigration(const Asker &asker);

Q_SIGNALS:
    /// One was made, or could not be made, in one place or in both.
    void made(const milepost::BackupOutcome &outcome);
    /// The workspace has been checked.
    void checked(const milepost::Verification &verification);
    /// It is at work on a copy, by itself; \p share is done (0 to 1).
    void working(double share);

private:
    BackupStore storeFor(const Asker &asker) const;
    bool isDue(const WorkspaceFile &file, const Asker &asker);
    bool isBackedUp(const WorkspaceFile &file, const Asker &asker);
    void makeDaily(const WorkspaceFile &file, const Asker &asker);
    Done checkMayRestore(WorkspaceFile &file, const Asker &asker) const;
    Result<Receipt> replaceBy(const restoring::Prepared &prepared, const Asker &asker);
    /// The background's progress: \p progress's, until it is told to end.
    Progress untilEnd(const Progress &progress);
    void tell(const Asker &asker, const BackupOutcome &outcome, const std::optional<Verification> &found);

    Profile &m_profile;
    Door m_door;
    std::function<Asker()> m_asker;
    std::atomic<qint64> m_delayMs;
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_isAtWork = false;
    QElapsedTimer m_sinceBegin; ///< this and the next two on the database thread alone
    QDate m_triedOn;
    qint64 m_backedUpTo = 0;     ///< the entry up to which this machine's last backup goes, if that is known
    DatabaseThread m_background; ///< last, so that it ends first
};

} // namespace milepost
