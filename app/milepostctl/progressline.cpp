// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/progressline.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <unistd.h>

namespace milepost::ctl {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM};

// A signal handler reaches nothing but globals.
std::atomic<bool> wasAsked = false; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may not wait");

void remember(int)
{
    wasAsked = true;
}

/// What was to happen before. A signal that the parent had us ignore, as nohup does, stays ignored.
struct sigaction rememberOn(int signal)
{
    struct sigaction before = {};
    struct sigaction action = {};
    action.sa_handler = remember;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN)
        sigaction(signal, &action, nullptr);
    return before;
}

} // namespace

bool isInterrupted()
{
    return wasAsked;
}

ProgressLine::ProgressLine(const QString &what)
    : m_what(what.toUtf8())
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
{
    std::transform(kSignals.begin(), kSignals.end(), m_before.begin(), rememberOn);
}

ProgressLine::~ProgressLine()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        sigaction(kSignals[i], &m_before[i], nullptr);
    if (m_isTerminal)
        std::fputs("\r\033[K", stderr);
}

Progress ProgressLine::reporter() const
{
    return [this, last = -1](double part) mutable {
        const int percent = static_cast<int>(std::clamp(part, 0.0, 1.0) * 100);
        if (m_isTerminal && percent != last)
            std::fprintf(stderr, "\r%s: %d %%", m_what.constData(), percent);
        last = percent;
        return !isInterrupted();
    };
}

} // namespace milepost::ctl
