// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/locks/bytelocks.h"

namespace milepost {

/// Lets one process of this machine at a time have its turn to write a file on a network share, and over SMB
/// touch it at all: there several processes on one mount wait for each other by the server's time-outs, of 30
/// seconds and more. A local file stands for each such file; it is never removed, since a removed one would
/// let two in.
class MachineLock
{
public:
    enum class Use { Nothing, Turns, Everything };
    /// What it is needed for where the file lies.
    static Use useFor(const QByteArray &path);

    /// \p descriptor: of the file on the share.
    MachineLock(int descriptor, Use use);
    Use use() const { return m_use; }

    /// How long take() waits.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// What one holds already is taken once more, and released as often. Where this machine has no place for
    /// such locks it is always taken: slow is better than not at all.
    bool take();
    void release();

    /// A turn of this machine ends now.
    void noteTurn();
    /// Waits, with the lock, until others have had a moment to take their turn: a server does not always give
    /// it to who asked first.
    void giveWay();

private:
    ByteLocks m_bytes;
    Use m_use;
    std::chrono::milliseconds m_patience;
    int m_count = 0;
};

} // namespace milepost
