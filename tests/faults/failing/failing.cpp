// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/failing/failing.h"

#include "tests/faults/failing/hooks.h"
#include "tests/faults/failing/room.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace milepost::failing {
namespace {

constexpr int kDescriptors = 1024;

std::array<char, PATH_MAX> folder = {};
size_t folderLength = 0;
std::atomic<bool> hasFolder = false;
std::array<std::atomic<bool>, kDescriptors> isOurs = {};

std::atomic<bool> isArmed = false;
std::mutex planning; // of what follows
Plan plan;
long calls = 0;
long failedAt = 0;

std::atomic<bool> hasNoLocks = false;
std::atomic<bool> isSlow = false;
Delay delay;
std::atomic<long> slowed = 0;

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
    case Mode::NoRoom: // by what is left, and not by the number of the call
        return false;
    case Mode::SyncFails:
        return kind == Kind::Sync;
    }
    return false;
}

Fate failAsPlanned()
{
    switch (plan.mode) {
    case Mode::None:
    case Mode::NoRoom:
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

Fate planned(Kind kind)
{
    const std::lock_guard guard(planning);
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

void sleepFor(Kind kind)
{
    const int error = errno;
    std::this_thread::sleep_for(std::chrono::milliseconds(kind == Kind::Sync ? delay.sync : delay.call));
    ++slowed;
    errno = error;
}

void lookBelow(const char *path)
{
    folderLength = std::strlen(path);
    std::strncpy(folder.data(), path, folder.size() - 1);
    // Files that are open already.
    std::array<char, PATH_MAX> name = {};
    std::array<char, 64> link = {};
    for (int descriptor = 0; descriptor < kDescriptors; ++descriptor) {
        std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
        const ssize_t length = ::readlink(link.data(), name.data(), name.size() - 1);
        isOurs[static_cast<size_t>(descriptor)] =
            length > 0 && std::strncmp(name.data(), path, folderLength) == 0;
    }
    hasFolder = true;
}

} // namespace

bool isBelow(const char *path)
{
    return hasFolder && path && std::strncmp(path, folder.data(), folderLength) == 0;
}

bool isBelow(int descriptor)
{
    return hasFolder && descriptor >= 0 && descriptor < kDescriptors &&
           isOurs[static_cast<size_t>(descriptor)];
}

Fate fateOf(Kind kind)
{
    if (isSlow)
        sleepFor(kind);
    return isArmed && kind != Kind::Look ? planned(kind) : Fate::Passes;
}

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

bool isUnlockable(int descriptor)
{
    return hasNoLocks && isBelow(descriptor);
}

void noteOpen(const char *path, int descriptor)
{
    if (descriptor < 0)
        return;
    if (isBelow(path) && descriptor < kDescriptors)
        isOurs[static_cast<size_t>(descriptor)] = true;
    watchOpen(descriptor);
}

void noteClose(int descriptor)
{
    if (descriptor >= 0 && descriptor < kDescriptors)
        isOurs[static_cast<size_t>(descriptor)] = false;
    watchClose(descriptor);
}

void arm(const char *path, const Plan &next)
{
    plan = next;
    calls = 0;
    failedAt = 0;
    lookBelow(path);
    measureRoom(plan.mode == Mode::NoRoom ? std::optional(plan.room) : std::nullopt);
    isArmed = true;
}

long disarm()
{
    isArmed = false;
    endRoom();
    return calls;
}

bool hasFailed()
{
    return failedAt > 0 || hasRunOut();
}

void slowDown(const char *path, const Delay &next)
{
    delay = next;
    lookBelow(path);
    isSlow = true;
}

long slowCalls()
{
    return slowed;
}

void ignoreLocks(const char *path)
{
    lookBelow(path);
    hasNoLocks = true;
}

} // namespace milepost::failing
