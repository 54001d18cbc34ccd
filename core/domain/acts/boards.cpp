// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/boards.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/goals.h"
#include "core/domain/rights.h"

namespace milepost {
namespace {

const Grant *grantFor(const WorkingSet &state, BoardId board, const Owner &with)
{
    for (const Grant *grant : state.of<Grant>().of(board))
        if (grant->person == with.person && grant->team == with.team)
            return grant;
    return nullptr;
}

bool isLastOwner(const WorkingSet &state, const Grant &grant)
{
    if (grant.role != Role::Owner)
        return false;
    const auto grants = state.of<Grant>().of(grant.board);
    return std::none_of(grants.begin(), grants.end(), [&](const Grant *other) {
        return other->id != grant.id && other->role == Role::Owner && isHeld(state, *other);
    });
}

QString nameOfOwner(const WorkingSet &state, const Owner &owner)
{
    if (const Person *person = state.find(owner.person))
        return person->name;
    const Team *team = state.find(owner.team);
    return team ? team->name : QString();
}

Draft about(Draft draft, BoardId board)
{
    draft.values = subjectValues(board);
    return draft;
}

} // namespace

Result<Draft> addBoard(Situation &in, const AddBoard &request)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done.error();
    const QList<const Board *> boards = visibleBoards(in.state, in.asker);
    const Result<QString> name = newName(request.name, boards);
    if (!name)
        return name.error();
    if (request.cycle.isValid() && !in.state.find(request.cycle))
        return Error{Error::Code::NameUnknown, {request.cycle.toString()}};
    Board board;
    board.id = in.ids.next<Board>();
    board.name = *name;
    board.visibility = request.visibility;
    board.cycle = request.cycle;
    board.position = nextPosition(boards);
    Grant grant;
    grant.id = in.ids.next<Grant>();
    grant.board = board.id;
    grant.person = in.asker;
    grant.role = Role::Owner;
    Draft draft = added(Act::AddBoard, board);
    draft.edits.add(grant);
    return draft;
}

Result<Draft> shareBoard(Situation &in, const ShareBoard &request)
{
    if (const Done done = require(in.state, in.asker, request.board, Role::Owner); !done)
        return done.error();
    if (const Done done = checkOwners(in.state, {request.with}); !done)
        return done.error();
    if (const Grant *present = grantFor(in.state, request.board, request.with)) {
        if (present->role == request.role)
            return nothingToDo(Act::ShareBoard);
        if (isLastOwner(in.state, *present))
            return Error{Error::Code::LastOwner, {in.state.find(request.board)->name}};
        Grant grant = *present;
        grant.role = request.role;
        return about(changed(Act::ShareBoard, grant), request.board);
    }
    Grant grant;
    grant.id = in.ids.next<Grant>();
    grant.board = request.board;
    grant.person = request.with.person;
    grant.team = request.with.team;
    grant.role = request.role;
    return about(added(Act::ShareBoard, grant), request.board);
}

Result<Draft> unshareBoard(Situation &in, const UnshareBoard &request)
{
    const bool isOwn = request.with.person.isValid() && request.with.person == in.asker;
    if (const Done done = require(in.state, in.asker, request.board, isOwn ? Role::Viewer : Role::Owner);
        !done)
        return done.error();
    const Grant *grant = grantFor(in.state, request.board, request.with);
    if (!grant)
        return Error{Error::Code::NotShared,
                     {in.state.find(request.board)->name, nameOfOwner(in.state, request.with)}};
    if (isLastOwner(in.state, *grant))
        return Error{Error::Code::LastOwner, {in.state.find(request.board)->name}};
    Draft draft;
    draft.act = Act::UnshareBoard;
    draft.values = subjectValues(request.board);
    draft.edits.remove(grant->id);
    return draft;
}

} // namespace milepost
