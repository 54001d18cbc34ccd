// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/ordering.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/moving.h"
#include "core/domain/acts/movingnotes.h"
#include "core/domain/acts/things.h"
#include "core/domain/cycles.h"
#include "core/domain/rights.h"

namespace milepost {
namespace {

// A private metric must not be torn from what it drives.
Done checkMetrics(const WorkingSet &state, const Edits &edits)
{
    WorkingSet after = state;
    after.apply(edits);
    return checkPrivateMetrics(after);
}

Result<KeyResult> hungOn(Situation &in, const KeyResult &before, ObjectiveId objective, Edits &edits)
{
    const Objective *target = in.state.find(objective);
    if (!target)
        return Error{Error::Code::NameUnknown, {objective.toString()}};
    if (const Done done = mayEdit(in, *target); !done)
        return done.error();
    const Result<QString> title = newName(before.title, in.state.of<KeyResult>().of(objective));
    if (!title)
        return title.error();
    KeyResult after = before;
    after.objective = objective;
    const BoardId board = target->board;
    if (board == in.state.boardOf(before.id))
        return after;
    moveNotes(in.state, edits, before.id, board);
    Edits whole = edits;
    whole.change(after);
    if (const Done done = checkMetrics(in.state, whole); !done)
        return done.error();
    return after;
}

Result<MilestonePart> hungOn(Situation &, const MilestonePart &before, KeyResultId, Edits &)
{
    // What was said of it belongs to its key result.
    return Error{Error::Code::WrongKind, {before.title, wordOf(Named::Kind::Part)}};
}

template<class Record>
Result<Record> hungOn(Situation &in, const Record &before, BoardId board, Edits &edits)
{
    const Named target{std::is_same_v<Record, Kpi> ? Named::Kind::Kpi : Named::Kind::Objective,
                       before.id.value(),
                       nameIn(before),
                       {}};
    Result<Draft> moved = moveTo(in, target, board);
    if (!moved)
        return moved.error();
    const Record after = moved->edits.of<Record>().changed.takeFirst();
    edits = std::move(moved->edits);
    return after;
}

auto parentOf(const Objective &objective)
{
    return objective.board;
}
auto parentOf(const KeyResult &keyResult)
{
    return keyResult.objective;
}
auto parentOf(const MilestonePart &part)
{
    return part.keyResult;
}
auto parentOf(const Kpi &kpi)
{
    return kpi.board;
}

/// The others at the place, in their order, and where among them it comes.
template<class Record>
struct Row
{
    QList<const Record *> others = {};
    qsizetype at = 0;
};

template<class Record>
Row<Record> rowAmong(const QList<const Record *> &all, const Record &record, qint64 before)
{
    Row<Record> row;
    row.others = all;
    row.others.removeIf([&record](const Record *other) { return other->id == record.id; });
    const auto found = std::find_if(row.others.begin(), row.others.end(),
                                    [before](const Record *other) { return other->id.value() == before; });
    row.at = found - row.others.begin();
    return row;
}

template<class Record, class Parent>
Row<Record> rowAt(const WorkingSet &state, const Record &record, Parent parent, qint64 before)
{
    return rowAmong(state.of<Record>().of(parent), record, before);
}

/// A position strictly between its neighbours; none if there is no room.
template<class Record>
std::optional<double> positionIn(const Row<Record> &row)
{
    if (row.others.isEmpty())
        return 1;
    if (row.at == row.others.size())
        return row.others.last()->position + 1;
    const double next = row.others[row.at]->position;
    if (row.at == 0)
        return next - 1;
    const double previous = row.others[row.at - 1]->position;
    const double middle = previous + (next - previous) / 2;
    return previous < middle && middle < next ? std::optional(middle) : std::nullopt;
}

template<class Record>
void numberAnew(const Row<Record> &row, Record &record, Edits &edits)
{
    double position = 0;
    for (qsizetype i = 0; i <= row.others.size(); ++i) {
        if (i == row.at)
            record.position = ++position;
        if (i == row.others.size())
            return;
        Record other = *row.others[i];
        other.position = ++position;
        if (other != *row.others[i])
            edits.change(other);
    }
}

template<class Record>
bool isThere(const WorkingSet &state, const Record &record, const Row<Record> &row)
{
    const QList<const Record *> present = state.of<Record>().of(parentOf(record));
    return row.at < present.size() && present[row.at]->id == record.id;
}

template<class Record>
Result<Draft> placeRecord(Situation &in, const Record &before, const Spot &spot)
{
    if (const Done done = mayEdit(in, before); !done)
        return done.error();
    using ParentId = decltype(parentOf(before));
    const ParentId parent = spot.parent == 0 ? parentOf(before) : ParentId(spot.parent);
    const Row<Record> row = rowAt(in.state, before, parent, spot.before);
    Draft draft;
    Record after = before;
    if (parent != parentOf(before)) {
        const Result<Record> hung = hungOn(in, before, parent, draft.edits);
        if (!hung)
            return hung.error();
        after = *hung;
    } else if (isThere(in.state, before, row)) {
        return nothingToDo(Act::Move);
    }
    if (const std::optional<double> position = positionIn(row))
        after.position = *position;
    else
        numberAnew(row, after, draft.edits);
    draft.act = Act::Move;
    draft.values = subjectValues(before.id);
    draft.edits.change(after);
    return draft;
}

template<class Record, class Parent>
QList<const Record *> shown(const WorkingSet &state, Parent parent)
{
    QList<const Record *> records = state.of<Record>().of(parent);
    if constexpr (requires(Record one) { one.archived; })
        records.removeIf([](const Record *record) { return record->archived; });
    return records;
}

/// Where the shown siblings have the record; -1 if it is archived itself.
template<class Record>
qsizetype indexIn(const QList<const Record *> &siblings, const Record &record)
{
    const auto found = std::find_if(siblings.begin(), siblings.end(),
                                    [&record](const Record *other) { return other->id == record.id; });
    return found == siblings.end() ? -1 : found - siblings.begin();
}

// Out of its objective: to the end of the one above, or to the beginning of the one below.
std::optional<Spot> spotBeyond(const WorkingSet &state, const KeyResult &keyResult, Step step)
{
    const Objective *own = state.find(keyResult.objective);
    if (!own)
        return std::nullopt;
    const QList<const Objective *> objectives = shown<Objective>(state, own->board);
    const qsizetype at = indexIn(objectives, *own);
    const qsizetype to = step == Step::Up ? at - 1 : at + 1;
    if (at < 0 || to < 0 || to >= objectives.size())
        return std::nullopt;
    const ObjectiveId objective = objectives[to]->id;
    const QList<const KeyResult *> there = shown<KeyResult>(state, objective);
    const bool isFirst = step == Step::Down && !there.isEmpty();
    return Spot{objective.value(), isFirst ? there.first()->id.value() : 0};
}
template<class Record>
std::optional<Spot> spotBeyond(const WorkingSet &, const Record &, Step)
{
    return std::nullopt;
}

template<class Record>
std::optional<Spot> spotAfter(const WorkingSet &state, const Record &record, Step step)
{
    const QList<const Record *> siblings = shown<Record>(state, parentOf(record));
    const qsizetype at = indexIn(siblings, record);
    const bool isLast = at + 1 == siblings.size();
    if (at < 0 || (step == Step::Up && at == 0) || (step == Step::Down && isLast))
        return at < 0 ? std::nullopt : spotBeyond(state, record, step);
    if (step == Step::Up)
        return Spot{0, siblings[at - 1]->id.value()};
    return Spot{0, at + 2 < siblings.size() ? siblings[at + 2]->id.value() : 0};
}

} // namespace

std::optional<Spot> spotAfter(const WorkingSet &state, const Named &target, Step step)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> std::optional<Spot> {
        if constexpr (requires(Record one) { parentOf(one); }) {
            const Record *record = state.find(decltype(Record::id)(target.id));
            return record ? spotAfter(state, *record, step) : std::nullopt;
        } else {
            return std::nullopt;
        }
    });
}

