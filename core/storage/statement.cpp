// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/statement.h"

#include "core/storage/statementcache.h"

#include <cerrno>
#include <sqlite3.h>
#include <utility>

namespace milepost {
namespace {

// SQLite itself notices a full disk only where it writes to it: neither a quota or a limit on the size of
// files, nor a disk without room for another name. The system's reason is there unless SQLite has already
// taken the transaction back.
bool isOutOfRoom(sqlite3 *database, int code)
{
    const bool mayBe = code == SQLITE_IOERR_WRITE || (code & 0xff) == SQLITE_CANTOPEN;
    return mayBe && isWantOfRoom(sqlite3_system_errno(database));
}

} // namespace

bool isWantOfRoom(int reason)
{
    return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

Error storageError(int code, const QString &path, const QString &message)
{
    const QString detail = QString::number(code) + u": " + message;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {Error::Code::DiskFull, {path}, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Code::WorkspaceLocked, {path}, detail};
    case SQLITE_READONLY:
        return {Error::Code::FileUnwritable, {path, message}, detail};
    case SQLITE_NOTADB:
        return {Error::Code::NotAWorkspace, {path}, detail};
    case SQLITE_CORRUPT:
        return {Error::Code::WorkspaceDamaged, {path, message}, detail};
    default:
        return {Error::Code::StorageFailed, {path, message}, detail};
    }
}

// NOLINTNEXTLINE(modernize-pass-by-value): the copy is shared, and there is always one
Statement::Statement(sqlite3 *database, const QByteArray &sql, StatementCache &cache, const QString &path)
    : m_database(database)
    , m_statement(cache.take(sql))
    , m_cache(&cache)
    , m_sql(sql)
    , m_path(path)
{
    if (!m_statement)
        noteResult(sqlite3_prepare_v2(database, sql.constData(), static_cast<int>(sql.size()), &m_statement,
                                      nullptr));
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_cache(other.m_cache)
    , m_sql(std::move(other.m_sql))
    , m_path(std::move(other.m_path))
    , m_failure(other.m_failure)
    , m_message(std::move(other.m_message))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_cache, other.m_cache);
    std::swap(m_sql, other.m_sql);
    std::swap(m_path, other.m_path);
    std::swap(m_failure, other.m_failure);
    std::swap(m_message, other.m_message);
    return *this;
}

Statement::~Statement()
{
    if (m_statement && m_failure == 0)
        m_cache->keep(m_sql, m_statement);
    else
        sqlite3_finalize(m_statement);
}

void Statement::bind(int index, qint64 value)
{
    noteResult(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, double value)
{
    noteResult(sqlite3_bind_double(m_statement, index, value));
}

void Statement::bindText(int index, QByteArrayView utf8)
{
    // SQLite takes a null pointer for NULL, and an empty view may have one.
    const char *data = utf8.isEmpty() ? "" : utf8.data();
    noteResult(sqlite3_bind_text64(m_statement, index, data, static_cast<sqlite3_uint64>(utf8.size()),
                                   SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindBytes(int index, QByteArrayView bytes)
{
    const char *data = bytes.isEmpty() ? "" : bytes.data();
    noteResult(sqlite3_bind_blob64(m_statement, index, data, static_cast<sqlite3_uint64>(bytes.size()),
                                   SQLITE_STATIC));
}

void Statement::bindNull(int index)
{
    noteResult(sqlite3_bind_null(m_statement, index));
}

void Statement::bind(int index, const Cell &cell)
{
    switch (cell.index()) {
    case 1:
        return bind(index, std::get<qint64>(cell));
    case 2:
        return bind(index, std::get<double>(cell));
    case 3:
        return bindText(index, std::get<Text>(cell).utf8);
    case 4:
        return bindBytes(index, std::get<QByteArray>(cell));
    default:
        return bindNull(index);
    }
}

bool Statement::next()
{
    if (m_failure != 0)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        noteResult(code);
    sqlite3_reset(m_statement);
    return false;
}

bool Statement::run()
{
    while (next()) {
    }
    return m_failure == 0;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

Cell Statement::cell(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return qint64{sqlite3_column_int64(m_statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, column);
    case SQLITE_TEXT:
        return Text{bytes(column)};
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

Done Statement::status() const
{
    return m_failure == 0 ? Done() : Done(storageError(m_failure, m_path, m_message));
}

void Statement::noteResult(int code)
{
    if (code == SQLITE_OK || m_failure != 0)
        return;
    m_failure = isOutOfRoom(m_database, code) ? SQLITE_FULL : code;
    m_message = QString::fromUtf8(sqlite3_errmsg(m_database));
}

} // namespace milepost
