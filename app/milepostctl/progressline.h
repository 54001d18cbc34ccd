// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <array>
#include <csignal>

namespace milepost::ctl {

/// Whether the person at the terminal (Ctrl-C), or the system, asked the program to end while a ProgressLine
/// was there.
bool isInterrupted();

/// How far something has come, on standard error, if that is a terminal; it is wiped away at the end. As long
/// as it is there, SIGINT and SIGTERM cancel in an orderly way, each once: the second time they end the
/// program.
class ProgressLine
{
public:
    explicit ProgressLine(const QString &what);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// It must not outlive this.
    Progress reporter() const;

private:
    QByteArray m_what;
    bool m_isTerminal;
    std::array<struct sigaction, 2> m_before = {};
};

} // namespace milepost::ctl
