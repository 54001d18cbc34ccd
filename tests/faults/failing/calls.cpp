// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/failing/hooks.h"
#include "tests/faults/failing/room.h"

#include <cstdarg>
#include <cstdio>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

// Both names of a call are ours, whether a program was built for large files or not.
#undef open64
#undef openat64
#undef fopen64
#undef fcntl64
#undef stat64
#undef lstat64
#undef fstat64
#undef pread64
#undef pwrite64
#undef lseek64
#undef ftruncate64

using namespace milepost::failing;

namespace {

/// Lets a call through that answers -1 when it fails.
template<class Place, class Call>
auto pass(Place place, Kind kind, Call call) -> decltype(call())
{
    if (isBelow(place) && fateOf(kind) == Fate::Fails)
        return -1;
    return call();
}

int opened(const char *path, int descriptor)
{
    noteOpen(path, descriptor);
    return descriptor;
}

/// Writes what there is room for.
template<class Call>
ssize_t writeWhatFits(int descriptor, size_t size, off64_t offset, Call call)
{
    const size_t fitting = isBelow(descriptor) ? sizeThatFits(descriptor, size, offset) : size;
    return fitting > 0 || size == 0 ? call(fitting) : -1;
}

bool isLock(int command)
{
    return command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK;
}

/// As where nobody else is told of it.
int pretendToLock(int command, struct flock &lock)
{
    if (command == F_OFD_GETLK)
        lock.l_type = F_UNLCK;
    return 0;
}

} // namespace

