// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schemasteps.h"
#include "core/domain/situation.h"

namespace milepost {

/// A new workspace: its row, its schema step, its founder and their machine. NameEmpty and the like for the
/// names.
struct FoundWorkspace
{
    QString name = {};
    QString person = {};
    QString device = {};
    QByteArray timeZone = {};
    int schema = schemasteps::kLatest; ///< of the file that is made
    QString program = {};
};
Result<Draft> foundWorkspace(Situation &in, const FoundWorkspace &request);

/// One more machine of a person: whoever uses it becomes that person. PersonLeft.
struct Join
{
    PersonId person = {};
    QString device = {};
    QString program = {};
};
Result<Draft> join(Situation &in, const Join &request);

struct AddTeam
{
    QString name = {};
    TeamId parent = {};
};
Result<Draft> addTeam(Situation &in, const AddTeam &request);

struct AddPerson
{
    QString name = {};
    TeamId team = {};
};
Result<Draft> addPerson(Situation &in, const AddPerson &request);

/// A person leaves today. What they own on boards that the asker sees goes to the heir, if one is named; a
/// board of which they are the last owner goes to the heir or else to its longest-serving editor. LastOwner
/// where there is neither; PersonLeft if they or the heir are gone.
struct PersonLeaves
{
    PersonId person = {};
    PersonId heir = {};
};
Result<Draft> personLeaves(Situation &in, const PersonLeaves &request);

/// CycleInvalid if it ends before it begins.
struct AddCycle
{
    QString name = {};
    QDate from = {};
    QDate to = {};
};
Result<Draft> addCycle(Situation &in, const AddCycle &request);

} // namespace milepost
