// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>

/// What the calls that stand for the C library's ask, and what they tell.
namespace milepost::failing {

/// What a call does; of one that only looks, no failure is planned.
enum class Kind { Other, Write, Sync, Look };

/// What happens to one call.
enum class Fate { Passes, Fails, IsCutShort };

bool isBelow(const char *path);
bool isBelow(int descriptor);
/// Of a call on a file below the folder; it has taken as long as it shall.
Fate fateOf(Kind kind);
/// The half of a write; what comes of it is the call's answer.
ssize_t cutShort(int descriptor, const void *bytes, size_t size, const off64_t *offset);
/// Whether locks on it are only pretended.
bool isUnlockable(int descriptor);

void noteOpen(const char *path, int descriptor);
void noteClose(int descriptor);

// Of the file that is watched.
void watchOpen(int descriptor);
void watchClose(int descriptor);
/// A lock was taken or given up.
void watchLock(int descriptor, const struct flock &lock);

template<class Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace milepost::failing