extern "C" {

#define MILEPOST_OPEN(name)                                                                                  \
    int name(const char *path, int flags, ...)                                                               \
    {                                                                                                        \
        static auto *const call = next<int(const char *, int, ...)>(#name);                                  \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                                        \
        if (isBelow(path) && !hasRoomFor(path, flags))                                                       \
            return -1;                                                                                       \
        return opened(path, pass(path, Kind::Other, [&] { return call(path, flags, mode); }));               \
    }
MILEPOST_OPEN(open)
MILEPOST_OPEN(open64)

// What a hardened program calls where no file is made; others do not know it.
// NOLINTBEGIN(bugprone-reserved-identifier)
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
#define MILEPOST_OPEN_2(name)                                                                                \
    int name(const char *path, int flags)                                                                    \
    {                                                                                                        \
        static auto *const call = next<int(const char *, int)>(#name);                                       \
        return opened(path, pass(path, Kind::Other, [&] { return call(path, flags); }));                     \
    }
MILEPOST_OPEN_2(__open_2)
MILEPOST_OPEN_2(__open64_2)
// NOLINTEND(bugprone-reserved-identifier)

#define MILEPOST_OPENAT(name)                                                                                \
    int name(int in, const char *path, int flags, ...)                                                       \
    {                                                                                                        \
        static auto *const call = next<int(int, const char *, int, ...)>(#name);                             \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                                        \
        return opened(path, pass(path, Kind::Look, [&] { return call(in, path, flags, mode); }));            \
    }
MILEPOST_OPENAT(openat)
MILEPOST_OPENAT(openat64)

#define MILEPOST_FOPEN(name)                                                                                 \
    FILE *name(const char *path, const char *mode)                                                           \
    {                                                                                                        \
        static auto *const call = next<FILE *(const char *, const char *)>(#name);                           \
        FILE *const file = call(path, mode);                                                                 \
        if (file)                                                                                            \
            noteOpen(path, ::fileno(file));                                                                  \
        return file;                                                                                         \
    }
MILEPOST_FOPEN(fopen)
MILEPOST_FOPEN(fopen64)

#define MILEPOST_PREAD(name)                                                                                 \
    ssize_t name(int descriptor, void *bytes, size_t size, off64_t offset)                                   \
    {                                                                                                        \
        static auto *const call = next<ssize_t(int, void *, size_t, off64_t)>(#name);                        \
        return pass(descriptor, Kind::Other, [&] { return call(descriptor, bytes, size, offset); });         \
    }
MILEPOST_PREAD(pread)
MILEPOST_PREAD(pread64)

#define MILEPOST_PWRITE(name)                                                                                \
    ssize_t name(int descriptor, const void *bytes, size_t size, off64_t offset)                             \
    {                                                                                                        \
        static auto *const call = next<ssize_t(int, const void *, size_t, off64_t)>(#name);                  \
        const Fate fate = isBelow(descriptor) ? fateOf(Kind::Write) : Fate::Passes;                          \
        if (fate == Fate::IsCutShort)                                                                        \
            return cutShort(descriptor, bytes, size, &offset);                                               \
        if (fate == Fate::Fails)                                                                             \
            return -1;                                                                                       \
        return writeWhatFits(descriptor, size, offset,                                                       \
                             [&](size_t fitting) { return call(descriptor, bytes, fitting, offset); });      \
    }
MILEPOST_PWRITE(pwrite)
MILEPOST_PWRITE(pwrite64)

ssize_t read(int descriptor, void *bytes, size_t size)
{
    static auto *const call = next<ssize_t(int, void *, size_t)>("read");
    return pass(descriptor, Kind::Other, [&] { return call(descriptor, bytes, size); });
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *const call = next<ssize_t(int, const void *, size_t)>("write");
    const Fate fate = isBelow(descriptor) ? fateOf(Kind::Write) : Fate::Passes;
    if (fate == Fate::IsCutShort)
        return cutShort(descriptor, bytes, size, nullptr);
    if (fate == Fate::Fails)
        return -1;
    static auto *const seek = next<off64_t(int, off64_t, int)>("lseek64");
    const off64_t offset = isBelow(descriptor) ? seek(descriptor, 0, SEEK_CUR) : 0;
    return writeWhatFits(descriptor, size, offset,
                         [&](size_t fitting) { return call(descriptor, bytes, fitting); });
}

#define MILEPOST_SEEK(name)                                                                                  \
    off64_t name(int descriptor, off64_t offset, int whence) noexcept                                        \
    {                                                                                                        \
        static auto *const call = next<off64_t(int, off64_t, int)>(#name);                                   \
        return pass(descriptor, Kind::Look, [&] { return call(descriptor, offset, whence); });               \
    }
MILEPOST_SEEK(lseek)
MILEPOST_SEEK(lseek64)

#define MILEPOST_SYNC(name)                                                                                  \
    int name(int descriptor)                                                                                 \
    {                                                                                                        \
        static auto *const call = next<int(int)>(#name);                                                     \
        return pass(descriptor, Kind::Sync, [&] { return call(descriptor); });                               \
    }
MILEPOST_SYNC(fsync)
MILEPOST_SYNC(fdatasync)

#define MILEPOST_TRUNCATE(name)                                                                              \
    int name(int descriptor, off64_t size) noexcept                                                          \
    {                                                                                                        \
        static auto *const call = next<int(int, off64_t)>(#name);                                            \
        const long before = isBelow(descriptor) ? bytesOf(descriptor) : 0;                                   \
        const int result = pass(descriptor, Kind::Other, [&] { return call(descriptor, size); });            \
        if (result == 0 && size < before)                                                                    \
            use(size - before);                                                                              \
        return result;                                                                                       \
    }
MILEPOST_TRUNCATE(ftruncate)
MILEPOST_TRUNCATE(ftruncate64)

int unlink(const char *path) noexcept
{
    static auto *const call = next<int(const char *)>("unlink");
    const long freed = isBelow(path) ? bytesOf(path) : 0;
    const int result = pass(path, Kind::Other, [&] { return call(path); });
    if (result == 0)
        use(-freed);
    return result;
}

int rename(const char *from, const char *to) noexcept
{
    static auto *const call = next<int(const char *, const char *)>("rename");
    return pass(from, Kind::Other, [&] { return call(from, to); });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static auto *const call = next<int(int, const char *, int, const char *, unsigned)>("renameat2");
    return pass(from, Kind::Other, [&] { return call(fromFolder, from, toFolder, to, flags); });
}

int link(const char *from, const char *to) noexcept
{
    static auto *const call = next<int(const char *, const char *)>("link");
    return pass(from, Kind::Other, [&] { return call(from, to); });
}

int access(const char *path, int mode) noexcept
{
    static auto *const call = next<int(const char *, int)>("access");
    return pass(path, Kind::Other, [&] { return call(path, mode); });
}

#define MILEPOST_STAT(name, kind, Structure)                                                                 \
    int name(const char *path, struct Structure *found) noexcept                                             \
    {                                                                                                        \
        static auto *const call = next<int(const char *, struct Structure *)>(#name);                        \
        return pass(path, kind, [&] { return call(path, found); });                                          \
    }
MILEPOST_STAT(stat, Kind::Look, stat)
MILEPOST_STAT(stat64, Kind::Other, stat64)
MILEPOST_STAT(lstat, Kind::Look, stat)
MILEPOST_STAT(lstat64, Kind::Look, stat64)

#define MILEPOST_FSTAT(name, kind, Structure)                                                                \
    int name(int descriptor, struct Structure *found) noexcept                                               \
    {                                                                                                        \
        static auto *const call = next<int(int, struct Structure *)>(#name);                                 \
        return pass(descriptor, kind, [&] { return call(descriptor, found); });                              \
    }
MILEPOST_FSTAT(fstat, Kind::Look, stat)
MILEPOST_FSTAT(fstat64, Kind::Other, stat64)

int statx(int in, const char *path, int flags, unsigned mask, struct statx *found) noexcept
{
    static auto *const call = next<int(int, const char *, int, unsigned, struct statx *)>("statx");
    return pass(path, Kind::Look, [&] { return call(in, path, flags, mask, found); });
}

int statfs(const char *path, struct statfs *found) noexcept
{
    static auto *const call = next<int(const char *, struct statfs *)>("statfs");
    return pass(path, Kind::Look, [&] { return call(path, found); });
}

// Locks are calls too; the rest is not about a file's content. All that is asked for here takes one word.
#define MILEPOST_FCNTL(name)                                                                                 \
    int name(int descriptor, int command, ...)                                                               \
    {                                                                                                        \
        static auto *const call = next<int(int, int, ...)>(#name);                                           \
        va_list rest;                                                                                        \
        va_start(rest, command);                                                                             \
        void *const word = va_arg(rest, void *);                                                             \
        va_end(rest);                                                                                        \
        if (!isLock(command))                                                                                \
            return call(descriptor, command, word);                                                          \
        auto &lock = *static_cast<struct flock *>(word);                                                     \
        if (isUnlockable(descriptor))                                                                        \
            return pretendToLock(command, lock);                                                             \
        const int done = pass(descriptor, Kind::Other, [&] { return call(descriptor, command, word); });     \
        if (done == 0 && command != F_OFD_GETLK)                                                             \
            watchLock(descriptor, lock);                                                                     \
        return done;                                                                                         \
    }
MILEPOST_FCNTL(fcntl)
MILEPOST_FCNTL(fcntl64)

int mkdir(const char *path, mode_t mode) noexcept
{
    static auto *const call = next<int(const char *, mode_t)>("mkdir");
    return pass(path, Kind::Other, [&] { return call(path, mode); });
}

int close(int descriptor)
{
    static auto *const call = next<int(int)>("close");
    const bool isOurs = isBelow(descriptor);
    noteClose(descriptor);
    if (isOurs)
        fateOf(Kind::Look);
    return call(descriptor);
}

} // extern "C"
