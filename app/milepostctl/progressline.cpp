// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/progressline.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace milepost::ctl {

ProgressLine::ProgressLine(const QString &what)
    : m_what(what.toUtf8())
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_isTerminal)
        std::fputs("\r\033[K", stderr);
}

Progress ProgressLine::reporter() const
{
    if (!m_isTerminal)
        return {};
    return [this, last = -1](double part) mutable {
        const int percent = static_cast<int>(std::clamp(part, 0.0, 1.0) * 100);
        if (percent != last)
            std::fprintf(stderr, "\r%s: %d %%", m_what.constData(), percent);
        last = percent;
        return true;
    };
}

} // namespace milepost::ctl
