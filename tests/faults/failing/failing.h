// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// Calls of the system on files below one folder, each of which can be made to fail, to take longer or, if it
/// is about locks, to lie. The library stands before the C library in the order in which names are looked up,
/// so that SQLite's and Qt's calls come through it. What is set holds for the process; it is set before there
/// are threads that call.
namespace milepost::failing {

enum class Mode {
    None,
    EioOnce,    ///< the call fails with EIO
    EioForever, ///< it and all after it do
    DiskFull,   ///< from it on whatever writes fails with ENOSPC
    ShortWrite, ///< the next write from it on writes the first half only
    SyncFails,  ///< the next sync from it on fails with EIO
    Kill,       ///< the process is killed instead of the call
    Torn,       ///< the next write from it on writes the first half, then the process is killed
    NoRoom, ///< there is room for so many more bytes: a write is cut short there, the next fails with ENOSPC
};

struct Plan
{
    Mode mode = Mode::None;
    long call = 0;   ///< which call fails, counted from 1
    long second = 0; ///< which call after that fails with EIO as well; 0: none
    long room = 0;   ///< bytes by which files may grow together
};

/// From now on calls on files below \p folder are counted, and fail as planned.
void arm(const char *folder, const Plan &plan);
/// No call fails any more. How many there were.
long disarm();
/// Whether a call has failed as planned.
bool hasFailed();
/// By how many bytes files have grown together at most. What is cut off or removed makes room again.
long mostRoomUsed();

/// How long a share's server takes, in milliseconds.
struct Delay
{
    int call = 0; ///< to answer any call
    int sync = 0; ///< to put on its disk what was written
};

/// From now on each call on a file below \p folder takes so much longer.
void slowDown(const char *folder, const Delay &delay);
/// How many calls were slowed down so far.
long slowCalls();

/// From now on who asks for a lock on a file below \p folder is told that it has it, and nobody else: as on a
/// mount that keeps locks to itself.
void ignoreLocks(const char *folder);

/// What has been seen of one file since watch().
struct Watched
{
    long opens = 0;                ///< by SQLite, the locks of our own VFS included
    long foreignOpens = 0;         ///< by anybody else in the process
    std::string firstForeign = {}; ///< while it did what, and who called
    /// The longest that SQLite's shared lock was held: by one that only read, outside of a turn to write, and
    /// within one; and what the process was doing (see tellWatch()).
    long longest = 0; ///< milliseconds
    std::string longestAt = {};
    long longestInTurn = 0;
    std::string longestInTurnAt = {};
};

/// From now on who opens the file at \p path, and how long it is locked by those who read it, is noted. An
/// open that does not come from SQLite is told on the standard error output, with who called.
void watch(const char *path);
/// What the process is doing from now on.
void tellWatch(const char *doing);
/// What has been seen; then it begins anew.
Watched takeWatched();

} // namespace milepost::failing
