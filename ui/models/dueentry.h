// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/duerows.h"
#include "ui/models/boardrow.h"

namespace milepost {

/// A row that is due, as one reads it when it stands alone.
struct DueEntry
{
    DueRow due = {};
    BoardRow row = {};
    QString board = {};
    QString above = {};      ///< the objective, or the key result of a part; empty for a KPI
    QString definition = {}; ///< what is measured and how, of a KPI
    QString last = {};       ///< "48 min, 15 Nov", or that there is none yet
};

/// All that is due of a person on \p day, on one board or (invalid) on all, in the order of the boards.
QList<DueEntry> dueEntries(const WorkingSet &state, PersonId person, BoardId board, QDate day);

/// The same row as it stands now.
DueEntry refreshed(const WorkingSet &state, PersonId person, const DueEntry &entry, QDate day);

} // namespace milepost
