// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/preflight.h"

#include <QByteArray>

namespace milepost {

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
