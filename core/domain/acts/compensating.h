// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/references.h"
#include "core/domain/situation.h"

namespace milepost {

/// Taking an act back, or doing it again, writes rows as they once were into a workspace that has gone on.
/// Done if the asker still has the rights that the act needed, and if the names are still free and nothing
/// would go in circles or show a private metric. VisitorWrites, PersonLeft, NotAllowed, NameUnknown,
/// NameTaken, ObjectiveLoop, ObjectiveBarred, TeamLoop, PrivateMetric. \p subject is what the act was about.
Done checkCompensation(const Situation &in, const Edits &edits, qint64 subject);

/// The row whose last change stands in the way of \p edits: something that others have built on what would
/// go, something that is gone and would be built on, or a check-in where one would come back.
std::optional<RowPlace> rowInTheWay(const WorkingSet &state, const Edits &edits);

} // namespace milepost
