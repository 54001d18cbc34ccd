// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alignmentrow.h"

#include "core/domain/rights.h"
#include "ui/models/boardrow.h"
#include "ui/models/statusfacts.h"
#include "ui/words/labels.h"

namespace milepost {
namespace {

QList<AlignmentBranch> branchesOf(const WorkingSet &state, PersonId reader, QDate day,
                                  const QList<AlignedObjective> &tree)
{
    QList<AlignmentBranch> branches;
    for (const AlignedObjective &node : tree) {
        const Objective &objective = *state.find(node.objective);
        const ObjectiveFigures figures = figuresOf(state, objective, day);
        AlignmentRow row;
        row.objective = objective.id;
        row.board = objective.board;
        row.title = objective.title;
        row.boardName = state.find(objective.board)->name;
        row.owners = ownerFacts(state, objective.owners);
        row.progress = {figures.progress, figures.progress, figures.expected};
        row.status = {label(figures.status), toneOf(figures.status), signOf(figures.status)};
        row.isEditable = bool(require(state, reader, objective.board, Role::Editor));
        branches.append({row, branchesOf(state, reader, day, node.children)});
    }
    return branches;
}

} // namespace

QList<AlignmentBranch> alignmentRows(const WorkingSet &state, PersonId reader, QDate day)
{
    return branchesOf(state, reader, day, alignmentFor(state, reader));
}

} // namespace milepost
