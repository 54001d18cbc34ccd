// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/conflicts.h"
#include "core/domain/rowstep.h"

namespace milepost {

/// Two versions of the same: what somebody has written, and what somebody else wanted to write without having
/// seen that. A person decides.
struct Standoff
{
    QByteArray id = {}; ///< of the write that was refused
    qint64 thing = 0;   ///< what it is about
    QString name = {};  ///< what that is called now
    QString who = {};   ///< has written; "" if that is not known
    qint64 at = 0;      ///< when, UTC milliseconds
    QList<RowStep> theirs = {};
    QList<RowStep> mine = {};
};

/// The two versions of the rows in question, each from what was seen, and only in the fields in question; and
/// what they are about, as it stands in \p fresh.
Standoff standoffOf(const QList<Conflict> &conflicts, const WorkingSet &seen, const WorkingSet &fresh);

} // namespace milepost