Result<Draft> place(Situation &in, const Named &target, const Spot &spot)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        if constexpr (requires(Record one) { parentOf(one); }) {
            const Record *record = in.state.find(decltype(Record::id)(target.id));
            return record ? placeRecord(in, *record, spot) : Result<Draft>(unknown(target));
        } else {
            return wrongKind(target);
        }
    });
}

namespace {

QList<const Board *> editedBoards(const Situation &in)
{
    QList<const Board *> boards = visibleBoards(in.state, in.asker);
    boards.removeIf(
        [&in](const Board *board) { return !require(in.state, in.asker, board->id, Role::Editor); });
    return boards;
}

} // namespace

Result<Draft> placeBoard(Situation &in, BoardId board, BoardId before)
{
    if (const Done done = require(in.state, in.asker, board, Role::Editor); !done)
        return done.error();
    const QList<const Board *> present = editedBoards(in);
    Board after = *in.state.find(board);
    const Row<Board> row = rowAmong(present, after, before.value());
    if (present[row.at]->id == board)
        return nothingToDo(Act::Move);
    Draft draft;
    if (const std::optional<double> position = positionIn(row))
        after.position = *position;
    else
        numberAnew(row, after, draft.edits);
    draft.act = Act::Move;
    draft.values = subjectValues(board);
    draft.edits.change(after);
    return draft;
}

Result<Draft> stepBoard(Situation &in, BoardId board, Step step)
{
    if (const Done done = require(in.state, in.asker, board, Role::Editor); !done)
        return done.error();
    QList<const Board *> shown = editedBoards(in);
    shown.removeIf([&in](const Board *one) { return one->archived || isPast(in.state, *one, in.today); });
    const qsizetype at = indexIn(shown, *in.state.find(board));
    const qsizetype to = step == Step::Up ? at - 1 : at + 2;
    if (at < 0 || to < 0 || to > shown.size())
        return nothingToDo(Act::Move);
    return placeBoard(in, board, to < shown.size() ? shown[to]->id : BoardId());
}

} // namespace milepost
