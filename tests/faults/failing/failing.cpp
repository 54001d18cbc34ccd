// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/failing/failing.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

// Both names of a call are ours, whether a program was built for large files or not.
#undef open64
#undef fcntl64
#undef stat64
#undef fstat64
#undef pread64
#undef pwrite64
#undef ftruncate64

namespace milepost::failing {
namespace {

enum class Kind { Other, Write, Sync };

constexpr int kDescriptors = 1024;

bool isArmed = false;
std::array<char, PATH_MAX> folder = {};
size_t folderLength = 0;
Plan plan;
long calls = 0;
long failedAt = 0;
std::array<bool, kDescriptors> isOurs = {};

bool isBelow(const char *path)
{
    return path && std::strncmp(path, folder.data(), folderLength) == 0;
}

bool isBelow(int descriptor)
{
    return descriptor >= 0 && descriptor < kDescriptors && isOurs[static_cast<size_t>(descriptor)];
}

/// What happens to one call.
enum class Fate { Passes, Fails, IsCutShort };

Fate failWith(int error)
{
    errno = error;
    return Fate::Fails;
}

[[noreturn]] void endProcess()
{
    ::raise(SIGKILL);
    std::abort();
}

bool isMeant(Kind kind)
{
    switch (plan.mode) {
    case Mode::None:
        return false;
    case Mode::EioOnce:
    case Mode::EioForever:
    case Mode::Kill:
        return true;
    case Mode::DiskFull:
    case Mode::ShortWrite:
    case Mode::Torn:
        return kind == Kind::Write;
    case Mode::SyncFails:
        return kind == Kind::Sync;
    }
    return false;
}

Fate failAsPlanned()
{
    switch (plan.mode) {
    case Mode::None:
        break;
    case Mode::EioOnce:
    case Mode::EioForever:
    case Mode::SyncFails:
        return failWith(EIO);
    case Mode::DiskFull:
        return failWith(ENOSPC);
    case Mode::Kill:
        endProcess();
    case Mode::ShortWrite:
    case Mode::Torn:
        return Fate::IsCutShort;
    }
    return Fate::Passes;
}

Fate fateOf(Kind kind)
{
    ++calls;
    if (failedAt == 0) {
        if (calls < plan.call || !isMeant(kind))
            return Fate::Passes;
        failedAt = calls;
        return failAsPlanned();
    }
    const bool isLasting = plan.mode == Mode::EioForever || plan.mode == Mode::DiskFull;
    if (isLasting && isMeant(kind))
        return failAsPlanned();
    return plan.second > 0 && calls == failedAt + plan.second ? failWith(EIO) : Fate::Passes;
}

template<class Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

// The half of a write; what comes of it is the call's answer.
ssize_t cutShort(int descriptor, const void *bytes, size_t size, const off64_t *offset)
{
    static auto *const pwriteNext = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    static auto *const writeNext = next<ssize_t(int, const void *, size_t)>("write");
    const size_t half = (size + 1) / 2;
    const ssize_t written =
        offset ? pwriteNext(descriptor, bytes, half, *offset) : writeNext(descriptor, bytes, half);
    if (plan.mode == Mode::Torn)
        endProcess();
    return written;
}

template<class Path>
bool isWatched(Path place)
{
    return isArmed && isBelow(place);
}

/// Lets a call through that answers -1 when it fails.
template<class Call>
auto pass(bool watched, Kind kind, Call call) -> decltype(call())
{
    if (watched && fateOf(kind) == Fate::Fails)
        return -1;
    return call();
}

int note(const char *path, int descriptor)
{
    if (isWatched(path) && descriptor >= 0 && descriptor < kDescriptors)
        isOurs[static_cast<size_t>(descriptor)] = true;
    return descriptor;
}

} // namespace

void arm(const char *path, const Plan &next)
{
    folderLength = std::strlen(path);
    std::strncpy(folder.data(), path, folder.size() - 1);
    plan = next;
    calls = 0;
    failedAt = 0;
    // Files that are open already.
    std::array<char, PATH_MAX> name = {};
    std::array<char, 64> link = {};
    for (int descriptor = 0; descriptor < kDescriptors; ++descriptor) {
        std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
        const ssize_t length = ::readlink(link.data(), name.data(), name.size() - 1);
        isOurs[static_cast<size_t>(descriptor)] =
            length > 0 && std::strncmp(name.data(), path, folderLength) == 0;
    }
    isArmed = true;
}

long disarm()
{
    isArmed = false;
    return calls;
}

bool hasFailed()
{
    return failedAt > 0;
}

} // namespace milepost::failing

using namespace milepost::failing;

