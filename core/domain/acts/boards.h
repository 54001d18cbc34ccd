// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/owner.h"
#include "core/domain/situation.h"

namespace milepost {

/// A new board; whoever makes it owns it. Without a cycle, and unless told otherwise, it has none. NameTaken
/// only for boards that the asker sees: what they may not see must not show.
struct AddBoard
{
    QString name = {};
    Visibility visibility = Visibility::Public;
    CycleId cycle = {};
};
Result<Draft> addBoard(Situation &in, const AddBoard &request);

/// Gives a person or a team a role, or changes it. For owners. LastOwner if that would take the last owner's
/// role.
struct ShareBoard
{
    BoardId board = {};
    Owner with = {};
    Role role = Role::Viewer;
};
Result<Draft> shareBoard(Situation &in, const ShareBoard &request);

/// Takes a role away. For owners; everyone may give up their own. NotShared, LastOwner.
struct UnshareBoard
{
    BoardId board = {};
    Owner with = {};
};
Result<Draft> unshareBoard(Situation &in, const UnshareBoard &request);

} // namespace milepost
