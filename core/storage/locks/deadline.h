// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <ctime>

namespace milepost {

/// While it lives, a system call of this thread that waits is interrupted (EINTR) when the time is over, and
/// then again and again, because one signal may come just before the call. The only way to bound a wait for a
/// lock on a file: the system knows no time-out for it.
class Deadline
{
public:
    explicit Deadline(std::chrono::milliseconds patience);
    ~Deadline();
    Q_DISABLE_COPY_MOVE(Deadline)

    /// False: the system has no timer left, and nothing will be interrupted.
    bool isArmed() const { return m_isArmed; }
    bool isOver() const;

private:
    std::chrono::steady_clock::time_point m_end;
    timer_t m_timer = {};
    bool m_isArmed = false;
};

} // namespace milepost
