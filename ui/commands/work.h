// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <atomic>
#include <memory>

namespace milepost {

/// A long work that runs on another thread: how far it is, and whether it shall stop. Shared by both sides.
class Work
{
public:
    double share() const { return m_share; }
    bool isCancelled() const { return m_isCancelled; }
    void cancel() { m_isCancelled = true; }

    /// What the worker calls.
    static Progress progressOf(const std::shared_ptr<Work> &work)
    {
        return [work](double share) {
            work->m_share = share;
            return !work->m_isCancelled;
        };
    }

private:
    std::atomic<double> m_share = 0;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace milepost
