// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/domain/situation.h"

namespace milepost {

/// One field of something named, and what it shall be, as a person types it: numbers and dates in the fixed
/// grammar, choices by their words, people and teams by name (several separated by commas), "" for none.
struct FieldEdit
{
    QString field = {};
    QString value = {};
};

/// Changes fields of a board, objective, key result, part, KPI, action, person, team or cycle. For editors of
/// the board (an action also by its owner); the frame of the workspace by anyone who has joined. FieldUnknown
/// with the fields there are, and the errors of the fields.
Result<Draft> editFields(Situation &in, const Named &target, const QList<FieldEdit> &edits);

/// The fields that can be edited, in the order in which a person would fill them.
QStringList editableFields(Named::Kind kind);

/// Moves an objective (with all that hangs on it) or a KPI to another board. For editors of both.
Result<Draft> moveTo(Situation &in, const Named &target, BoardId board);

/// Puts a board, objective, key result or KPI out of sight without deleting it. Already there: nothing to do.
Result<Draft> archive(Situation &in, const Named &target);

/// Deletes something with all that hangs on it. For editors; a board for its owners; a team, a cycle or a KPI
/// that is used elsewhere is refused (InUse), people leave instead (WrongKind).
Result<Draft> deleteThing(Situation &in, const Named &target);

/// The KPIs whose series a deletion has to see, since their measurements go with them.
QList<KpiId> seriesNeededToDelete(const WorkingSet &state, const Named &target);

} // namespace milepost
