// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/storage/locks/peerfile.h"
#include "core/storage/statement.h"
#include "core/storage/statementcache.h"

#include <chrono>
#include <memory>

class QSqlDatabase;

namespace milepost {

/// One connection to a workspace file, and all that is particular to SQLite about it: opening, beginning a
/// write, learning of others' changes, backup. Belongs to the thread that opened it.
class Engine
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    /// Where the file lies: as the system says, or on a share in any case, for tests.
    enum class Place { Found, Share };

    /// Opens an existing database with the settings that every Milepost uses (DESIGN.md, section 3), none of
    /// which writes to it: it may be somebody else's.
    /// FileMissing, FileIsDirectory, FileEmpty, FileUnreadable, NotAWorkspace, WorkspaceDamaged (shorter than
    /// its own page count). It does not look at the schema.
    static Result<std::unique_ptr<Engine>> open(const QString &path, Mode mode = Mode::ReadWrite,
                                                Place place = Place::Found);
    /// Makes a new, empty database. FileExists, FileUnwritable, DiskFull.
    static Result<std::unique_ptr<Engine>> create(const QString &path);
    /// A database in memory, to compare a file's schema with.
    static Result<std::unique_ptr<Engine>> inMemory();
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    const QString &path() const { return m_path; }
    /// Whether the path still names this file: it may have been replaced or removed. Does not open it.
    bool isInPlace() const;
    /// How long a lock of another's is waited for.
    void setPatience(std::chrono::milliseconds patience);
    bool isReadOnly() const { return m_mode == Mode::ReadOnly; }
    /// The schema that the file had when a transaction was last begun: which columns there are. Another
    /// program may have taken it further since, but never back.
    int schemaVersion() const { return m_schemaVersion; }
    /// Reads it anew: after it was changed in the transaction at hand.
    Done readSchemaVersion() const;

    Statement prepare(const QByteArray &sql) const { return {m_handle, sql, m_idle, m_path}; }
    /// Runs one statement that gives no rows.
    Done exec(const QString &sql) const;
    /// The first column of the first row, or 0.
    Result<qint64> number(const QString &sql) const;

    Done beginRead() const;
    /// Waits for the turn to write, then BEGIN IMMEDIATE, so that whoever writes has read nothing stale.
    /// Where there are no turns, or somebody does not end theirs, SQLite's own lock decides.
    /// WorkspaceReplaced: the path names another file by now, or none.
    Done beginWrite() const;
    Done commit() const;
    void rollback() const;
    /// Keeps the turn to write, without writing, while it lives: whoever wants to write meanwhile stands in
    /// the queue, and not before a lock.
    class Turn
    {
    public:
        explicit Turn(const Engine &engine);
        ~Turn();
        Q_DISABLE_COPY_MOVE(Turn)

    private:
        const Engine &m_engine;
        bool m_isOwn; ///< else it is that of a write under way, which ends it
    };
    /// Who this is, to those who wait for its turns to end.
    void introduce(const Peer &self) { m_self = self; }
    /// Tells the others that this one is still there, and who else is. Nothing: there is no telling here.
    std::optional<QList<Peer>> meet() const;
    /// What meeting them has told of the clock of the folder's keeper.
    const std::optional<ClockSample> &clock() const { return m_peers.clock(); }
    /// Whether the others' answers fit: nobody has written over what this one said.
    bool isHeard() const;
    /// After a write that failed: leaves the file as it was before, with nothing beside it. An error: this
    /// connection cannot, but a new one may.
    Done recover() const;
    /// Puts everything written so far on the disk, after a time with synchronous=OFF.
    Done syncFile() const;

    /// Takes a workspace that another tool has put into WAL mode back to the rollback journal, the only one
    /// that survives a shared folder.
    Done leaveWal() const;

    /// Changes whenever another connection has committed.
    Result<qint64> dataVersion() const { return number(QStringLiteral("PRAGMA data_version")); }
    /// Writes a compact copy to \p path, which must not exist, as it comes: neither checked nor synced.
    Done writeCopy(const QString &path) const;
    /// Writes the bytes of the file to \p path, which must not exist, as they are, however damaged. Under a
    /// turn nobody changes them meanwhile. FileUnwritable, DiskFull (\p path), FileUnreadable.
    Done writeBytes(const QString &path) const;
    /// Puts the content of \p source in the place of this file's, in one transaction and without another file
    /// at this path: others who have it open see it as a commit. WorkspaceReplaced.
    Done overwriteWith(const Engine &source) const;
    /// What SQLite's own check of the file's structure finds, of every index against its table too, one line
    /// each: the first hundred. WorkspaceDamaged if it cannot even look.
    Result<QStringList> structuralFaults() const;
    /// Whether another tool has put the file into WAL mode.
    Result<bool> isWal() const;

private:
    Engine(QString path, Mode mode);
    static Result<std::unique_ptr<Engine>> connect(const QString &path, Mode mode, const QString &uriMode);
    static int waitForLock(void *engine, int attempt);
    Done readCommittedSchemaVersion() const;
    void takeTurn() const;
    void endTurn() const;
    PeerFile &peers() const;
    Done configure();
    Done checkLength() const;

    QString m_path;
    QString m_connection;
    Mode m_mode;
    sqlite3 *m_handle = nullptr;
    std::chrono::milliseconds m_patience;
    std::chrono::steady_clock::time_point m_waitingSince;
    bool m_hasTurns = false; ///< a file that is being made needs none
    mutable bool m_isInTurn = false;
    mutable bool m_hasMachine = false;
    mutable int m_schemaVersion = 0;
    mutable int m_committedSchemaVersion = 0;
    mutable PeerFile m_peers;
    mutable Peer m_self;
    mutable StatementCache m_idle;
};

} // namespace milepost
