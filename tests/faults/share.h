// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace milepost::faults {

/// How many clients write through an imitated share for how long, and what they must not exceed.
struct ShareSize
{
    int clients = 50;
    int seconds = 20; ///< for each of the two times that they write as fast as they can
    int writers = 10; ///< who write while nobody, and then while so many more, only look
    int pollers = 50;
    // The bounds. 0: told, and not held.
    double writesEach = 10;  ///< a second, at least
    double longest = 6;      ///< seconds in a burst in which each writes once
    double overMean = 3;     ///< the longest wait in it by the mean
    double pollersCost = 20; ///< percent of the 95th percentile of the wait
};

/// Imitates a share that answers any call in 1 ms and a sync in 5 ms, and tells how many writes come through
/// it, how long the waits are and how even. False if a bound does not hold.
bool runShare(const ShareSize &size);

} // namespace milepost::faults
