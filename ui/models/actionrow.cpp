// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionrow.h"

#include "core/domain/figures/overdueactions.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"
#include "ui/models/boardrow.h"

namespace milepost {
namespace {

ActionRow rowOf(const WorkingSet &state, PersonId reader, const Action &action, QDate day)
{
    ActionRow row;
    row.id = action.id;
    row.board = action.board;
    row.subject = action.subject;
    row.title = action.title;
    if (const std::optional<Named> about = nameOf(state, action.subject.id))
        row.about = about->name;
    if (const Board *board = state.find(action.board))
        row.boardName = board->name;
    row.owner = action.owner;
    if (action.owner.isValid())
        row.owners = ownerFacts(state, {{action.owner, {}}});
    row.due = action.due;
    row.isDone = action.done;
    row.doneOn = action.doneOn;
    row.isOverdue = isOverdue(action, day);
    row.note = action.note;
    const Role role = action.owner == reader ? Role::Viewer : Role::Editor;
    row.isEditable = static_cast<bool>(require(state, reader, action.board, role));
    row.foundBy =
        foldedForFilter(QStringList{row.title, row.about, row.boardName, row.ownerName()}.join(u' '));
    return row;
}

QList<const Action *> actionsIn(const WorkingSet &state, PersonId reader, const ActionScope &scope)
{
    if (scope) {
        const bool isSeen = canSee(state, reader, state.boardOf(*scope));
        return isSeen ? state.of<Action>().of(scope->id) : QList<const Action *>();
    }
    QList<const Action *> actions = state.of<Action>().all();
    actions.removeIf([&](const Action *action) {
        return !canSee(state, reader, action->board) || state.find(action->board)->archived;
    });
    return actions;
}

bool isBefore(const Action *left, const Action *right)
{
    if (left->done != right->done)
        return right->done;
    if (left->done)
        return left->doneOn > right->doneOn;
    if (left->due.isValid() != right->due.isValid())
        return left->due.isValid();
    return left->due < right->due;
}

} // namespace

QList<ActionRow> actionRows(const WorkingSet &state, PersonId reader, const ActionScope &scope, QDate day)
{
    QList<const Action *> actions = actionsIn(state, reader, scope);
    std::stable_sort(actions.begin(), actions.end(), isBefore);
    QList<ActionRow> rows;
    for (const Action *action : actions)
        rows.append(rowOf(state, reader, *action, day));
    return rows;
}

} // namespace milepost
