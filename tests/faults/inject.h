// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace milepost::faults {

/// Which calls of which writes are made to fail.
struct InjectSize
{
    unsigned seed = 1;
    QString kind = {}; ///< of write; "" for all
    int every = 1;     ///< one call of so many, beginning with one that follows from the seed
};

/// Lets every call of the system that a write makes fail in turn, in every way, and once more during the
/// recovery; each time in a process of its own, and judges what it answered by what is in the file. False if
/// one was wrong.
bool runInject(const InjectSize &size);

} // namespace milepost::faults
