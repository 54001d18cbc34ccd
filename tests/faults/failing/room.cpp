// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/failing/room.h"

#include "tests/faults/failing/failing.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace milepost::failing {
namespace {

std::atomic<bool> isCounting = false;
std::optional<long> room;
std::atomic<long> used = 0;
std::atomic<long> mostUsed = 0;
std::atomic<bool> isOut = false;

// By the system itself: these are no calls of the program.
bool lookAt(int descriptor, struct stat64 &there)
{
    return ::syscall(SYS_newfstatat, descriptor, "", &there, AT_EMPTY_PATH) == 0;
}

bool refuse()
{
    isOut = true;
    errno = ENOSPC;
    return false;
}

} // namespace

void measureRoom(std::optional<long> limit)
{
    room = limit;
    used = 0;
    mostUsed = 0;
    isOut = false;
    isCounting = true;
}

void endRoom()
{
    isCounting = false;
}

bool hasRoomFor(const char *path, int flags)
{
    if (!isCounting || !room || used < *room || (flags & O_CREAT) == 0)
        return true;
    return ::syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0 || refuse();
}

size_t sizeThatFits(int descriptor, size_t size, off64_t offset)
{
    struct stat64 there = {};
    const off64_t end = offset + static_cast<off64_t>(size);
    if (!isCounting || !lookAt(descriptor, there) || end <= there.st_size)
        return size;
    const long growth = std::min(static_cast<long>(size), end - there.st_size);
    const long beyond = room ? std::clamp(used + growth - *room, 0L, growth) : 0;
    use(growth - beyond);
    const size_t fitting = size - static_cast<size_t>(beyond);
    if (beyond > 0)
        refuse();
    return fitting;
}

long bytesOf(int descriptor)
{
    struct stat64 there = {};
    return isCounting && lookAt(descriptor, there) ? there.st_size : 0;
}

long bytesOf(const char *path)
{
    struct stat64 there = {};
    const bool isThere = isCounting && ::syscall(SYS_newfstatat, AT_FDCWD, path, &there, 0) == 0;
    return isThere && there.st_nlink == 1 ? there.st_size : 0;
}

void use(long bytes)
{
    if (!isCounting)
        return;
    used += bytes;
    mostUsed = std::max(mostUsed.load(), used.load());
}

bool hasRunOut()
{
    return isOut;
}

long mostRoomUsed()
{
    return mostUsed;
}

} // namespace milepost::failing
