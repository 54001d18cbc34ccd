// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/demo/democompany.h"

namespace milepost::faults {

/// What a session reads, and what it must not exceed.
struct ReadsSize
{
    DemoSize demo = {};
    int milliseconds = 250; ///< that a read may keep others from writing
};

/// Lets one session do all that a session does with a file, and sees who opens that meanwhile and for how
/// long it is locked. False if it was opened by anything but SQLite, if a read took too long outside of a
/// turn, or if a step failed.
bool runReads(const ReadsSize &size);

} // namespace milepost::faults
