// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/workspacefile.h"

#include <memory>
#include <vector>

namespace milepost::faults {

/// One kind of write, on a workspace that is made for it, and how to tell afterwards whether it was made.
class WriteKind
{
public:
    WriteKind() = default;
    virtual ~WriteKind() = default;
    WriteKind(const WriteKind &) = delete;
    WriteKind &operator=(const WriteKind &) = delete;

    virtual QString name() const = 0;
    /// Lays out in \p folder what the write begins with.
    virtual void layOut(const QString &folder) const = 0;
    /// What comes before it and is no part of it: opening.
    virtual void open(const QString &folder) = 0;
    /// The write. An error: it was refused or has failed, or that is not known (WriteUnknown).
    virtual Done write() = 0;
    /// Asks again after WriteUnknown, without faults: afterwards it is done.
    virtual Done settle() = 0;
    /// Another write, to see that one can go on.
    virtual Done goOn() = 0;
    /// How often the write is in the folder: 0 or 1 where all is well. Fails the program if what is there is
    /// not whole, or if there is more than there should be (\p wasKilled: what a killed process leaves behind
    /// is none of that).
    virtual int count(const QString &folder, bool wasKilled) const = 0;
};

/// All kinds: create, objective, measurement, import, migrate, backup, undo.
std::vector<std::unique_ptr<WriteKind>> writeKinds();

} // namespace milepost::faults
