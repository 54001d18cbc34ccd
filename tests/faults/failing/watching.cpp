// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/failing/failing.h"
#include "tests/faults/failing/hooks.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <execinfo.h>
#include <memory>
#include <mutex>
#include <sys/stat.h>
#include <unordered_map>
#include <utility>

#undef stat64
#undef fstat64

namespace milepost::failing {
namespace {

using Clock = std::chrono::steady_clock;

// Where SQLite locks, and where the file beside it says whose turn it is (lockvfs.cpp, peerfile.cpp).
constexpr off64_t kReserved = 0x40000001;
constexpr off64_t kShared = 0x40000002;
constexpr off64_t kTurn = 0x50000000;
constexpr int kMostFrames = 64;

std::atomic<bool> isWatching = false;
std::mutex watching; // of all that follows
std::string watched;
std::string doing;
Watched sum;

/// A descriptor of the file that is watched, or of the one beside it.
struct Held
{
    bool isShared = false;
    bool isWriting = false;
    bool wasInTurn = false;
    Clock::time_point since = {};
};
std::unordered_map<int, Held> held;
bool isInTurn = false;

bool isFile(int descriptor, const std::string &path)
{
    static auto *const statNext = next<int(const char *, struct stat64 *)>("stat64");
    static auto *const fstatNext = next<int(int, struct stat64 *)>("fstat64");
    struct stat64 mine = {};
    struct stat64 there = {};
    return fstatNext(descriptor, &mine) == 0 && statNext(path.c_str(), &there) == 0 &&
           mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

/// Whether SQLite has called, directly or through our VFS.
bool comesFromSqlite(void *const *frames, int count)
{
    for (int i = 0; i < count; ++i) {
        Dl_info info = {};
        if (::dladdr(frames[i], &info) != 0 && info.dli_fname && std::strstr(info.dli_fname, "libsqlite3"))
            return true;
    }
    return false;
}

std::string textOf(void *const *frames, int count)
{
    const std::unique_ptr<char *, decltype(&std::free)> lines(::backtrace_symbols(frames, count), std::free);
    std::string text;
    for (int i = 0; lines && i < count; ++i)
        text.append(lines.get()[i]).append("\n");
    return text;
}

bool covers(const struct flock &lock, off64_t byte)
{
    return lock.l_start <= byte && byte < lock.l_start + lock.l_len;
}

void endShared(Held &lock)
{
    if (!std::exchange(lock.isShared, false) || lock.isWriting)
        return;
    const long time =
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - lock.since).count();
    long &longest = lock.wasInTurn ? sum.longestInTurn : sum.longest;
    std::string &at = lock.wasInTurn ? sum.longestInTurnAt : sum.longestAt;
    if (time < longest)
        return;
    longest = time;
    at = doing;
}

void noteShared(Held &lock, short type)
{
    if (type != F_RDLCK) { // let go, or on the way to write
        endShared(lock);
        return;
    }
    lock.isShared = true;
    lock.wasInTurn = isInTurn;
    lock.since = Clock::now();
}

} // namespace

void watchOpen(int descriptor)
{
    if (!isWatching)
        return;
    const std::lock_guard guard(watching);
    if (!isFile(descriptor, watched))
        return;
    std::array<void *, kMostFrames> frames = {};
    const int count = ::backtrace(frames.data(), kMostFrames);
    if (comesFromSqlite(frames.data(), count)) {
        ++sum.opens;
        return;
    }
    if (++sum.foreignOpens == 1)
        sum.firstForeign = doing + '\n' + textOf(frames.data(), count);
}

void watchClose(int descriptor)
{
    if (!isWatching)
        return;
    const std::lock_guard guard(watching);
    const auto found = held.find(descriptor);
    if (found == held.end())
        return;
    endShared(found->second);
    held.erase(found);
}

// The bytes are nobody else's: that they are asked for says which file it is.
void watchLock(int descriptor, const struct flock &lock)
{
    if (!isWatching)
        return;
    const std::lock_guard guard(watching);
    if (covers(lock, kTurn) && isFile(descriptor, watched + "-peers"))
        isInTurn = lock.l_type != F_UNLCK;
    const bool isKnown = held.count(descriptor) > 0;
    const bool isOfDatabase = covers(lock, kShared) || covers(lock, kReserved);
    if (!isOfDatabase || (!isKnown && !isFile(descriptor, watched)))
        return;
    Held &of = held[descriptor];
    if (covers(lock, kShared))
        noteShared(of, lock.l_type);
    if (covers(lock, kReserved))
        of.isWriting = lock.l_type != F_UNLCK;
}

void watch(const char *path)
{
    const std::lock_guard guard(watching);
    watched = path;
    sum = {};
    isWatching = true;
}

void tellWatch(const char *what)
{
    const std::lock_guard guard(watching);
    doing = what;
}

Watched takeWatched()
{
    const std::lock_guard guard(watching);
    return std::exchange(sum, {});
}

} // namespace milepost::failing
