// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace milepost::faults {

/// Which harms are done to a file.
struct CorruptSize
{
    unsigned seed = 1;
    int first = 0; ///< the number of the first case, to run one again alone
    int count = 1000;
};

/// Harms a workspace in one place, and uses it: opens it, reads everything, verifies, copies, writes and
/// takes that back; each time in a process of its own, which must neither crash nor hang. What is shown must
/// be what was there, unless an error is answered or verifying finds something. False if one was otherwise.
bool runCorrupt(const CorruptSize &size);

} // namespace milepost::faults
