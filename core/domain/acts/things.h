// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "core/domain/situation.h"

namespace milepost {

// What is common to editing, moving and deleting something named.

/// Calls \p visit with a default record of the type that this kind of thing is.
template<class Visitor>
auto withKind(Named::Kind kind, Visitor &&visit)
{
    switch (kind) {
    case Named::Kind::Board:
        return visit(Board());
    case Named::Kind::Objective:
        return visit(Objective());
    case Named::Kind::KeyResult:
        return visit(KeyResult());
    case Named::Kind::Part:
        return visit(MilestonePart());
    case Named::Kind::Kpi:
        return visit(Kpi());
    case Named::Kind::Action:
        return visit(Action());
    case Named::Kind::Person:
        return visit(Person());
    case Named::Kind::Team:
        return visit(Team());
    case Named::Kind::Cycle:
        return visit(Cycle());
    }
    Q_UNREACHABLE();
}

/// Done if the asker may change the record: with a role on its board, or, for what belongs to no board, by
/// having joined.
Done mayEdit(const Situation &in, const Board &board);
Done mayEdit(const Situation &in, const Objective &objective);
Done mayEdit(const Situation &in, const KeyResult &keyResult);
Done mayEdit(const Situation &in, const MilestonePart &part);
Done mayEdit(const Situation &in, const Kpi &kpi);
Done mayEdit(const Situation &in, const Action &action);
Done mayEdit(const Situation &in, const Person &person);
Done mayEdit(const Situation &in, const Team &team);
Done mayEdit(const Situation &in, const Cycle &cycle);

/// The answer for a thing that this cannot be done to.
Error wrongKind(const Named &target);
/// The answer for a thing that is no longer there.
Error unknown(const Named &target);

} // namespace milepost
