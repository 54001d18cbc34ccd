// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/draft.h"

namespace milepost {

bool isUndoable(Act act)
{
    switch (act) {
    case Act::CreateWorkspace:
    case Act::Migrate:
    case Act::Join:
    case Act::UpdateDevice:
    case Act::PersonLeaves:
    case Act::ShareBoard:
    case Act::UnshareBoard:
    case Act::Demo:
    case Act::Undo:
    case Act::Redo:
    case Act::Restore:
        return false;
    case Act::AddTeam:
    case Act::AddPerson:
    case Act::AddCycle:
    case Act::AddBoard:
    case Act::AddObjective:
    case Act::AddKeyResult:
    case Act::AddKpi:
    case Act::SetTarget:
    case Act::AddAction:
    case Act::FinishAction:
    case Act::AddComment:
    case Act::Edit:
    case Act::Move:
    case Act::Archive:
    case Act::BringBack:
    case Act::Align:
    case Act::SetCycle:
    case Act::CarryOver:
    case Act::Delete:
    case Act::Record:
    case Act::Correct:
    case Act::Paste:
    case Act::Import:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace milepost
