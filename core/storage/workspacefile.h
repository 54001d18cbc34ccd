// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/conflicts.h"
#include "core/domain/situation.h"
#include "core/storage/engine.h"
#include "core/storage/journal.h"
#include "core/storage/locks/canary.h"
#include "core/storage/locks/preflight.h"
#include "core/storage/schema.h"

#include <QSet>

namespace milepost {

class WriteUnit;

/// An open workspace and the state that it is at: the only place where the file is written. Lives on the
/// database thread; everything it answers is finished when the call returns.
class WorkspaceFile
{
public:
    /// Who writes, and when.
    struct Writer
    {
        PersonId person = {};
        QDate today = {};
        qint64 now = 0; ///< UTC milliseconds
    };
    /// What a write came to.
    struct Written
    {
        ChangeSet change = {}; ///< seq 0: there was nothing to do
        QByteArray hash = {};
    };
    /// A decision, and the KPIs whose measurements it has to see.
    struct Request
    {
        Writer writer = {};
        QByteArray writeId = {}; ///< 16 bytes made by the client: the same request is never written twice
        qint64 firstId = 0;      ///< new records are numbered from here
        std::function<QList<KpiId>(const WorkingSet &)> needs = {};
        Decide decide = {};
        bool dryRun = false; ///< decide and write nothing
        /// The state that its author looked at; null: nothing of it can be overwritten unseen.
        std::shared_ptr<const WorkingSet> seen = {};
        /// Told before the write is refused with Conflict: the fields, and what stands in the file now.
        std::function<void(const QList<Conflict> &, const WorkingSet &)> onConflict = {};
    };

    /// Makes the file at \p path under a temporary name beside it, fills it by \p steps (called until it
    /// answers false), and puts it into place. It has the schema \p version. FileExists; a failure, also of a
    /// step, leaves nothing behind.
    using Step = std::function<Result<bool>(Draft &draft, Writer &writer)>;
    static Done create(const QString &path, const Step &step, int version = schema::kVersion);
    /// The same for a file that is filled in one go, after its tables are made.
    static Done createBy(const QString &path, const std::function<Done(const Engine &)> &fill,
                         int version = schema::kVersion);
    /// A file that is not opened is left as it was. NotAWorkspace, WorkspaceNewer, WorkspaceDamaged, and what
    /// Engine::open answers.
    static Result<std::unique_ptr<WorkspaceFile>> open(const QString &path);
    /// The same where the place has been judged already.
    static Result<std::unique_ptr<WorkspaceFile>> open(const QString &path, const Preflight &place);

    /// Told of each entry that others had committed since.
    using News = std::function<void(const ChangeSet &)>;

    const Engine &engine() const { return *m_engine; }
    const WorkingSet &state() const { return m_state; }
    /// The hash of the entry that the state is at.
    const QByteArray &headHash() const { return m_headHash; }
    bool isWhole() const { return m_isWhole; }

    /// The side bar and one board: enough to paint. An invalid board: the frame alone.
    Done loadStart(BoardId board);
    Done loadStructure();
    Done loadSeries(const QList<KpiId> &kpis);
    Done loadAllSeries();

    /// Takes over what others have committed since, also when somebody has restored a backup: then that entry
    /// comes first, and all is read anew. WorkspaceReplaced if what was seen is gone without such an entry.
    Result<QList<ChangeSet>> catchUp();
    /// Whether another connection has committed since this was asked last, which costs far less to learn.
    Result<bool> hasNews();
    /// Opens the file anew, if it is still this workspace and holds all that was seen of it: after it was
    /// away, or put back as a copy. What open() answers, or WorkspaceReplaced; then everything is as it was.
    Done reconnect();
    /// Tells others who have it open that this one is there, and hears who else is. Nothing where there is no
    /// telling. When locks turn out not to be seen, nothing is written any more: see areLocksSeen().
    std::optional<QList<Peer>> meet();
    /// PlaceUnfit, LocksUnseen, WorkspaceNewer: what forbids this program to write, whatever the system
    /// allows.
    Done checkWritable() const;
    /// What was found of the place of the file when it was opened.
    const Preflight &place() const { return m_place; }
    bool areLocksSeen() const { return !m_canary.isAlarmed(); }
    /// Who did not see them, or was not seen.
    const QString &unseen() const { return m_canary.unseen(); }
    /// Who this is, to the others; what the file knows by itself is filled in.
    void introduce(const Peer &self);
    /// Decides on the rows as they stand under the write lock, and writes. \p news receives what others had
    /// committed before. WorkspaceNewer if the workspace has meanwhile been taken beyond this program;
    /// Conflict if it would overwrite what its author has not seen. Any other error: it is not in the file,
    /// but for WriteUnknown, after which the same request says what became of it.
    Result<Written> write(const Request &request, const News &news = {});
    /// Whether a write of this id stands in the journal.
    Result<bool> holds(const QByteArray &writeId) const;

private:
    explicit WorkspaceFile(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}
    static Done checkHeader(const Engine &engine);
    void introduceConnection();
    Done checkSameHistory(const Engine &engine) const;
    Result<bool> holdsKnown(const Engine &engine) const;
    Result<QList<ChangeSet>> changesAfter(qint64 seq) const;
    Result<QList<ChangeSet>> followRestore();
    Done noteHead();
    Done loadFrame();
    Result<QList<ChangeSet>> catchUpInside();
    static Written nothingOf(const Draft &draft, const Request &request);
    static Done follow(const Result<QList<ChangeSet>> &others, const News &news);
    bool isWritableNow();
    Result<Written> settle(const Request &request, const Error &error, const News &news);
    Result<Written> rehearse(const Request &request, const News &news);
    Result<Written> perform(const Request &request, const News &news);
    Result<Written> commit(WriteUnit &unit, Draft &draft, const Request &request);
    Result<Draft> decide(const Request &request);
    Done checkConflicts(const Request &request, const Draft &draft) const;
    Result<QString> authorOf(qint64 seq) const;
    void noteOwn(const Edits &edits, qint64 seq);
    Done reload();
    /// Reads the measurements that the boards looked at have come to need: of KPIs that are new on them.
    Done loadShownSeries(WorkingSet &state) const;
    Result<std::optional<Written>> findWritten(const QByteArray &writeId) const;

    std::unique_ptr<Engine> m_engine;
    Peer m_self;
    Canary m_canary;
    Preflight m_place;
    qint64 m_dataVersion = -1;
    bool m_hasTriedToCommit = false; ///< by the write at hand: it may be in the file whatever was answered
    QByteArray m_headHash;           ///< of the entry that the state is at
    WorkingSet m_state;
    /// A write of this connection, and what it was built on: to its author that is no news.
    struct Own
    {
        qint64 seq = 0;
        Edits edits = {};
        WorkingSet before = {};
    };
    QList<Own> m_own;            ///< the latest ones
    QSet<BoardId> m_shown;       ///< boards whose measurements are kept up
    bool m_hasAllSeries = false; ///< those of all KPIs are
    bool m_hasFollowedRestore = false;
    bool m_isWhole = false; ///< the whole structure is loaded, not just a board
};

} // namespace milepost
