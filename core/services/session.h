// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/importing.h"
#include "core/domain/acts/upgrading.h"
#include "core/domain/clockfault.h"
#include "core/domain/condition.h"
#include "core/domain/demo/democompany.h"
#include "core/domain/finding.h"
#include "core/domain/keptwrite.h"
#include "core/domain/peer.h"
#include "core/domain/rawrow.h"
#include "core/domain/result.h"
#include "core/domain/situation.h"
#include "core/domain/standoff.h"
#include "core/services/history.h"
#include "core/services/profile.h"
#include "core/services/thingchange.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace milepost {

class BackupCare;

/// What a decision needs besides the state, when it is submitted.
struct Intent
{
    Decide decide = {};
    /// The KPIs whose measurements the decision has to see, given the state.
    std::function<QList<KpiId>(const WorkingSet &)> needs = {};
    /// How many new ids it may use at most.
    qint64 ids = 4096;
    /// Decide, and write nothing: for previews.
    bool dryRun = false;
    /// Too large to be decided on at once, and to be kept: after a crash it is not sent again.
    bool isBulk = false;
    /// 16 bytes; the same is never written twice. Empty: a new one.
    QByteArray writeId = {};
    /// About how many rows it will change, if they are many: before very many a backup is made.
    qint64 rows = 0;
};

/// What a submitted decision came to.
struct Receipt
{
    ChangeSet change = {};              ///< seq 0: nothing had to be done
    QByteArray hash = {};               ///< of the journal entry
    QString about = {};                 ///< the name of what it was about, also if that is gone now
    std::optional<Error> noBackup = {}; ///< why none was made before a change of very many rows
    bool isWritten() const { return change.seq > 0; }
};

/// What the next undo or redo would take back or do again.
struct UndoStep
{
    qint64 seq = 0; ///< of the act; 0: there is none
    Act act = Act::Edit;
    QVariantMap values = {};
    QString about = {}; ///< the name of what it was about, also if that is no longer there
};

/// Asked now and then with the share done (0 to 1), on another thread; false cancels.
using Progress = std::function<bool(double)>;

struct SessionOptions
{
    QString profile = {};            ///< folder; "" for the usual one
    std::optional<QDate> today = {}; ///< pretend that it is noon of this day
};

/// One open workspace, for one person: the door to everything that can be done with it. The state is held in
/// memory and read synchronously; every write is asynchronous, goes through the database thread and comes
/// back as a change. Nothing here ever blocks the thread that calls it (except wait()).
class Session final : public QObject
{
    Q_OBJECT
public:
    using Options = SessionOptions;
    /// How much is read before open() is done.
    enum class Read {
        Frame,     ///< people, teams, cycles, the list of boards
        Board,     ///< that, and the board that was last shown (or the first)
        Structure, ///< everything but measurements
        Everything,
    };

