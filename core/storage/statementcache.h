// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

struct sqlite3_stmt;

namespace milepost {

/// Prepared statements that nobody uses at the moment, by their text. A small write takes longer to prepare
/// its statements than to run them, so those that are done with are kept.
class StatementCache
{
public:
    StatementCache() = default;
    StatementCache(const StatementCache &) = delete;
    StatementCache &operator=(const StatementCache &) = delete;
    ~StatementCache() { clear(); }

    /// A statement with this text, now the caller's; null if there is none.
    sqlite3_stmt *take(const QByteArray &sql) { return m_idle.take(sql); }
    /// Takes over a statement, which has not failed.
    void keep(const QByteArray &sql, sqlite3_stmt *statement);
    /// Before the connection is closed.
    void clear();

private:
    QHash<QByteArray, sqlite3_stmt *> m_idle;
};

} // namespace milepost
