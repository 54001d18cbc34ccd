// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Calls of the system on files below one folder, each of which can be made to fail. The library stands
/// before the C library in the order in which names are looked up, so that SQLite's and Qt's calls come
/// through it.
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
};

struct Plan
{
    Mode mode = Mode::None;
    long call = 0;   ///< which call fails, counted from 1
    long second = 0; ///< which call after that fails with EIO as well; 0: none
};

/// From now on calls on files below \p folder are counted, and fail as planned.
void arm(const char *folder, const Plan &plan);
/// No call fails any more. How many there were.
long disarm();
/// Whether a call has failed as planned.
bool hasFailed();

} // namespace milepost::failing
