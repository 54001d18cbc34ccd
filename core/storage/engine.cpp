// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/engine.h"

#include "core/storage/locks/lockvfs.h"
#include "core/storage/locks/machinelock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QUrl>
#include <QVariant>

#include <array>
#include <atomic>
#include <cerrno>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace milepost {
namespace {

constexpr auto kPatience = 15s;
constexpr unsigned long kFirstPauseMs = 1;
constexpr unsigned long kLongestPauseMs = 100;
constexpr int kCacheKilobytes = 8 * 1024;
constexpr int kCheckKilobytes = 64 * 1024;
constexpr int kMostFaults = 100;
constexpr QFile::Permissions kRightsOfNew =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther; // less the process's mask

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"milepost-"_s + QString::number(++count);
}

QString uriOf(const QString &path, const QString &mode)
{
    const QByteArray encoded = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return u"file:"_s + QString::fromLatin1(encoded) + u"?vfs="_s + QString::fromLatin1(lockvfs::name()) +
           u"&mode=" + mode;
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

void setCacheSize(sqlite3 *handle, int kilobytes)
{
    const QByteArray pragma = "PRAGMA cache_size=-" + QByteArray::number(kilobytes);
    sqlite3_exec(handle, pragma.constData(), nullptr, nullptr, nullptr);
}

/// Whether the header says so (bytes 18 and 19 of SQLite's file format), read through SQLite's own handle.
bool saysWal(sqlite3 *handle)
{
    sqlite3_file *const file = lockvfs::openFileOf(handle);
    std::array<char, 2> versions = {};
    return file && file->pMethods->xRead(file, versions.data(), 2, 18) == SQLITE_OK &&
           versions == std::array{'\2', '\2'};
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

// With the rights that SQLite gives; it would not say that it was for want of room.
Done makeEmpty(const QString &path)
{
    QFile file(path);
    if (file.open(QFile::WriteOnly | QFile::NewOnly, kRightsOfNew))
        return {};
    const int reason = errno;
    if (reason == EEXIST)
        return Error{Error::Code::FileExists, {path}};
    if (isWantOfRoom(reason))
        return Error{Error::Code::DiskFull, {path}, file.errorString()};
    return Error{Error::Code::FileUnwritable, {path, file.errorString()}};
}

} // namespace

Engine::Engine(QString path, Mode mode)
    : m_path(std::move(path))
    , m_connection(nextConnectionName())
    , m_mode(mode)
    , m_patience(kPatience)
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
    database.setConnectOptions(u"QSQLITE_OPEN_URI"_s +
                               (mode == Mode::ReadOnly ? u";QSQLITE_OPEN_READONLY"_s : QString()));
    database.setDatabaseName(uriOf(path, uriMode));
    if (!database.open())
        return Error{Error::Code::FileUnreadable, {path, database.lastError().databaseText()}};
    engine->m_handle = handleOf(database);
    if (const Done done = engine->configure(); !done)
        return done.error();
    return engine;
}

Result<std::unique_ptr<Engine>> Engine::open(const QString &path, Mode mode, Place place)
{
    if (const Done done = checkBeforeOpening(path); !done)
        return done.error();
    if (mode == Mode::ReadWrite && !QFileInfo(path).isWritable())
        mode = Mode::ReadOnly;
    Result<std::unique_ptr<Engine>> engine =
        connect(path, mode,
                (mode == Mode::ReadOnly ? u"ro"_s : u"rw"_s) +
                    (place == Place::Share ? u"&machinelock=1"_s : QString()));
    if (!engine)
        return engine;
    if (const Done done = (*engine)->checkLength(); !done)
        return done.error();
    if (const Done done = (*engine)->readCommittedSchemaVersion(); !done)
        return done.error();
    (*engine)->m_hasTurns = mode == Mode::ReadWrite;
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
    if (const Done done = makeEmpty(path); !done)
        return done.error();
    return connect(path, Mode::ReadWrite, u"rw"_s);
}

Result<std::unique_ptr<Engine>> Engine::inMemory()
{
    return connect(u"milepost-scratch"_s, Mode::ReadWrite, u"memory"_s);
}

/// SQLite's busy handler. It pauses for longer and longer: each attempt of many clients at once keeps the one
/// whose turn it is from finishing.
int Engine::waitForLock(void *engine, int attempt)
{
    Engine &self = *static_cast<Engine *>(engine);
    const auto now = std::chrono::steady_clock::now();
    if (attempt == 0)
        self.m_waitingSince = now;
    if (now - self.m_waitingSince >= self.m_patience)
        return 0;
    QThread::msleep(std::min(kFirstPauseMs << std::min(attempt, 7), kLongestPauseMs));
    return 1;
}

Done Engine::configure()
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_handler(m_handle, waitForLock, this);
    // Locked alone, such a file needs no memory shared with others, which our VFS does not have.
    if (saysWal(m_handle))
        sqlite3_exec(m_handle, "PRAGMA locking_mode=EXCLUSIVE", nullptr, nullptr, nullptr);
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

