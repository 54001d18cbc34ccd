// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alignment.h"
#include "ui/models/place.h"

namespace milepost {

/// An objective in the tree of all boards.
struct AlignmentRow
{
    ObjectiveId objective = {};
    BoardId board = {};
    QString title = {};
    QString boardName = {};
    QList<OwnerFact> owners = {};
    ProgressFact progress = {};
    StatusFact status = {};
    bool isEditable = false; ///< its reader may align it to another one

    Place place() const { return {Place::Kind::Board, board, RowKind::Objective, objective.value()}; }
    friend bool operator==(const AlignmentRow &, const AlignmentRow &) = default;
};

/// A row with those aligned to it.
struct AlignmentBranch
{
    AlignmentRow row = {};
    QList<AlignmentBranch> children = {};
};

/// All objectives that someone may see, as a tree, with how they stand on a day.
QList<AlignmentBranch> alignmentRows(const WorkingSet &state, PersonId reader, QDate day);

} // namespace milepost
