// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace milepost::faults {

/// How the room on a disk runs out.
struct FullSize
{
    QString kind = {}; ///< of write; "" for all
    int sizes = 20;    ///< how much room is left: so many sizes from none to all that the write needs
};

/// Lets every kind of write run out of room at every size, each time in a process of its own: it has to say
/// so, to leave the file as it was, and to be made when there is room again. The same for the room of one's
/// own outbox. False if one was wrong.
bool runFull(const FullSize &size);

} // namespace milepost::faults
