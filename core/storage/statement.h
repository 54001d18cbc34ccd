// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cell.h"
#include "core/domain/result.h"

#include <QByteArrayView>

struct sqlite3;
struct sqlite3_stmt;

namespace milepost {

class StatementCache;

/// One prepared statement over SQLite's C interface, which the row traffic needs (a QSqlQuery costs four
/// times as much a row). Errors stick: after a loop, ask status(). Values handed to bindText and bindBytes
/// must live until the next reset().
class Statement
{
public:
    Statement() = default;
    /// Taken from \p cache if it is there, and given back at the end. The cache lives longer than the
    /// statement. Its errors name the file \p path.
    Statement(sqlite3 *database, const QByteArray &sql, StatementCache &cache, const QString &path);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    // Parameters count from 1.
    void bind(int index, qint64 value);
    void bind(int index, double value);
    void bindText(int index, QByteArrayView utf8);
    void bindBytes(int index, QByteArrayView bytes);
    void bindNull(int index);
    void bind(int index, const Cell &cell);

    /// Steps to the next row. False at the end and after an error. Ends a read by itself when it answers
    /// false.
    bool next();
    /// Runs a statement that gives no rows, and makes it ready to run again.
    bool run();
    void reset();

    // Columns count from 0; of the current row.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QByteArray bytes(int column) const; ///< of text or blob, copied
    Cell cell(int column) const;

    Done status() const;

private:
    void noteResult(int code);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    StatementCache *m_cache = nullptr;
    QByteArray m_sql;
    QString m_path;
    int m_failure = 0;
    QString m_message;
};

/// Whether the system refuses with \p reason (an errno) because a disk, a quota or a limit is full.
bool isWantOfRoom(int reason);

/// The error that SQLite's result \p code stands for in the file \p path, with its own words for the log.
Error storageError(int code, const QString &path, const QString &message);

} // namespace milepost