extern "C" {

#define MILEPOST_OPEN(name)                                                                                  \
    int name(const char *path, int flags, ...)                                                               \
    {                                                                                                        \
        static auto *const call = next<int(const char *, int, ...)>(#name);                                  \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                                        \
        return note(path, pass(isWatched(path), Kind::Other, [&] { return call(path, flags, mode); }));      \
    }
MILEPOST_OPEN(open)
MILEPOST_OPEN(open64)

#define MILEPOST_PREAD(name)                                                                                 \
    ssize_t name(int descriptor, void *bytes, size_t size, off64_t offset)                                   \
    {                                                                                                        \
        static auto *const call = next<ssize_t(int, void *, size_t, off64_t)>(#name);                        \
        return pass(isWatched(descriptor), Kind::Other,                                                      \
                    [&] { return call(descriptor, bytes, size, offset); });                                  \
    }
MILEPOST_PREAD(pread)
MILEPOST_PREAD(pread64)

#define MILEPOST_PWRITE(name)                                                                                \
    ssize_t name(int descriptor, const void *bytes, size_t size, off64_t offset)                             \
    {                                                                                                        \
        static auto *const call = next<ssize_t(int, const void *, size_t, off64_t)>(#name);                  \
        const Fate fate = isWatched(descriptor) ? fateOf(Kind::Write) : Fate::Passes;                        \
        if (fate == Fate::IsCutShort)                                                                        \
            return cutShort(descriptor, bytes, size, &offset);                                               \
        return fate == Fate::Fails ? -1 : call(descriptor, bytes, size, offset);                             \
    }
MILEPOST_PWRITE(pwrite)
MILEPOST_PWRITE(pwrite64)

ssize_t read(int descriptor, void *bytes, size_t size)
{
    static auto *const call = next<ssize_t(int, void *, size_t)>("read");
    return pass(isWatched(descriptor), Kind::Other, [&] { return call(descriptor, bytes, size); });
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *const call = next<ssize_t(int, const void *, size_t)>("write");
    const Fate fate = isWatched(descriptor) ? fateOf(Kind::Write) : Fate::Passes;
    if (fate == Fate::IsCutShort)
        return cutShort(descriptor, bytes, size, nullptr);
    return fate == Fate::Fails ? -1 : call(descriptor, bytes, size);
}

#define MILEPOST_SYNC(name)                                                                                  \
    int name(int descriptor)                                                                                 \
    {                                                                                                        \
        static auto *const call = next<int(int)>(#name);                                                     \
        return pass(isWatched(descriptor), Kind::Sync, [&] { return call(descriptor); });                    \
    }
MILEPOST_SYNC(fsync)
MILEPOST_SYNC(fdatasync)

#define MILEPOST_TRUNCATE(name)                                                                              \
    int name(int descriptor, off64_t size) noexcept                                                          \
    {                                                                                                        \
        static auto *const call = next<int(int, off64_t)>(#name);                                            \
        return pass(isWatched(descriptor), Kind::Other, [&] { return call(descriptor, size); });             \
    }
MILEPOST_TRUNCATE(ftruncate)
MILEPOST_TRUNCATE(ftruncate64)

int unlink(const char *path) noexcept
{
    static auto *const call = next<int(const char *)>("unlink");
    return pass(isWatched(path), Kind::Other, [&] { return call(path); });
}

int rename(const char *from, const char *to) noexcept
{
    static auto *const call = next<int(const char *, const char *)>("rename");
    return pass(isWatched(from), Kind::Other, [&] { return call(from, to); });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static auto *const call = next<int(int, const char *, int, const char *, unsigned)>("renameat2");
    return pass(isWatched(from), Kind::Other, [&] { return call(fromFolder, from, toFolder, to, flags); });
}

int link(const char *from, const char *to) noexcept
{
    static auto *const call = next<int(const char *, const char *)>("link");
    return pass(isWatched(from), Kind::Other, [&] { return call(from, to); });
}

int access(const char *path, int mode) noexcept
{
    static auto *const call = next<int(const char *, int)>("access");
    return pass(isWatched(path), Kind::Other, [&] { return call(path, mode); });
}

int stat64(const char *path, struct stat64 *found) noexcept
{
    static auto *const call = next<int(const char *, struct stat64 *)>("stat64");
    return pass(isWatched(path), Kind::Other, [&] { return call(path, found); });
}

int fstat64(int descriptor, struct stat64 *found) noexcept
{
    static auto *const call = next<int(int, struct stat64 *)>("fstat64");
    return pass(isWatched(descriptor), Kind::Other, [&] { return call(descriptor, found); });
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
        const bool isLock = command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK;     \
        return pass(isLock && isWatched(descriptor), Kind::Other,                                            \
                    [&] { return call(descriptor, command, word); });                                        \
    }
MILEPOST_FCNTL(fcntl)
MILEPOST_FCNTL(fcntl64)

int mkdir(const char *path, mode_t mode) noexcept
{
    static auto *const call = next<int(const char *, mode_t)>("mkdir");
    return pass(isWatched(path), Kind::Other, [&] { return call(path, mode); });
}

int close(int descriptor)
{
    static auto *const call = next<int(int)>("close");
    if (descriptor >= 0 && descriptor < kDescriptors)
        isOurs[static_cast<size_t>(descriptor)] = false;
    return call(descriptor);
}

} // extern "C"
