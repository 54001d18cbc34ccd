// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace milepost::faults {

/// Two clients have one file open, and the locks of one of them are ignored. Both must have stopped writing,
/// and go on reading, within \p seconds after the second has opened it. Tells when each did; false if one did
/// not.
bool runBlind(double seconds);

} // namespace milepost::faults
