// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace milepost::ctl {

/// How far something has come, on standard error, if that is a terminal; it is wiped away at the end.
class ProgressLine
{
public:
    explicit ProgressLine(const QString &what);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// Nothing where there is no terminal. It must not outlive this.
    Progress reporter() const;

private:
    QByteArray m_what;
    bool m_isTerminal;
};

} // namespace milepost::ctl
