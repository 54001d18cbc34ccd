// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/things.h"

#include "core/domain/rights.h"

namespace milepost {

Done mayEdit(const Situation &in, const Board &board)
{
    return require(in.state, in.asker, board.id, Role::Editor);
}

Done mayEdit(const Situation &in, const Objective &objective)
{
    return require(in.state, in.asker, objective.board, Role::Editor);
}

Done mayEdit(const Situation &in, const KeyResult &keyResult)
{
    return require(in.state, in.asker, in.state.boardOf(keyResult.id), Role::Editor);
}

Done mayEdit(const Situation &in, const MilestonePart &part)
{
    return require(in.state, in.asker, in.state.boardOf(part.keyResult), Role::Editor);
}

Done mayEdit(const Situation &in, const Kpi &kpi)
{
    return require(in.state, in.asker, kpi.board, Role::Editor);
}

Done mayEdit(const Situation &in, const Action &action)
{
    return require(in.state, in.asker, action.board, action.owner == in.asker ? Role::Viewer : Role::Editor);
}

Done mayEdit(const Situation &in, const Person &)
{
    return requireMember(in.state, in.asker);
}

Done mayEdit(const Situation &in, const Team &)
{
    return requireMember(in.state, in.asker);
}

Done mayEdit(const Situation &in, const Cycle &)
{
    return requireMember(in.state, in.asker);
}

Error wrongKind(const Named &target)
{
    return {Error::Code::WrongKind, {target.name, wordOf(target.kind)}};
}

Error unknown(const Named &target)
{
    return {Error::Code::NameUnknown, {target.name}};
}

} // namespace milepost
