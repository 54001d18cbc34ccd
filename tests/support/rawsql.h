// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/printing.h"

#include <sqlite3.h>

namespace milepost::tests {

/// A workspace file as the sqlite3 shell opens it: without any of the program's own guards.
class RawSql
{
public:
    explicit RawSql(const QString &path)
    {
        REQUIRE(sqlite3_open(path.toUtf8().constData(), &m_database) == SQLITE_OK);
        REQUIRE(run("PRAGMA synchronous=OFF"));
    }
    ~RawSql() { sqlite3_close(m_database); }
    RawSql(const RawSql &) = delete;
    RawSql &operator=(const RawSql &) = delete;

    /// True if SQLite took it and, for a change, if a row was changed.
    bool run(const QByteArray &sql)
    {
        return sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    int changes() const { return sqlite3_changes(m_database); }

    /// All rows of an answer, as texts.
    QList<QByteArrayList> rows(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK);
        QList<QByteArrayList> rows;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            QByteArrayList row;
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                row << QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, i)),
                                  sqlite3_column_bytes(statement, i));
            rows << row;
        }
        sqlite3_finalize(statement);
        return rows;
    }
    QByteArray value(const QByteArray &sql) { return rows(sql).value(0).value(0); }

private:
    sqlite3 *m_database = nullptr;
};

} // namespace milepost::tests
