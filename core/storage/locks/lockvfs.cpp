// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/lockvfs.h"

#include "core/storage/locks/bytelocks.h"
#include "core/storage/locks/journalfile.h"
#include "core/storage/locks/machinelock.h"
#include "core/storage/statement.h"

#include <QHash>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace milepost::lockvfs {
namespace {

using Outcome = ByteLocks::Outcome;
using Kind = ByteLocks::Kind;

constexpr char kName[] = "milepost";
constexpr char kSystemName[] = "unix-none"; // the system's, without locks

// Where SQLite locks (its file format, section "The Lock-Byte Page", and os.h).
constexpr ByteLocks::Range kPending{0x40000000, 1};
constexpr ByteLocks::Range kReserved{0x40000001, 1};
constexpr ByteLocks::Range kShared{0x40000002, 510};
constexpr ByteLocks::Range kAll{kPending.first, 512}; // they follow one another

constexpr QByteArrayView kJournal = "-journal";

constexpr int kMostFailures = 3; // in a row, before it is no lock that is missing but the file

// Ours among the file controls; SQLite keeps the numbers below 100 for itself.
constexpr int kMachineLockControl = 0x4D504F01;

/// Where the databases lie that were opened: to ask that before each read is one more question to a share's
/// server.
class Places
{
public:
    MachineLock::Use note(const QByteArray &database)
    {
        const MachineLock::Use use = MachineLock::useFor(database);
        const std::lock_guard guard(m_mutex);
        m_uses.insert(database, use);
        return use;
    }
    bool isOnShare(const QByteArray &database) const
    {
        const std::lock_guard guard(m_mutex);
        return m_uses.value(database, MachineLock::Use::Everything) != MachineLock::Use::Nothing;
    }

private:
    mutable std::mutex m_mutex;
    QHash<QByteArray, MachineLock::Use> m_uses;
};

// One for the process, as the VFS is: SQLite asks about a path, and not for whom.
Places &places()
{
    static Places all;
    return all;
}

/// The locks of one connection on one database, as SQLite asks for them.
class DatabaseLocks
{
public:
    bool open(const QByteArray &path, ByteLocks::Access access)
    {
        m_path = path;
        m_access = access;
        return m_bytes.open(path, access);
    }
    void useMachineLock(bool isForced)
    {
        const MachineLock::Use use = isForced ? MachineLock::Use::Everything : places().note(m_path);
        if (use != MachineLock::Use::Nothing)
            m_machine = std::make_unique<MachineLock>(m_bytes.descriptor(), use);
    }

    MachineLock *machine() const { return m_machine.get(); }
    bool isInPlace() const { return m_bytes.isAt(m_path); }
    std::optional<qint64> freshSize() const { return m_bytes.freshSize(); }
    int level() const { return m_level; }

    int lock(int wanted)
    {
        if (m_level >= wanted)
            return SQLITE_OK;
        if (wanted == SQLITE_LOCK_SHARED)
            return withRetries(takeShared());
        if (m_isStillExclusive && !letReadersIn())
            return SQLITE_IOERR_RDLOCK;
        if (wanted == SQLITE_LOCK_RESERVED)
            return withRetries(takeReserved());
        return takeExclusive();
    }

    int unlock(int wanted)
    {
        if (m_level <= wanted)
            return SQLITE_OK;
        bool isDone = true;
        if (wanted == SQLITE_LOCK_NONE)
            isDone = m_bytes.unlock(isMoreThanShared() ? kAll : kShared);
        else if (m_level == SQLITE_LOCK_EXCLUSIVE && m_isWriting)
            m_isStillExclusive = true;
        else
            isDone = letReadersIn();
        if (!isDone || (m_isDoubtful && wanted == SQLITE_LOCK_NONE))
            isDone = beginAnew(wanted);
        if (wanted == SQLITE_LOCK_NONE)
            m_isStillExclusive = false;
        m_isWriting = false;
        m_level = wanted;
        if (guardsAll() && wanted == SQLITE_LOCK_NONE)
            m_machine->release();
        return isDone ? SQLITE_OK : SQLITE_IOERR_UNLOCK;
    }

    int checkReserved(int &isReserved)
    {
        isReserved = m_level >= SQLITE_LOCK_RESERVED ? 1 : 0;
        if (isReserved != 0)
            return SQLITE_OK;
        const std::optional<bool> isHeld = m_bytes.isHeldByOther(kReserved);
        isReserved = isHeld.value_or(false) ? 1 : 0;
        return isHeld ? SQLITE_OK : SQLITE_IOERR_CHECKRESERVEDLOCK;
    }

private:
    bool isMoreThanShared() const { return m_level >= SQLITE_LOCK_RESERVED || m_isStillExclusive; }

