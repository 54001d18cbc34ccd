// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

namespace milepost {

/// How fit a place is for a workspace that several people write to.
enum class Fitness {
    Local,   ///< a disk of this machine: nobody elsewhere writes to it
    Fit,     ///< a share of a kind on which many writers were tried and nothing was lost
    Untried, ///< nobody has tried, or nobody can tell
    Synced,  ///< a program copies the file to and fro, so that two people write to two files
    Unfit    ///< locks do not reach the other machines, or what they wrote is not seen: writes would be lost
};

MILEPOST_WORDS(Fitness, {Fitness::Local, "local"}, {Fitness::Fit, "fit"}, {Fitness::Untried, "untried"},
               {Fitness::Synced, "synced"}, {Fitness::Unfit, "unfit"})

/// The verdict on a place before the workspace there is opened. The reason chooses the sentence that people
/// read (in ui/words), the value fills it in. Kinds of file systems and options are as the system writes
/// them.
struct Preflight
{
    enum class Reason {
        OwnDisk,          ///< %1 the kind of file system
        Measured,         ///< %1 the option that says which kind of share this is, as vers=3.1.1
        LocksStayHere,    ///< %1 the option that keeps locks from the other machines
        ReadsAreOld,      ///< %1 the option that lets this machine read what others have long overwritten
        KindWithoutLocks, ///< %1 the kind of file system, or its source where the kind tells nothing
        OptionUntried,    ///< %1 the option
        KindUntried,      ///< %1 the kind of file system
        SyncMarker,       ///< %1 the program: it has left its mark in the folder or in one above
        SyncName,         ///< %1 the program: a folder in one's home is called as it calls its own
        MountsUnreadable, ///< the system does not say what is mounted, or not all of it
        MountUnknown      ///< %1 the path: the system says what is mounted, but nothing that holds it
    };

    Fitness fitness = Fitness::Untried;
    Reason reason = Reason::MountsUnreadable;
    QString value = {};
    friend bool operator==(const Preflight &, const Preflight &) = default;
};

} // namespace milepost
