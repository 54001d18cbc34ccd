// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

#include <QByteArray>

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

/// What the preflight asks about folders; tests answer without a disk.
class Folders
{
public:
    enum class Entry { File, Folder };

    Folders() = default;
    virtual ~Folders() = default;
    Q_DISABLE_COPY_MOVE(Folders)

    /// Whether a folder has an entry of this kind and name. The name may be a path below the folder, or hold
    /// one star for any characters.
    virtual bool has(const QString &folder, Entry kind, const QString &name) const = 0;
    /// The home of whoever runs the program, without symbolic links; empty if there is none.
    virtual QString home() const = 0;
};

/// Judges the place of a file: first where it is mounted, then whether a sync program looks after one of the
/// folders it is in. A mount that is unfit stays so; else the sync program counts more than the mount. The
/// path is absolute and without symbolic links; the text is that of /proc/self/mountinfo, empty if it cannot
/// be read.
Preflight judge(const QString &canonicalPath, const QByteArray &mountinfo, const Folders &folders);

/// The same for a path of this machine, which need not exist yet. It waits for the disk or the share.
Preflight preflightOf(const QString &path);

} // namespace milepost
