// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/storage/statement.h"
#include "core/storage/statementcache.h"

#include <memory>

class QSqlDatabase;

namespace milepost {

/// One connection to a workspace file, and all that is particular to SQLite about it: opening, beginning a
/// write, learning of others' changes, backup. Belongs to the thread that opened it.
class Engine
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens an existing database with the settings that every Milepost uses (DESIGN.md, section 3), none of
    /// which writes to it: it may be somebody else's.
    /// FileMissing, FileIsDirectory, FileEmpty, FileUnreadable, NotAWorkspace, WorkspaceDamaged (shorter than
    /// its own page count). It does not look at the schema.
    static Result<std::unique_ptr<Engine>> open(const QString &path, Mode mode = Mode::ReadWrite);
    /// Makes a new, empty database. FileExists, FileUnwritable.
    static Result<std::unique_ptr<Engine>> create(const QString &path);
    /// A database in memory, to compare a file's schema with.
    static Result<std::unique_ptr<Engine>> inMemory();
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    const QString &path() const { return m_path; }
    bool isReadOnly() const { return m_mode == Mode::ReadOnly; }

    Statement prepare(const QByteArray &sql) const { return {m_handle, sql, m_idle, m_path}; }
    /// Runs one statement that gives no rows.
    Done exec(const QString &sql) const;
    /// The first column of the first row, or 0.
    Result<qint64> number(const QString &sql) const;

    Done beginRead() const;
    /// BEGIN IMMEDIATE, so that whoever writes has read nothing stale. The queue for turns will stand before
    /// it.
    Done beginWrite() const;
    Done commit() const;
    void rollback() const;
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
    /// What SQLite's own check of the file's structure finds, one line each: the first few. WorkspaceDamaged
    /// if it cannot even look.
    Result<QStringList> structuralFaults() const;
    /// Whether another tool has put the file into WAL mode.
    Result<bool> isWal() const;

private:
    Engine(QString path, Mode mode);
    static Result<std::unique_ptr<Engine>> connect(const QString &path, Mode mode, const QString &uriMode);
    Done configure() const;
    Done checkLength() const;

    QString m_path;
    QString m_connection;
    Mode m_mode;
    sqlite3 *m_handle = nullptr;
    mutable StatementCache m_idle;
};

} // namespace milepost
