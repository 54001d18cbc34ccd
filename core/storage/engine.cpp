// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/engine.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

constexpr int kBusyMilliseconds = 15000;
constexpr int kCacheKilobytes = 8 * 1024;

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"milepost-"_s + QString::number(++count);
}

QString uriOf(const QString &path, const QString &mode)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return u"file:"_s + QString::fromLatin1(encoded) + u"?mode=" + mode;
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

Done checkBeforeOpening(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Error{Error::Code::FileIsDirectory, {path}};
    if (!info.exists())
        return Error{Error::Code::FileMissing, {path}};
    if (info.size() == 0)
        return Error{Error::Code::FileEmpty, {path}};
    if (!info.isReadable())
        return Error{Error::Code::FileUnreadable, {path, u"permission denied"_s}};
    return {};
}

} // namespace

Engine::Engine(QString path, Mode mode)
    : m_path(std::move(path))
    , m_connection(nextConnectionName())
    , m_mode(mode)
{
}

Engine::~Engine()
{
    m_idle.clear();
    {
        QSqlDatabase database = QSqlDatabase::database(m_connection, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Engine>> Engine::connect(const QString &path, Mode mode, const QString &uriMode)
{
    std::unique_ptr<Engine> engine(new Engine(path, mode));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, engine->m_connection);
    database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT="_s +
                               QString::number(kBusyMilliseconds) +
                               (mode == Mode::ReadOnly ? u";QSQLITE_OPEN_READONLY"_s : QString()));
    database.setDatabaseName(uriOf(path, uriMode));
    if (!database.open())
        return Error{Error::Code::FileUnreadable, {path, database.lastError().databaseText()}};
    engine->m_handle = handleOf(database);
    if (const Done done = engine->configure(); !done)
        return done.error();
    return engine;
}

Result<std::unique_ptr<Engine>> Engine::open(const QString &path, Mode mode)
{
    if (const Done done = checkBeforeOpening(path); !done)
        return done.error();
    if (mode == Mode::ReadWrite && !QFileInfo(path).isWritable())
        mode = Mode::ReadOnly;
    Result<std::unique_ptr<Engine>> engine = connect(path, mode, mode == Mode::ReadOnly ? u"ro"_s : u"rw"_s);
    if (!engine)
        return engine;
    if (const Done done = (*engine)->checkLength(); !done)
        return done.error();
    return engine;
}

Result<std::unique_ptr<Engine>> Engine::create(const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{Error::Code::FileExists, {path}};
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable())
        return Error{Error::Code::FileUnwritable,
                     {path, folder.isDir() ? u"permission denied"_s : u"there is no such folder"_s}};
    return connect(path, Mode::ReadWrite, u"rwc"_s);
}

Result<std::unique_ptr<Engine>> Engine::inMemory()
{
    return connect(u"milepost-scratch"_s, Mode::ReadWrite, u"memory"_s);
}

Done Engine::configure() const
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM INTO needs one
    const QStringList pragmas = {
        u"PRAGMA synchronous=EXTRA"_s, u"PRAGMA foreign_keys=ON"_s,
        u"PRAGMA mmap_size=0"_s,       u"PRAGMA cell_size_check=ON"_s,
        u"PRAGMA secure_delete=ON"_s,  u"PRAGMA cache_size=-"_s + QString::number(kCacheKilobytes)};
    for (const QString &pragma : pragmas) {
        Statement statement = prepare(pragma.toLatin1());
        if (statement.run())
            continue;
        // There is nothing wrong with the pragmas: it is the schema, which they read first.
        Error error = statement.status().error();
        if (sqlite3_errcode(m_handle) == SQLITE_ERROR)
            error.code = Error::Code::WorkspaceDamaged;
        return error;
    }
    return {};
}

Done Engine::leaveWal() const
{
    return isReadOnly() ? Done() : exec(u"PRAGMA journal_mode=DELETE"_s);
}

Done Engine::checkLength() const
{
    const Result<qint64> pages = number(u"PRAGMA page_count"_s);
    if (!pages)
        return pages.error();
    const Result<qint64> pageSize = number(u"PRAGMA page_size"_s);
    if (!pageSize)
        return pageSize.error();
    if (QFileInfo(m_path).size() < *pages * *pageSize)
        return Error{Error::Code::WorkspaceDamaged, {m_path, u"the file is cut short"_s}};
    return {};
}

Done Engine::exec(const QString &sql) const
{
    Statement statement = prepare(sql.toUtf8());
    statement.run();
    return statement.status();
}

Result<qint64> Engine::number(const QString &sql) const
{
    Statement statement = prepare(sql.toUtf8());
    const qint64 value = statement.next() ? statement.integer(0) : 0;
    if (const Done done = statement.status(); !done)
        return done.error();
    return value;
}

Done Engine::beginRead() const
{
    return exec(u"BEGIN"_s);
}

Done Engine::beginWrite() const
{
    return exec(u"BEGIN IMMEDIATE"_s);
}

Done Engine::commit() const
{
    return exec(u"COMMIT"_s);
}

void Engine::rollback() const
{
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Done Engine::recover() const
{
    rollback();
    // A connection that could not write gives its pages up, and leaves the file's old ones in the journal to
    // whoever reads next.
    const Result<qint64> parts = number(u"SELECT count(*) FROM sqlite_schema"_s);
    return parts ? Done() : Done(parts.error());
}

// A write of the same schema version with the careful setting: its commit syncs the whole file.
Done Engine::syncFile() const
{
    if (const Done done = exec(u"PRAGMA synchronous=EXTRA"_s); !done)
        return done;
    const Result<qint64> version = number(u"PRAGMA user_version"_s);
    return version ? exec(u"PRAGMA user_version="_s + QString::number(*version)) : Done(version.error());
}

Result<QStringList> Engine::structuralFaults() const
{
    Statement check = prepare("PRAGMA quick_check(10)");
    QStringList faults;
    while (check.next())
        for (const QByteArray &line : check.bytes(0).split('\n'))
            if (line != "ok" && !line.isEmpty() && !line.startsWith("***"))
                faults << QString::fromUtf8(line);
    if (const Done done = check.status(); !done)
        return done.error();
    return faults;
}

Result<bool> Engine::isWal() const
{
    Statement mode = prepare("PRAGMA journal_mode");
    const bool isWal = mode.next() && mode.bytes(0) == "wal";
    if (const Done done = mode.status(); !done)
        return done.error();
    return isWal;
}

Done Engine::writeCopy(const QString &path) const
{
    Statement vacuum = prepare("VACUUM INTO ?");
    // Absolute, since a name that begins with "file:" would be taken for a URI.
    const QByteArray target = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    vacuum.bindText(1, target);
    vacuum.run();
    return vacuum.status();
}

} // namespace milepost
