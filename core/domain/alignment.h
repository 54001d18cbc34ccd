// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// An objective with those that are aligned to it.
struct AlignedObjective
{
    ObjectiveId objective = {};
    QList<AlignedObjective> children = {};
};

/// How the objectives that a person may see lead to each other, across boards; in the order of the boards.
/// What they may not see leaves no trace: an objective whose parent they may not see stands at the top, as
/// one without a parent does. Archived objectives and boards are left out in the same way.
QList<AlignedObjective> alignmentFor(const WorkingSet &state, PersonId person);

/// The objectives that one may be aligned to by the person, in the same order: those that they may see, but
/// not itself nor any that leads up to it.
QList<ObjectiveId> possibleParents(const WorkingSet &state, PersonId person, ObjectiveId objective);

/// The KPIs whose measurements the figures of these objectives need.
QSet<KpiId> seriesForAlignment(const WorkingSet &state, PersonId person);

} // namespace milepost
