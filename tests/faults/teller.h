// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace milepost::faults {

/// One who moves amounts between accounts through the services, as the window and the command line do: under
/// a profile of its own, with an outbox, as a person of the workspace.
class Teller
{
public:
    /// Opens the workspace at \p path; \p profile is a folder on this machine. Fails the program if it
    /// cannot.
    Teller(const QString &path, const QString &profile);

    /// Until it is there. Where another has changed one of the accounts since they were last looked at, it is
    /// decided again.
    Done move(int writer, int number);
    /// The longest that one answer took, in milliseconds.
    qint64 longest() const { return m_longest; }

private:
    Session m_session;
    qint64 m_longest = 0;
};

} // namespace milepost::faults
