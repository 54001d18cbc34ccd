// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/journalfile.h"

#include <QByteArray>

#include <utility>

namespace milepost::journalfile {
namespace {

// Of a journal that grows for long. With a page of the largest size more it is still less than 128 kB, of
// which the system's VFS writes nothing, and says that the disk is full.
constexpr qsizetype kMost = 60 * 1024;

/// What has not been written yet: bytes that follow one another.
struct Held
{
    QByteArray bytes = {};
    sqlite3_int64 offset = 0;
    int failure = SQLITE_OK;
};

/// A journal as SQLite knows it: its methods first. The system's file lies right behind it.
struct JournalFile
{
    sqlite3_file base;
    Held *held;
    sqlite3_file *system;
};

Held &heldOf(sqlite3_file *file)
{
    return *reinterpret_cast<JournalFile *>(file)->held;
}

sqlite3_file *systemOf(sqlite3_file *file)
{
    return reinterpret_cast<JournalFile *>(file)->system;
}

int writeHeld(sqlite3_file *file)
{
    Held &held = heldOf(file);
    const QByteArray bytes = std::exchange(held.bytes, {});
    if (held.failure == SQLITE_OK && !bytes.isEmpty())
        held.failure = systemOf(file)->pMethods->xWrite(systemOf(file), bytes.constData(),
                                                        static_cast<int>(bytes.size()), held.offset);
    return held.failure;
}

/// Asks the system's file, after all has been written to it.
template<class Ask>
int afterWriting(sqlite3_file *file, Ask ask)
{
    const int code = writeHeld(file);
    return code == SQLITE_OK ? ask(systemOf(file), systemOf(file)->pMethods) : code;
}

int closeFile(sqlite3_file *file)
{
    // What nobody has synced nobody needs.
    const int code = systemOf(file)->pMethods->xClose(systemOf(file));
    delete std::exchange(reinterpret_cast<JournalFile *>(file)->held, nullptr);
    return code;
}

int readFile(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset)
{
    return afterWriting(file, [&](sqlite3_file *system, const sqlite3_io_methods *methods) {
        return methods->xRead(system, buffer, size, offset);
    });
}

int writeFile(sqlite3_file *file, const void *buffer, int size, sqlite3_int64 offset)
{
    Held &held = heldOf(file);
    const bool follows = offset == held.offset + held.bytes.size();
    if (!follows || held.bytes.size() >= kMost)
        writeHeld(file);
    if (held.failure != SQLITE_OK)
        return held.failure;
    if (held.bytes.isEmpty())
        held.offset = offset;
    held.bytes.append(static_cast<const char *>(buffer), size);
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return afterWriting(file, [&](sqlite3_file *system, const sqlite3_io_methods *methods) {
        return methods->xTruncate(system, size);
    });
}

int syncFile(sqlite3_file *file, int flags)
{
    return afterWriting(file, [&](sqlite3_file *system, const sqlite3_io_methods *methods) {
        return methods->xSync(system, flags);
    });
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return afterWriting(file, [&](sqlite3_file *system, const sqlite3_io_methods *methods) {
        return methods->xFileSize(system, size);
    });
}

// A journal is never locked: the database is.
int lockFile(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int checkReservedLock(sqlite3_file *, int *isReserved)
{
    *isReserved = 0;
    return SQLITE_OK;
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return afterWriting(file, [&](sqlite3_file *system, const sqlite3_io_methods *methods) {
        return methods->xFileControl(system, operation, argument);
    });
}

int sectorSize(sqlite3_file *file)
{
    return systemOf(file)->pMethods->xSectorSize(systemOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return systemOf(file)->pMethods->xDeviceCharacteristics(systemOf(file));
}

constexpr sqlite3_io_methods kMethods = {1,
                                         closeFile,
                                         readFile,
                                         writeFile,
                                         truncateFile,
                                         syncFile,
                                         sizeOfFile,
                                         lockFile,
                                         lockFile,
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

} // namespace

int sizeBefore()
{
    return static_cast<int>(sizeof(JournalFile));
}

int open(sqlite3_vfs *system, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    auto &journal = *reinterpret_cast<JournalFile *>(file);
    journal.base.pMethods = nullptr;
    journal.system = reinterpret_cast<sqlite3_file *>(&journal + 1);
    const int code = system->xOpen(system, path, journal.system, flags, outFlags);
    if (code != SQLITE_OK) {
        if (journal.system->pMethods)
            journal.system->pMethods->xClose(journal.system);
        return code;
    }
    journal.held = new Held;
    journal.base.pMethods = &kMethods;
    return SQLITE_OK;
}

} // namespace milepost::journalfile
