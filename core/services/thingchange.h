// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rowstep.h"
#include "core/services/history.h"

namespace milepost {

/// One entry of the journal as it touched a thing: the thing itself, or what hangs on it.
struct ThingChange
{
    LogEntry entry = {};
    QList<RowStep> steps = {}; ///< of an entry that changed very much, only the first
    bool isTakenBack = false;  ///< a later entry took it back (or, of an undo, did the act again)
    bool mayTakeBack =
        false; ///< it can be taken back, and this person may; whether it is too late shows then
};

} // namespace milepost
