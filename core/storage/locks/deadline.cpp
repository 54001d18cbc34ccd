// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locks/deadline.h"

#include <csignal>
#include <unistd.h>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto kAgain = 20ms;

void wake(int) {}

/// A signal of the real-time range that neither Qt nor glibc uses, with a handler that only interrupts.
int wakingSignal()
{
    static const int signal = [] {
        const int chosen = SIGRTMAX - 3;
        struct sigaction action = {};
        action.sa_handler = wake; // without SA_RESTART: the call shall end
        sigemptyset(&action.sa_mask);
        ::sigaction(chosen, &action, nullptr);
        return chosen;
    }();
    return signal;
}

timespec specOf(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    const std::chrono::nanoseconds rest = time - seconds;
    return {seconds.count(), rest.count()};
}

} // namespace

Deadline::Deadline(std::chrono::milliseconds patience) : m_end(std::chrono::steady_clock::now() + patience)
{
    sigset_t waking;
    sigemptyset(&waking);
    sigaddset(&waking, wakingSignal());
    ::pthread_sigmask(SIG_UNBLOCK, &waking, nullptr);

    struct sigevent event = {};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = wakingSignal();
    event._sigev_un._tid = ::gettid();
    m_isArmed = ::timer_create(CLOCK_MONOTONIC, &event, &m_timer) == 0;
    if (!m_isArmed)
        return;
    const itimerspec times{specOf(kAgain), specOf(std::max(patience, std::chrono::milliseconds(1)))};
    ::timer_settime(m_timer, 0, &times, nullptr);
}

Deadline::~Deadline()
{
    if (m_isArmed)
        ::timer_delete(m_timer);
}

bool Deadline::isOver() const
{
    return std::chrono::steady_clock::now() >= m_end;
}

} // namespace milepost
