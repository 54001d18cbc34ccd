// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/moving.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/movingnotes.h"
#include "core/domain/acts/things.h"
#include "core/domain/rights.h"

namespace milepost {
namespace {

template<class Record>
Result<Draft> moveRecord(Situation &in, const Record &before, BoardId board)
{
    if (const Done done = mayEdit(in, before); !done)
        return done.error();
    if (const Done done = require(in.state, in.asker, board, Role::Editor); !done)
        return done.error();
    if (before.board == board)
        return nothingToDo(Act::Move);
    const auto siblings = in.state.of<Record>().of(board);
    const Result<QString> name = newName(nameIn(before), siblings);
    if (!name)
        return name.error();
    Record after = before;
    after.board = board;
    after.position = nextPosition(siblings);
    Draft draft = changed(Act::Move, after);
    moveNotes(in.state, draft.edits, before.id, board);
    if constexpr (std::is_same_v<Record, Objective>)
        for (const KeyResult *keyResult : in.state.of<KeyResult>().of(before.id))
            moveNotes(in.state, draft.edits, keyResult->id, board);
    WorkingSet afterwards = in.state;
    afterwards.apply(draft.edits);
    if (const Done done = checkPrivateMetrics(afterwards); !done)
        return done.error();
    return draft;
}

template<class Record>
Result<Draft> archiveRecord(Situation &in, const Record &before)
{
    if (const Done done = mayEdit(in, before); !done)
        return done.error();
    if (before.archived)
        return nothingToDo(Act::Archive);
    Record after = before;
    after.archived = true;
    return changed(Act::Archive, after);
}

} // namespace

Result<Draft> moveTo(Situation &in, const Named &target, BoardId board)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        if constexpr (std::is_same_v<Record, Objective> || std::is_same_v<Record, Kpi>) {
            const Record *record = in.state.find(decltype(Record::id)(target.id));
            return record ? moveRecord(in, *record, board) : Result<Draft>(unknown(target));
        } else {
            return wrongKind(target);
        }
    });
}

Result<Draft> archive(Situation &in, const Named &target)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        if constexpr (requires(Record one) { one.archived; }) {
            const Record *record = in.state.find(decltype(Record::id)(target.id));
            return record ? archiveRecord(in, *record) : Result<Draft>(unknown(target));
        } else {
            return wrongKind(target);
        }
    });
}

} // namespace milepost