    explicit Session(const Options &options = {}, QObject *parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    /// Makes a workspace with its founder, whom the profile then is in it; if the profile cannot keep that,
    /// there is no workspace. It is not opened.
    QFuture<Done> create(const QString &path, const QString &name, const QString &person);
    QFuture<Done> createDemo(const QString &path, const DemoSize &size, const Progress &progress = {});
    QFuture<Done> open(const QString &path, Read read);
    void close();

    bool isOpen() const;
    QString path() const;
    const WorkingSet &state() const;
    Profile &profile() { return m_profile; }
    /// The person of this profile; invalid for a visitor.
    PersonId me() const;
    /// The first board to show: the one shown last, else the first that this person may see and that is not
    /// archived. Read::Board reads it.
    BoardId startBoard() const;
    /// Today in the workspace's time zone, or the day pretended.
    QDate today() const;
    qint64 now() const;
    /// The last millisecond of a day in the workspace's time zone.
    qint64 endOf(QDate day) const;

    QFuture<Done> loadBoard(BoardId board);
    QFuture<Done> loadStructure();
    QFuture<Done> loadSeries(const QList<KpiId> &kpis);
    QFuture<Done> loadEverything();

    /// Decides on the state at hand, keeps that on this machine's disk, decides again under the write lock,
    /// and writes. Refusals come back as errors; FileUnwritable or DiskFull also if it cannot be kept.
    /// A conflict (Conflict) is told by conflicted() as well.
    QFuture<Result<Receipt>> submit(Intent intent);
    /// Does what was refused as a conflict all the same, now that both versions have been seen: it is decided
    /// on what is there now. NothingChanges if \p id is none that waits for it.
    QFuture<Result<Receipt>> insist(const QByteArray &id);
    /// Leaves what is there as it is.
    void yield(const QByteArray &id);
    /// True: somebody begins to edit. Until they leave off, what they submit was decided on the state as it
    /// is now, although others' changes go on arriving: it is a conflict to overwrite those.
    void setEditing(bool isEditing);
    /// How many writes are on their way.
    int pending() const;

    QFuture<Result<Receipt>> undo();
    QFuture<Result<Receipt>> redo();
    /// Takes back an entry by its number, or does again what it undid: an older act of one's own, or, for
    /// editors, what another did on their board. TouchedSince if something else has come in between.
    QFuture<Result<Receipt>> takeBack(qint64 seq);
    QFuture<Result<UndoStep>> nextUndo();
    QFuture<Result<UndoStep>> nextRedo();

    /// Compares a batch with the workspace; writes nothing. The summary is there also when rows are refused.
    QFuture<Result<ImportSummary>> previewImport(const std::shared_ptr<const ImportBatch> &batch);
    struct Imported
    {
        Receipt receipt = {};
        ImportSummary summary = {};
        std::optional<Error> refused = {}; ///< nothing was written, because of this
    };
    QFuture<Result<Imported>> import(const std::shared_ptr<const ImportBatch> &batch, bool skipRefused,
                                     const Progress &progress = {});

    /// Becomes a person of the workspace: this profile is then one of their machines.
    QFuture<Result<Receipt>> join(PersonId person);

    /// The next step of the file's schema, if this person can take one, and whom it would leave behind.
    SchemaOffer upgradeNeeded() const;
    /// Takes that step, after a backup. Nobody is asked: in a workspace of several that is for a person to
    /// decide; where one works alone it happens by itself at opening. What keeps a backup or a write from
    /// being made; then the file is as it was.
    QFuture<Result<Receipt>> upgrade();

    QFuture<Result<History>> history(KpiId kpi);
    QFuture<Result<History>> history(KeyResultId keyResult, MilestonePartId part = {});
    /// The entries that touched an objective, key result, part or KPI or what hangs on it, newest first:
    /// those before entry \p before (0: from the newest), at most \p most.
    QFuture<Result<QList<ThingChange>>> changesOf(qint64 thing, qint64 before = 0, qsizetype most = 20);
    /// Entries after \p since that this person may know of, oldest first.
    QFuture<Result<QList<LogEntry>>> log(qint64 since);
    /// The workspace as it stood at the end of a day.
    QFuture<Result<WorkingSet>> stateOn(QDate day);

    QFuture<Result<Verification>> verify(const Progress &progress = {});
    /// The same for a file that may be too damaged to be opened. NotAWorkspace.
    QFuture<Result<Verification>> verifyFile(const QString &path, const Progress &progress = {});
    /// The same with all that SQLite can check by itself.
    QFuture<Result<Verification>> checkFile(const QString &path, const Progress &progress = {});
    /// A compact copy that verifies. For someone who sees every board. NotSeenWhole, WorkspaceUnsound,
    /// FileExists, FileUnwritable, DiskFull.
    QFuture<Done> copyTo(const QString &path);
    /// Every row of every table, for an export; \p take answers false to stop. For someone who sees every
    /// board. NotSeenWhole, WorkspaceUnsound.
    QFuture<Done> readRaw(const std::function<bool(const RawRow &)> &take);
    /// Makes a workspace of such rows; \p next answers nothing at the end. It must verify, else nothing is
    /// left.
    QFuture<Done> restore(const QString &path, const std::function<Result<std::optional<RawRow>>()> &next);

    /// The backups of the workspace that is open.
    BackupCare &backups();

    /// Looks from time to time for others' commits, for who else is there, and whether the file is.
    void setLive(bool live);
    /// Looks once, now.
    QFuture<Done> lookNow();
    /// How the file is to be had, and who has it open; known while the session is live.
    const Condition &condition() const;
    const QList<Peer> &peers() const;
    /// What is wrong with the clock of this computer; known while the session is live.
    const ClockFault &clockFault() const;

    /// Blocks until the answer is there and the state includes it. For programs without an event loop.
    template<class Answer>
    Answer wait(QFuture<Answer> future)
    {
        future.waitForFinished();
        deliver();
        return future.takeResult();
    }

Q_SIGNALS:
    void opened();
    void closed();
    /// More of the workspace has arrived, or much changed at once: what is shown should be read anew.
    void reloaded();
    /// An entry was committed, by this session or another.
    void changed(const milepost::ChangeSet &change);
    void pendingChanged(int count);
    void conditionChanged(const milepost::Condition &condition);
    /// Who has the workspace open has changed.
    void peersChanged();
    void clockFaultChanged(const milepost::ClockFault &fault);
    /// A write was refused, because it would overwrite what its author had not seen: insist() or yield().
    void conflicted(const milepost::Standoff &standoff);
    /// It is known at last what became of writes of which it was not: the file was gone (WriteUnknown), or an
    /// earlier run ended before it was told.
    void settled(const QList<milepost::Settlement> &settlements);
    /// A write has waited for more than a second; \p person has the turn, or "" if that is not known.
    void waiting(const QString &person, int seconds);

private:
    class Private;
    void deliver();

    Profile m_profile;
    std::unique_ptr<Private> d;
};

} // namespace milepost
