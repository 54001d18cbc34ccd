// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <sys/types.h>

/// By how much files below the folder have grown together, and by how much they may.
namespace milepost::failing {

/// Begins to count; \p limit is in bytes, nothing for none.
void measureRoom(std::optional<long> limit);
/// Nothing runs out any more.
void endRoom();

/// A new file takes room for its name where none is left; sets errno.
bool hasRoomFor(const char *path, int flags);
/// How much of a write fits; what lies within the file takes no room. 0 sets errno, unless nothing was to be
/// written.
size_t sizeThatFits(int descriptor, size_t size, off64_t offset);
/// How long a file is that is about to lose bytes; of one that has another name still, none go.
long bytesOf(int descriptor);
long bytesOf(const char *path);
/// So many were cut off or removed, or are there now.
void use(long bytes);

/// Whether something found no room.
bool hasRunOut();

} // namespace milepost::failing
