// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rights.h"

namespace milepost {

bool isIn(const WorkingSet &state, const Person &person, TeamId team)
{
    for (const TeamId start : person.teams) {
        QList<TeamId> seen; // a loop in the file must not hang the program
        for (TeamId at = start; at.isValid() && !seen.contains(at);) {
            if (at == team)
                return true;
            seen.append(at);
            const Team *row = state.find(at);
            at = row ? row->parent : TeamId();
        }
    }
    return false;
}

bool isAmong(const WorkingSet &state, PersonId id, const QList<Owner> &owners)
{
    const Person *person = state.find(id);
    return person && std::any_of(owners.begin(), owners.end(), [&](const Owner &owner) {
               return owner.person == id || (owner.team.isValid() && isIn(state, *person, owner.team));
           });
}

bool isHeld(const WorkingSet &state, const Grant &grant)
{
    if (const Person *person = state.find(grant.person))
        return person->isActive();
    const auto people = state.of<Person>().all();
    return std::any_of(people.begin(), people.end(), [&](const Person *person) {
        return person->isActive() && isIn(state, *person, grant.team);
    });
}

std::optional<Role> roleOn(const WorkingSet &state, PersonId id, BoardId boardId)
{
    const Board *board = state.find(boardId);
    if (!board)
        return std::nullopt;
    const Person *person = state.find(id);
    std::optional<Role> role;
    if (board->visibility == Visibility::Public)
        role = person && person->isActive() ? Role::Commenter : Role::Viewer;
    if (!person || !person->isActive())
        return role;
    for (const Grant *grant : state.of<Grant>().of(boardId)) {
        const bool isTheirs =
            grant->person == id || (grant->team.isValid() && isIn(state, *person, grant->team));
        if (isTheirs && (!role || *role < grant->role))
            role = grant->role;
    }
    return role;
}

bool canSee(const WorkingSet &state, PersonId person, BoardId board)
{
    return roleOn(state, person, board).has_value();
}

Done requireMember(const WorkingSet &state, PersonId id)
{
    const Person *person = state.find(id);
    if (!person)
        return Error{Error::Code::VisitorWrites};
    if (!person->isActive())
        return Error{Error::Code::PersonLeft, {person->name}};
    return {};
}

Done require(const WorkingSet &state, PersonId person, BoardId boardId, Role role)
{
    const std::optional<Role> present = roleOn(state, person, boardId);
    if (!present)
        return Error{Error::Code::NameUnknown, {boardId.toString()}};
    if (const Done done = requireMember(state, person); !done)
        return done;
    if (*present < role)
        return Error{Error::Code::NotAllowed, {state.find(boardId)->name, wordOf(role)}};
    return {};
}

QList<const Board *> visibleBoards(const WorkingSet &state, PersonId person)
{
    QList<const Board *> boards;
    for (const Board *board : state.of<Board>().all())
        if (canSee(state, person, board->id))
            boards.append(board);
    return boards;
}

} // namespace milepost