    // SQLite asks for a shared lock after each commit, and gives it up at once unless a statement still
    // reads. That is five questions to a share's server, at a time when everybody waits: so the exclusive one
    // is kept until then, and all is given up in one. Who plays a journal back goes on to read, for long
    // perhaps. Nobody can come in between: the pending byte goes last.
    bool letReadersIn()
    {
        const bool wasExclusive = m_level == SQLITE_LOCK_EXCLUSIVE || m_isStillExclusive;
        m_isStillExclusive = false;
        const bool isShared = !wasExclusive || (m_bytes.unlock(kShared) &&
                                                m_bytes.tryLock(kShared, Kind::Shared) == Outcome::Taken);
        return m_bytes.unlock({kPending.first, 2}) && isShared;
    }

    // The client of a share may lose count of its locks. (Over SMB, when the server takes back the lease
    // under which it had kept them to itself, it is told that what it unlocks was not locked; what is left
    // then keeps everybody out for as long as the file is open.)
    bool beginAnew(int wanted)
    {
        m_isDoubtful = !m_bytes.reopen(m_path, m_access);
        return !m_isDoubtful &&
               (wanted == SQLITE_LOCK_NONE || m_bytes.tryLock(kShared, Kind::Shared) == Outcome::Taken);
    }

    // Nothing has been read or written yet that would have to be given up: SQLite lets go of all locks before
    // it asks again.
    int withRetries(int code)
    {
        if (code != SQLITE_IOERR_LOCK) {
            m_failures = 0;
            return code;
        }
        if (m_level == SQLITE_LOCK_NONE)
            beginAnew(SQLITE_LOCK_NONE);
        if (++m_failures <= kMostFailures)
            return SQLITE_BUSY;
        m_failures = 0; // whoever asks later may have more luck
        return code;
    }

    bool guardsAll() const { return m_machine && m_machine->use() == MachineLock::Use::Everything; }
    int note(Outcome outcome, int level)
    {
        if (outcome == Outcome::Taken)
            m_level = level;
        return codeOf(outcome);
    }
    int codeOf(Outcome outcome)
    {
        m_isDoubtful = m_isDoubtful || outcome == Outcome::Failed;
        if (outcome == Outcome::Taken)
            return SQLITE_OK;
        return outcome == Outcome::Busy ? SQLITE_BUSY : SQLITE_IOERR_LOCK;
    }

    // Through the pending byte, so that readers cannot keep a writer out for ever.
    int takeShared()
    {
        if (guardsAll() && !m_machine->take())
            return SQLITE_BUSY;
        Outcome outcome = m_bytes.tryLock(kPending, Kind::Shared);
        if (outcome == Outcome::Taken) {
            outcome = m_bytes.tryLock(kShared, Kind::Shared);
            if (!m_bytes.unlock(kPending) && outcome == Outcome::Taken)
                outcome = Outcome::Failed;
        }
        const int code = note(outcome, SQLITE_LOCK_SHARED);
        if (code != SQLITE_OK && guardsAll())
            m_machine->release();
        return code;
    }

    int takeReserved()
    {
        const int code = note(m_bytes.tryLock(kReserved, Kind::Exclusive), SQLITE_LOCK_RESERVED);
        m_isWriting = code == SQLITE_OK;
        return code;
    }

    int takeExclusive()
    {
        if (m_level < SQLITE_LOCK_PENDING) {
            const int code = note(m_bytes.tryLock(kPending, Kind::Exclusive), SQLITE_LOCK_PENDING);
            if (code != SQLITE_OK)
                return code;
        }
        if (!m_bytes.unlock(kShared))
            return SQLITE_IOERR_UNLOCK;
        const Outcome outcome = m_bytes.tryLock(kShared, Kind::Exclusive);
        if (outcome == Outcome::Taken)
            return note(outcome, SQLITE_LOCK_EXCLUSIVE);
        // Readers are still there. We are one of them again, and newcomers stay outside.
        const bool isBack = m_bytes.tryLock(kShared, Kind::Shared) == Outcome::Taken;
        return isBack ? codeOf(outcome) : SQLITE_IOERR_RDLOCK;
    }

