// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/period.h"
#include "core/domain/workingset.h"

namespace milepost {

/// The cycle that a day belongs to: of several the one that ends first, then the one that began last, so that
/// a quarter comes before its year. Null if there is none.
const Cycle *cycleOn(const WorkingSet &state, QDate day);

/// All cycles, the newest first.
QList<const Cycle *> cyclesNewestFirst(const WorkingSet &state);

/// The first quarter of the calendar, from that of \p day on, that is no cycle yet.
Period nextQuarter(const WorkingSet &state, QDate day);

/// True if the board's cycle is over on \p day; a board without a cycle runs on.
bool isPast(const WorkingSet &state, const Board &board, QDate day);

/// The boards that the person may edit, whose cycle is over on \p day, and that are not archived.
QList<const Board *> boardsEnded(const WorkingSet &state, PersonId person, QDate day);

/// How many boards that the person may see are in a cycle.
qsizetype boardsIn(const WorkingSet &state, PersonId person, CycleId cycle);

} // namespace milepost
