// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/edits.h"
#include "core/domain/workingset.h"

namespace milepost {

/// Takes the actions and comments about something along to another board.
template<class Subject>
void moveNotes(const WorkingSet &state, Edits &edits, Id<Subject> subject, BoardId board)
{
    for (const Action *action : state.of<Action>().of(subject)) {
        Action moved = *action;
        moved.board = board;
        edits.change(moved);
    }
    for (const Comment *comment : state.of<Comment>().of(subject)) {
        Comment moved = *comment;
        moved.board = board;
        edits.change(moved);
    }
}

} // namespace milepost
