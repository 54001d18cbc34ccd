// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/workingset.h"

#include <optional>

namespace milepost {

/// What a person may do on a board: the highest of what they and their teams (and the teams above those) were
/// granted; on a public board at least Commenter for everyone who works here, and Viewer for a visitor.
/// Nothing: to them the board does not exist.
std::optional<Role> roleOn(const WorkingSet &state, PersonId person, BoardId board);

bool canSee(const WorkingSet &state, PersonId person, BoardId board);

/// Done if the person has joined, works here, and has at least \p role on the board. VisitorWrites,
/// PersonLeft, NotAllowed; NameUnknown where they must not learn that the board exists.
Done require(const WorkingSet &state, PersonId person, BoardId board, Role role);

/// Done if the person has joined and works here. VisitorWrites, PersonLeft.
Done requireMember(const WorkingSet &state, PersonId person);

/// True if the person belongs to the team or to one below it.
bool isIn(const WorkingSet &state, const Person &person, TeamId team);

/// True if the person is one of the owners, or in a team that is.
bool isAmong(const WorkingSet &state, PersonId person, const QList<Owner> &owners);

/// True if the person is an owner of the objective, key result (one without owners has its objective's) or
/// KPI: they act for it without the right to edit the rest of its board.
bool answersFor(const WorkingSet &state, PersonId person, const Subject &subject);

/// True if somebody who works here has this role.
bool isHeld(const WorkingSet &state, const Grant &grant);

/// The boards that a person may see, archived ones too, by position and age.
QList<const Board *> visibleBoards(const WorkingSet &state, PersonId person);

} // namespace milepost