    QByteArray m_path;
    ByteLocks::Access m_access = ByteLocks::Access::ReadOnly;
    ByteLocks m_bytes;
    std::unique_ptr<MachineLock> m_machine;
    int m_level = SQLITE_LOCK_NONE;
    bool m_isWriting = false;        ///< it was reserved before it was exclusive
    bool m_isStillExclusive = false; ///< though SQLite has been told that it is shared
    bool m_isDoubtful = false;       ///< whether something may be locked that nobody has noted
    int m_failures = 0;              ///< in a row
};

/// A database file as SQLite knows it: its methods first. The system's file lies right behind it.
struct DatabaseFile
{
    sqlite3_file base;
    DatabaseLocks *locks;
    sqlite3_file *system;
};

DatabaseFile &fileOf(sqlite3_file *file)
{
    return *reinterpret_cast<DatabaseFile *>(file);
}

sqlite3_file *systemOf(sqlite3_file *file)
{
    return fileOf(file).system;
}

int closeFile(sqlite3_file *file)
{
    const int code = systemOf(file)->pMethods->xClose(systemOf(file));
    delete std::exchange(fileOf(file).locks, nullptr);
    return code;
}

int readFile(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset)
{
    return systemOf(file)->pMethods->xRead(systemOf(file), buffer, size, offset);
}

int writeFile(sqlite3_file *file, const void *buffer, int size, sqlite3_int64 offset)
{
    return systemOf(file)->pMethods->xWrite(systemOf(file), buffer, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return systemOf(file)->pMethods->xTruncate(systemOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    return systemOf(file)->pMethods->xSync(systemOf(file), flags);
}

// SQLite takes a file that seems shorter than its header says for a damaged one.
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    const std::optional<qint64> fresh = fileOf(file).locks->freshSize();
    if (!fresh || *fresh < 2) // of one byte the system's says that it is none
        return systemOf(file)->pMethods->xFileSize(systemOf(file), size);
    *size = *fresh;
    return SQLITE_OK;
}

int lockFile(sqlite3_file *file, int level)
{
    return fileOf(file).locks->lock(level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return fileOf(file).locks->unlock(level);
}

int checkReservedLock(sqlite3_file *file, int *isReserved)
{
    return fileOf(file).locks->checkReserved(*isReserved);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    const DatabaseLocks &locks = *fileOf(file).locks;
    switch (operation) {
    case SQLITE_FCNTL_HAS_MOVED: // the system's looks only where it locks itself
        *static_cast<int *>(argument) = locks.isInPlace() ? 0 : 1;
        return SQLITE_OK;
    case SQLITE_FCNTL_LOCKSTATE:
        *static_cast<int *>(argument) = locks.level();
        return SQLITE_OK;
    case kMachineLockControl:
        *static_cast<MachineLock **>(argument) = locks.machine();
        return SQLITE_OK;
    default:
        return systemOf(file)->pMethods->xFileControl(systemOf(file), operation, argument);
    }
}

int sectorSize(sqlite3_file *file)
{
    return systemOf(file)->pMethods->xSectorSize(systemOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return systemOf(file)->pMethods->xDeviceCharacteristics(systemOf(file));
}

// Version 1: neither shared memory nor memory maps, neither of which works between machines.
constexpr sqlite3_io_methods kMethods = {1,
                                         closeFile,
                                         readFile,
                                         writeFile,
                                         truncateFile,
                                         syncFile,
                                         sizeOfFile,
                                         lockFile,
                                         unlockFile,
                                         checkReservedLock,
                                         controlFile,
                                         sectorSize,
                                         deviceCharacteristics,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr,
                                         nullptr};

sqlite3_vfs *systemVfs()
{
    return sqlite3_vfs_find(kSystemName);
}

/// Opens the locks before the file, so that a file that is exchanged between the two is noticed.
std::unique_ptr<DatabaseLocks> locksFor(const char *path, int flags)
{
    auto locks = std::make_unique<DatabaseLocks>();
    const bool isReadOnly = (flags & SQLITE_OPEN_READONLY) != 0;
    if (!locks->open(path, isReadOnly ? ByteLocks::Access::ReadOnly : ByteLocks::Access::ReadWrite))
        return nullptr;
    locks->useMachineLock(sqlite3_uri_boolean(path, "machinelock", 0) != 0);
    return locks;
}

/// Why a file could not be made: SQLite tries to read it before it gives up, and so loses the reason when it
/// was that there is no room for its name.
int reasonOf(int code, const char *path, int flags)
{
    if ((code & 0xff) != SQLITE_CANTOPEN || !path || (flags & SQLITE_OPEN_CREATE) == 0)
        return code;
    const int made = ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0)
        return isWantOfRoom(errno) ? SQLITE_FULL : code;
    ::close(made);
    ::unlink(path);
    return code;
}

int openDatabase(const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    DatabaseFile &database = fileOf(file);
    database.base.pMethods = nullptr;
    database.system = reinterpret_cast<sqlite3_file *>(&database + 1);
    std::unique_ptr<DatabaseLocks> locks = locksFor(path, flags);
    int actual = 0;
    int code = reasonOf(systemVfs()->xOpen(systemVfs(), path, database.system, flags, &actual), path, flags);
    if (code == SQLITE_OK && !locks) // it was not there before, or may only be read
        locks = locksFor(path, actual);
    if (code == SQLITE_OK && (!locks || !locks->isInPlace()))
        code = SQLITE_CANTOPEN;
    if (code != SQLITE_OK) {
        if (database.system->pMethods)
            database.system->pMethods->xClose(database.system);
        return code;
    }
    if (outFlags)
        *outFlags = actual;
    database.locks = locks.release();
    database.base.pMethods = &kMethods;
    return SQLITE_OK;
}

// Temporary files are the system's.
int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    if ((flags & SQLITE_OPEN_MAIN_JOURNAL) != 0)
        return reasonOf(journalfile::open(systemVfs(), path, file, flags, outFlags), path, flags);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0 || !path)
        return reasonOf(systemVfs()->xOpen(systemVfs(), path, file, flags, outFlags), path, flags);
    return openDatabase(path, file, flags, outFlags);
}

QByteArray folderOf(const QByteArray &path)
{
    return path.left(path.lastIndexOf('/') + 1);
}

// What the client of a share keeps of a folder is up to a minute old: a journal that a process on another
// machine has just left behind would not be seen, nor that the one just seen is gone. A folder whose state is
// asked for anew takes the names that it does not have along (NFS); a link, which fails between two file
// systems, but before that if the name is taken, makes the client look for the name (SMB). The file is not
// opened: an SMB client keeps it open for a second more, and until then a deleted one blocks its name.
bool isThereOnShare(const QByteArray &path)
{
    struct statx folder = {};
    static_cast<void>(
        ::statx(AT_FDCWD, folderOf(path).constData(), AT_STATX_FORCE_SYNC, STATX_MTIME, &folder));
    [[maybe_unused]] const int never = ::linkat(AT_FDCWD, "/proc/self/exe", AT_FDCWD, path.constData(), 0);
    struct statx journal = {};
    if (::statx(AT_FDCWD, path.constData(), AT_STATX_FORCE_SYNC, STATX_SIZE, &journal) != 0)
        return errno != ENOENT && errno != ESTALE;
    return journal.stx_size > 0; // as the system's has it
}

int accessFile(sqlite3_vfs *, const char *path, int flags, int *result)
{
    const QByteArray name(path);
    if (flags == SQLITE_ACCESS_EXISTS && name.endsWith(kJournal) &&
        places().isOnShare(name.chopped(kJournal.size()))) {
        *result = isThereOnShare(name) ? 1 : 0;
        return SQLITE_OK;
    }
    return systemVfs()->xAccess(systemVfs(), path, flags, result);
}

bool enlist()
{
    const sqlite3_vfs *system = systemVfs();
    if (!system)
        return false;
    static sqlite3_vfs vfs = *system;
    vfs.zName = kName;
    vfs.pNext = nullptr;
    vfs.szOsFile =
        std::max(static_cast<int>(sizeof(DatabaseFile)), journalfile::sizeBefore()) + system->szOsFile;
    vfs.xOpen = openFile;
    vfs.xAccess = accessFile;
    return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
}

} // namespace

QByteArray name()
{
    static const bool isEnlisted = enlist();
    return isEnlisted ? QByteArray(kName) : QByteArray();
}

MachineLock *machineLockOf(sqlite3 *database)
{
    MachineLock *lock = nullptr;
    const int code = sqlite3_file_control(database, "main", kMachineLockControl, static_cast<void *>(&lock));
    return code == SQLITE_OK ? lock : nullptr;
}

bool isInPlace(sqlite3 *database)
{
    int hasMoved = 0;
    const int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    return code == SQLITE_OK && hasMoved == 0;
}

sqlite3_file *openFileOf(sqlite3 *database)
{
    sqlite3_file *file = nullptr;
    const int found = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return found == SQLITE_OK && file && file->pMethods ? file : nullptr;
}

} // namespace milepost::lockvfs
