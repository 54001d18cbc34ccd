// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rights.h"

#include <QSet>

namespace milepost {

bool isIn(const WorkingSet &state, const Person &person, TeamId team)
{
    QSet<TeamId> seen; // a loop in the file must not hang the program, and no team is looked at twice
    for (const TeamId start : person.teams) {
        for (TeamId at = start; at.isValid() && !seen.contains(at);) {
            if (at == team)
                return true;
            seen.insert(at);
            const Team *row = state.find(at);
            at = row ? row->parent : TeamId();
        }
    }
    return false;
}

bool isAmong(const WorkingSet &state, PersonId person, const QList<Owner> &owners)
{
    const Person *known = state.find(person);
    return known && std::any_of(owners.begin(), owners.end(), [&](const Owner &owner) {
               return owner.person == person || (owner.team.isValid() && isIn(state, *known, owner.team));
           });
}

bool answersFor(const WorkingSet &state, PersonId person, const Subject &subject)
{
    if (const Kpi *kpi = state.find(KpiId(subject.id)))
        return isAmong(state, person, kpi->owners);
    if (const Objective *objective = state.find(ObjectiveId(subject.id)))
        return isAmong(state, person, objective->owners);
    const KeyResult *keyResult = state.find(KeyResultId(subject.id));
    if (!keyResult)
        return false;
    if (keyResult->owners.isEmpty())
        return answersFor(state, person, Subject::of(keyResult->objective));
    return isAmong(state, person, keyResult->owners);
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

std::optional<Role> roleOn(const WorkingSet &state, PersonId person, BoardId board)
{
    const Board *shown = state.find(board);
    if (!shown)
        return std::nullopt;
    const Person *known = state.find(person);
    std::optional<Role> role;
    if (shown->visibility == Visibility::Public)
        role = known && known->isActive() ? Role::Commenter : Role::Viewer;
    if (!known || !known->isActive())
        return role;
    for (const Grant *grant : state.of<Grant>().of(board)) {
        const bool isTheirs =
            grant->person == person || (grant->team.isValid() && isIn(state, *known, grant->team));
        if (isTheirs && (!role || *role < grant->role))
            role = grant->role;
    }
    return role;
}

bool canSee(const WorkingSet &state, PersonId person, BoardId board)
{
    return roleOn(state, person, board).has_value();
}

Done requireMember(const WorkingSet &state, PersonId person)
{
    const Person *known = state.find(person);
    if (!known)
        return Error{Error::Code::VisitorWrites};
    if (!known->isActive())
        return Error{Error::Code::PersonLeft, {known->name}};
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
