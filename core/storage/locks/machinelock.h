// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/locks/bytelocks.h"

namespace milepost {

/// Lets one process of this machine at a time touch a file on an SMB share, where several on one mount wait
/// for each other by the server's time-outs, of 30 seconds and more. A local file stands for each such file;
/// it is never removed, since a removed one would let two in.
class MachineLock
{
public:
    /// \p descriptor: of the file on the share.
    explicit MachineLock(int descriptor);

    /// Whether the file lies on such a share.
    static bool isNeededFor(const QByteArray &path);

    /// How long take() waits.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// What one holds already is taken once more, and released as often. Where this machine has no place for
    /// such locks it is always taken: slow is better than not at all.
    bool take();
    void release();

private:
    ByteLocks m_bytes;
    std::chrono::milliseconds m_patience;
    int m_count = 0;
};

} // namespace milepost
