// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whoever offers to edit something also offers to move and to delete it.
#include "core/domain/acts/deleting.h"
#include "core/domain/acts/moving.h"
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

/// The field that a word means: fields are called as the options that first gave them are, or as `show`
/// prints them (start, target, owners).
QString fieldCalled(const QString &word);

/// The fields that can be edited, in the order in which a person would fill them.
QStringList editableFields(Named::Kind kind);

/// The KPIs whose series an edit has to see: a KPI that has values cannot turn into a ratio, nor back.
QList<KpiId> seriesNeededToEdit(const Named &target);

} // namespace milepost