void Engine::setPatience(std::chrono::milliseconds patience)
{
    m_patience = patience;
    if (MachineLock *lock = lockvfs::machineLockOf(m_handle))
        lock->setPatience(patience);
}

bool Engine::isInPlace() const
{
    return lockvfs::isInPlace(m_handle);
}

Done Engine::leaveWal() const
{
    if (isReadOnly() || !saysWal(m_handle))
        return {};
    if (const Done done = exec(u"PRAGMA journal_mode=DELETE"_s); !done)
        return done;
    if (const Done done = exec(u"PRAGMA locking_mode=NORMAL"_s); !done)
        return done;
    const Result<qint64> parts = number(u"SELECT count(*) FROM sqlite_schema"_s); // only now is it let go
    return parts ? Done() : Done(parts.error());
}

Done Engine::checkLength() const
{
    const Result<qint64> pages = number(u"PRAGMA page_count"_s);
    if (!pages)
        return pages.error();
    const Result<qint64> pageSize = number(u"PRAGMA page_size"_s);
    if (!pageSize)
        return pageSize.error();
    sqlite3_int64 size = 0;
    sqlite3_file *const file = lockvfs::openFileOf(m_handle);
    if (!file || file->pMethods->xFileSize(file, &size) != SQLITE_OK || size < *pages * *pageSize)
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

Done Engine::readSchemaVersion() const
{
    const Result<qint64> version = number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    m_schemaVersion = static_cast<int>(*version);
    return {};
}

Done Engine::readCommittedSchemaVersion() const
{
    const Done done = readSchemaVersion();
    m_committedSchemaVersion = m_schemaVersion;
    return done;
}

Done Engine::beginRead() const
{
    if (const Done done = exec(u"BEGIN"_s); !done)
        return done;
    const Done done = readCommittedSchemaVersion();
    if (!done)
        rollback();
    return done;
}

PeerFile &Engine::peers() const
{
    if (m_hasTurns && !m_isInTurn && !(m_peers.isOpen() && m_peers.isInPlace()))
        m_peers.open(m_path);
    return m_peers;
}

std::optional<QList<Peer>> Engine::meet() const
{
    ++m_self.beat;
    m_self.at = QDateTime::currentMSecsSinceEpoch();
    return peers().announce(m_self) ? m_peers.peers() : std::nullopt;
}

bool Engine::isHeard() const
{
    return !m_peers.isAnnounced() || m_peers.isMine();
}

// The machine's lock first: who waits for a turn with it keeps only this machine's others waiting.
void Engine::takeTurn() const
{
    if (!m_hasTurns || m_isInTurn)
        return;
    MachineLock *machine = lockvfs::machineLockOf(m_handle);
    m_hasMachine = machine && machine->take();
    if (m_hasMachine)
        machine->giveWay();
    if (peers().isOpen() && !m_peers.isAnnounced() && !m_self.id.isEmpty())
        m_peers.announce(m_self);
    m_isInTurn = true;
    m_peers.takeTurn(m_patience);
}

void Engine::endTurn() const
{
    if (!std::exchange(m_isInTurn, false))
        return;
    m_peers.endTurn();
    if (!std::exchange(m_hasMachine, false))
        return;
    MachineLock *machine = lockvfs::machineLockOf(m_handle);
    machine->noteTurn();
    machine->release();
}

Engine::Turn::Turn(const Engine &engine) : m_engine(engine), m_isOwn(!engine.m_isInTurn)
{
    m_engine.takeTurn();
}

Engine::Turn::~Turn()
{
    if (m_isOwn)
        m_engine.endTurn();
}

Done Engine::beginWrite() const
{
    takeTurn();
    Done done = m_hasTurns && !isInPlace() ? Done(Error{Error::Code::WorkspaceReplaced, {m_path}})
                                           : exec(u"BEGIN IMMEDIATE"_s);
    if (done)
        done = readCommittedSchemaVersion();
    if (!done)
        rollback();
    return done;
}

Done Engine::commit() const
{
    const Done done = exec(u"COMMIT"_s);
    if (!done)
        return done;
    m_committedSchemaVersion = m_schemaVersion;
    endTurn();
    return {};
}

void Engine::rollback() const
{
    m_schemaVersion = m_committedSchemaVersion;
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    endTurn();
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

// Not only a quick check: an index that lacks a row hides it wherever it is asked, and VACUUM INTO copies an
// index as it is.
Result<QStringList> Engine::structuralFaults() const
{
    // An index is looked up in another order than its table is read.
    setCacheSize(m_handle, kCheckKilobytes);
    const auto restored = qScopeGuard([this] { setCacheSize(m_handle, kCacheKilobytes); });
    Statement check = prepare("PRAGMA integrity_check(" + QByteArray::number(kMostFaults) + ')');
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

} // namespace milepost
