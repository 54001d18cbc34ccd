// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"

namespace milepost {

/// A row that asks someone for a value.
struct DueRow
{
    BoardId board = {};
    Subject subject = {};      ///< a key result or a KPI
    MilestonePartId part = {}; ///< of a milestone with parts: which one; else invalid
    QDate lastDate = {};       ///< of its latest value; invalid if it never had one
    QDate dueSince = {};       ///< the first day of the first period that has none
    bool isOverdue = false;    ///< see isOverdue()

    friend bool operator==(const DueRow &, const DueRow &) = default;
};

/// Since when a value is due on \p day: its cadence asks for one in every period, from the period's first day
/// on, so it is due if the running period has none. Nothing if it has one, and for what takes no values of
/// its own (derived or driven), is done, is archived, or is outside the cycle of its board. \p figures are
/// its own on that day.
std::optional<QDate> dueSince(const WorkingSet &state, const KeyResult &keyResult,
                              const KeyResultFigures &figures, QDate day);
/// The same of a KPI. Nothing either where its measurements have not been loaded: then nobody knows.
std::optional<QDate> dueSince(const WorkingSet &state, const Kpi &kpi, const KpiFigures &figures, QDate day);

/// All that is due on \p day of what the person answers for, on the boards that they can see and that are not
/// archived: by board, as the board shows it. Of a milestone with parts each part that is not done yet. The
/// series that seriesOfMine() names must be loaded.
QList<DueRow> dueRows(const WorkingSet &state, PersonId person, QDate day);

/// The KPIs that the person is asked for values of.
QList<KpiId> seriesOfMine(const WorkingSet &state, PersonId person);

} // namespace milepost
