// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/compensating.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/goals.h"
#include "core/domain/lookup.h"
#include "core/domain/rights.h"

namespace milepost {
namespace {

template<class Record>
concept IsNamed = (
                      requires(const Record &record) { record.name; } ||
                      requires(const Record &record) { record.title; }) &&
                  !std::is_same_v<Record, Device> && !std::is_same_v<Record, Workspace> &&
                  !std::is_same_v<Record, Action>;

/// Who answers for a value may give it and take it back, also without the right to edit the board.
Role roleForValue(const Situation &in, const Subject &subject)
{
    return answersFor(in.state, in.asker, subject) ? Role::Viewer : Role::Editor;
}

/// Who sees a board is decided by its owners.
Role roleForBoard(const Situation &in, const Board &board)
{
    const Board *present = in.state.find(board.id);
    return present && present->visibility != board.visibility ? Role::Owner : Role::Editor;
}

template<class Record>
Role roleFor(const Situation &in, const Record &record)
{
    if constexpr (std::is_same_v<Record, Comment>)
        return Role::Commenter;
    else if constexpr (std::is_same_v<Record, Board>)
        return roleForBoard(in, record);
    else if constexpr (std::is_same_v<Record, Action>)
        return record.owner == in.asker ? Role::Viewer : roleForValue(in, record.subject);
    else if constexpr (std::is_same_v<Record, CheckIn>)
        return roleForValue(in, Subject::of(record.keyResult));
    else
        return Role::Editor;
}

template<class Record>
BoardId boardFor(const WorkingSet &state, const Record &record)
{
    if constexpr (requires { record.board; })
        return record.board;
    else if constexpr (requires { record.objective; })
        return state.boardOf(record.objective);
    else if constexpr (requires { record.keyResult; })
        return state.boardOf(record.keyResult);
    else if constexpr (std::is_same_v<Record, Target>)
        return state.boardOf(record.kpi);
    else if constexpr (std::is_same_v<Record, Board>)
        return record.id;
    else
        return {};
}

// A board that comes back with the act was its author's to delete.
template<class Record>
Done requireRight(const Situation &in, const Record &record)
{
    const BoardId board = boardFor(in.state, record);
    return in.state.find(board) ? require(in.state, in.asker, board, roleFor(in, record)) : Done();
}

Done requireRights(const Situation &in, const Edits &edits)
{
    Done done;
    const auto check = [&in, &done](const auto &record) {
        if (done)
            done = requireRight(in, record);
    };
    edits.forEach([&]<class Record>(const EditsOf<Record> &part) {
        if constexpr (!std::is_same_v<Record, Measurement>) {
            std::for_each(part.added.begin(), part.added.end(), check);
            for (const Record &record : part.changed) {
                check(record);
                if (const Record *present = in.state.find(record.id))
                    check(*present);
            }
            for (const auto id : part.removed)
                if (const Record *present = in.state.find(id))
                    check(*present);
        }
    });
    return done;
}

// Measurements are too many to be held: what the act was about tells whose they are.
Done requireRightToValues(const Situation &in, const Edits &edits, qint64 subject)
{
    const BoardId board = boardOfThing(in.state, subject);
    if (edits.of<Measurement>().isEmpty() || !in.state.find(board))
        return {};
    return require(in.state, in.asker, board, roleForValue(in, Subject::of(KpiId(subject))));
}

template<class Record>
qint64 parentOf(const Record &record)
{
    // Names of teams are unique in the whole workspace.
    if constexpr (!std::is_same_v<Record, Team> && requires { record.parentKey(); })
        return record.parentKey();
    else
        return 0;
}

using NamePlace = std::pair<qint64, QString>;

template<class Record>
QHash<NamePlace, int> countNames(const WorkingSet &after, PersonId asker)
{
    QHash<NamePlace, int> counts;
    for (const Record *record : after.of<Record>().all()) {
        if constexpr (std::is_same_v<Record, Board>)
            if (!canSee(after, asker, record->id))
                continue;
        ++counts[{parentOf(*record), nameIn(*record)}];
    }
    return counts;
}

template<class Record>
bool isElsewhere(const WorkingSet &state, const Record &record)
{
    const Record *present = state.find(record.id);
    return !present || nameIn(*present) != nameIn(record) || parentOf(*present) != parentOf(record);
}

template<class Record>
Done checkNames(const Situation &in, const WorkingSet &after, const EditsOf<Record> &part)
{
    if (part.added.isEmpty() && part.changed.isEmpty())
        return {};
    const QHash<NamePlace, int> counts = countNames<Record>(after, in.asker);
    for (const QList<Record> &list : {part.added, part.changed})
        for (const Record &record : list)
            if (isElsewhere(in.state, record) && counts.value({parentOf(record), nameIn(record)}) > 1)
                return Error{Error::Code::NameTaken, {nameIn(record)}};
    return {};
}

Done checkNames(const Situation &in, const WorkingSet &after, const Edits &edits)
{
    Done done;
    edits.forEach([&]<class Record>(const EditsOf<Record> &part) {
        if constexpr (IsNamed<Record>)
            if (done)
                done = checkNames(in, after, part);
    });
    return done;
}

Done checkLoops(const WorkingSet &after, PersonId asker, const Edits &edits)
{
    for (const Objective &objective : edits.of<Objective>().changed)
        if (const Done done = checkLoop(after, asker, objective); !done)
            return done;
    for (const Team &team : edits.of<Team>().changed)
        if (const Done done = checkLoop(after, team); !done)
            return done;
    return {};
}

std::optional<RowPlace> checkInOnSameDate(const WorkingSet &state, const Edits &edits)
{
    for (const CheckIn &back : edits.of<CheckIn>().added)
        for (const CheckIn *present : state.of<CheckIn>().of(back.keyResult))
            if (present->part == back.part && present->date == back.date)
                return RowPlace{CheckIn::type().tag(), present->id.value()};
    return std::nullopt;
}

} // namespace

Done checkCompensation(const Situation &in, const Edits &edits, qint64 subject)
{
    if (const Done done = requireMember(in.state, in.asker); !done)
        return done;
    if (const Done done = requireRights(in, edits); !done)
        return done;
    if (const Done done = requireRightToValues(in, edits, subject); !done)
        return done;
    WorkingSet after = in.state;
    after.apply(edits);
    if (const Done done = checkNames(in, after, edits); !done)
        return done;
    if (const Done done = checkLoops(after, in.asker, edits); !done)
        return done;
    return checkPrivateMetrics(after);
}

std::optional<RowPlace> rowInTheWay(const WorkingSet &state, const Edits &edits)
{
    if (const auto place = recordLeftBehind(state, edits))
        return place;
    if (const auto place = missingReference(state, edits))
        return place;
    return checkInOnSameDate(state, edits);
}

} // namespace milepost
