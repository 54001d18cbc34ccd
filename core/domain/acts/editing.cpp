// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/fieldtexts.h"
#include "core/domain/acts/goals.h"
#include "core/domain/rights.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

/// One editable field: its name, and how a text gets into the record.
template<class Record>
struct Editable
{
    const char *name;
    Done (*set)(const Situation &, Record &, const QString &);
};

template<class Record>
struct Editables;

template<>
struct Editables<Board>
{
    static constexpr Editable<Board> kFields[] = {
        {"name",
         [](const Situation &, Board &board, const QString &text) { return readName(text, board.name); }},
        {"description", [](const Situation &, Board &board,
                           const QString &text) { return readText(text, board.description); }},
        {"cycle",
         [](const Situation &in, Board &board, const QString &text) {
             return readReference(in, text, Named::Kind::Cycle, board.cycle);
         }},
        {"visibility", [](const Situation &, Board &board,
                          const QString &text) { return readChoice(text, board.visibility); }},
        {"archived",
         [](const Situation &, Board &board, const QString &text) { return readFlag(text, board.archived); }},
    };
};

template<>
struct Editables<Objective>
{
    static constexpr Editable<Objective> kFields[] = {
        {"title",
         [](const Situation &, Objective &one, const QString &text) { return readName(text, one.title); }},
        {"why",
         [](const Situation &, Objective &one, const QString &text) { return readText(text, one.why); }},
        {"kind",
         [](const Situation &, Objective &one, const QString &text) { return readChoice(text, one.kind); }},
        {"weight", [](const Situation &, Objective &one,
                      const QString &text) { return readNumber(text, {}, one.weight); }},
        {"owner", [](const Situation &in, Objective &one,
                     const QString &text) { return readOwners(in, text, one.owners); }},
        {"parent",
         [](const Situation &in, Objective &one, const QString &text) {
             return readReference(in, text, Named::Kind::Objective, one.parent);
         }},
        {"grade", [](const Situation &, Objective &one,
                     const QString &text) { return readNumber(text, {}, one.grade); }},
        {"archived",
         [](const Situation &, Objective &one, const QString &text) { return readFlag(text, one.archived); }},
    };
};

template<>
struct Editables<KeyResult>
{
    static constexpr Editable<KeyResult> kFields[] = {
        {"title",
         [](const Situation &, KeyResult &one, const QString &text) { return readName(text, one.title); }},
        {"kind",
         [](const Situation &, KeyResult &one, const QString &text) { return readChoice(text, one.kind); }},
        {"unit",
         [](const Situation &, KeyResult &one, const QString &text) { return readText(text, one.unit); }},
        {"from", [](const Situation &, KeyResult &one,
                    const QString &text) { return readNumber(text, one.unit, one.start); }},
        {"to", [](const Situation &, KeyResult &one,
                  const QString &text) { return readNumber(text, one.unit, one.target); }},
        {"low", [](const Situation &, KeyResult &one,
                   const QString &text) { return readNumber(text, one.unit, one.low); }},
        {"high", [](const Situation &, KeyResult &one,
                    const QString &text) { return readNumber(text, one.unit, one.high); }},
        {"commit", [](const Situation &, KeyResult &one,
                      const QString &text) { return readNumber(text, one.unit, one.commit); }},
        {"stretch", [](const Situation &, KeyResult &one,
                       const QString &text) { return readNumber(text, one.unit, one.stretch); }},
        {"cadence", [](const Situation &, KeyResult &one,
                       const QString &text) { return readChoice(text, one.cadence); }},
        {"weight", [](const Situation &, KeyResult &one,
                      const QString &text) { return readNumber(text, {}, one.weight); }},
        {"owner", [](const Situation &in, KeyResult &one,
                     const QString &text) { return readOwners(in, text, one.owners); }},
        {"kpi", [](const Situation &in, KeyResult &one,
                   const QString &text) { return readReference(in, text, Named::Kind::Kpi, one.kpi); }},
        {"phases",
         [](const Situation &, KeyResult &one, const QString &text) { return readPhases(text, one.phases); }},
        {"archived",
         [](const Situation &, KeyResult &one, const QString &text) { return readFlag(text, one.archived); }},
    };
};

template<>
struct Editables<MilestonePart>
{
    static constexpr Editable<MilestonePart> kFields[] = {
        {"title", [](const Situation &, MilestonePart &one,
                     const QString &text) { return readName(text, one.title); }},
        {"weight", [](const Situation &, MilestonePart &one,
                      const QString &text) { return readNumber(text, {}, one.weight); }},
    };
};

template<>
struct Editables<Kpi>
{
    static constexpr Editable<Kpi> kFields[] = {
        {"name", [](const Situation &, Kpi &one, const QString &text) { return readName(text, one.name); }},
        {"unit", [](const Situation &, Kpi &one, const QString &text) { return readText(text, one.unit); }},
        {"good",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.direction); }},
        {"cadence",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.cadence); }},
        {"aggregate",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.aggregate); }},
        {"amber", [](const Situation &, Kpi &one,
                     const QString &text) { return readNumber(text, one.unit, one.amber); }},
        {"owner",
         [](const Situation &in, Kpi &one, const QString &text) { return readOwners(in, text, one.owners); }},
        {"definition",
         [](const Situation &, Kpi &one, const QString &text) { return readText(text, one.definition); }},
        {"source",
         [](const Situation &, Kpi &one, const QString &text) { return readText(text, one.source); }},
        {"nature",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.nature); }},
        {"timing",
         [](const Situation &, Kpi &one, const QString &text) { return readChoice(text, one.timing); }},
        {"guardrail",
         [](const Situation &in, Kpi &one, const QString &text) {
             return readReference(in, text, Named::Kind::Kpi, one.guardrail);
         }},
        {"archived",
         [](const Situation &, Kpi &one, const QString &text) { return readFlag(text, one.archived); }},
    };
};

template<>
struct Editables<Action>
{
    static constexpr Editable<Action> kFields[] = {
        {"title",
         [](const Situation &, Action &one, const QString &text) { return readName(text, one.title); }},
        {"owner",
         [](const Situation &in, Action &one, const QString &text) {
             return readReference(in, text, Named::Kind::Person, one.owner);
         }},
        {"due", [](const Situation &, Action &one, const QString &text) { return readDate(text, one.due); }},
        {"done",
         [](const Situation &, Action &one, const QString &text) { return readFlag(text, one.done); }},
        {"note",
         [](const Situation &, Action &one, const QString &text) { return readText(text, one.note); }},
    };
};

template<>
struct Editables<Person>
{
    static constexpr Editable<Person> kFields[] = {
        {"name",
         [](const Situation &, Person &one, const QString &text) { return readName(text, one.name); }},
        {"nickname",
         [](const Situation &, Person &one, const QString &text) { return readText(text, one.nickname); }},
        {"team", [](const Situation &in, Person &one,
                    const QString &text) { return readTeams(in, text, one.teams); }},
    };
};

template<>
struct Editables<Team>
{
    static constexpr Editable<Team> kFields[] = {
        {"name", [](const Situation &, Team &one, const QString &text) { return readName(text, one.name); }},
        {"parent",
         [](const Situation &in, Team &one, const QString &text) {
             return readReference(in, text, Named::Kind::Team, one.parent);
         }},
    };
};

template<>
struct Editables<Cycle>
{
    static constexpr Editable<Cycle> kFields[] = {
        {"name", [](const Situation &, Cycle &one, const QString &text) { return readName(text, one.name); }},
        {"from", [](const Situation &, Cycle &one, const QString &text) { return readDate(text, one.from); }},
        {"to", [](const Situation &, Cycle &one, const QString &text) { return readDate(text, one.to); }},
    };
};

template<class Record>
QStringList namesOfFields()
{
    QStringList names;
    for (const auto &field : Editables<Record>::kFields)
        names << QString::fromLatin1(field.name);
    return names;
}

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

// What a change of this record needs: a role on its board, or to have joined for what belongs to no board.
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
template<class Record>
Done mayEdit(const Situation &in, const Record &)
{
    return requireMember(in.state, in.asker);
}

template<class Record>
QList<const Record *> siblingsOf(const Situation &in, const Record &record)
{
    if constexpr (std::is_same_v<Record, Board>)
        return visibleBoards(in.state, in.asker);
    else if constexpr (std::is_same_v<Record, Person> || std::is_same_v<Record, Team> ||
                       std::is_same_v<Record, Cycle>)
        return in.state.of<Record>().all();
    else
        return in.state.of<Record>().of(record.parentKey());
}

Done checkLoop(const WorkingSet &state, const Objective &objective)
{
    for (ObjectiveId at = objective.parent; at.isValid();) {
        if (at == objective.id)
            return Error{Error::Code::ObjectiveLoop, {objective.title}};
        const Objective *parent = state.find(at);
        at = parent ? parent->parent : ObjectiveId();
    }
    return {};
}

Done checkLoop(const WorkingSet &state, const Team &team)
{
    for (TeamId at = team.parent; at.isValid();) {
        if (at == team.id)
            return Error{Error::Code::TeamLoop, {team.name}};
        const Team *parent = state.find(at);
        at = parent ? parent->parent : TeamId();
    }
    return {};
}

// What a record must fulfil as a whole, after its fields were changed.
Done checkWhole(const Situation &in, const Board &board)
{
    const Board *before = in.state.find(board.id);
    if (before->visibility == board.visibility)
        return {};
    return require(in.state, in.asker, board.id, Role::Owner);
}
Done checkWhole(const Situation &in, const Objective &objective)
{
    if (objective.grade && (*objective.grade < 0 || *objective.grade > 1))
        return Error{Error::Code::OutOfRange, {QString::number(*objective.grade), u"0"_s, u"1"_s}};
    if (const Done done = checkWeight(objective.weight); !done)
        return done;
    return checkLoop(in.state, objective);
}
Done checkWhole(const Situation &in, const KeyResult &keyResult)
{
    const bool hasParts = !in.state.of<MilestonePart>().of(keyResult.id).isEmpty();
    if (const Done done = checkKeyResult(keyResult, hasParts); !done)
        return done;
    return checkDriver(in, keyResult.kpi, in.state.boardOf(keyResult.id));
}
Done checkWhole(const Situation &, const MilestonePart &part)
{
    return checkWeight(part.weight);
}
Done checkWhole(const Situation &in, const Kpi &kpi)
{
    if (kpi.amber < 0)
        return Error{Error::Code::OutOfRange, {QString::number(kpi.amber), u"0"_s, QString()}};
    const Kpi *before = in.state.find(kpi.id);
    const bool wasRatio = before->aggregate == Aggregate::Ratio;
    const bool isRatio = kpi.aggregate == Aggregate::Ratio;
    if (wasRatio != isRatio && !in.state.seriesOf(kpi.id).isEmpty())
        return Error{isRatio ? Error::Code::NeedsRatio : Error::Code::NoRatio, {kpi.name}};
    return checkDriver(in, kpi.guardrail, kpi.board);
}
Done checkWhole(const Situation &in, const Team &team)
{
    return checkLoop(in.state, team);
}
Done checkWhole(const Situation &, const Cycle &cycle)
{
    if (!cycle.from.isValid() || !cycle.to.isValid() || cycle.to < cycle.from)
        return Error{Error::Code::CycleInvalid,
                     {cycle.from.toString(Qt::ISODate), cycle.to.toString(Qt::ISODate)}};
    return {};
}
template<class Record>
Done checkWhole(const Situation &, const Record &)
{
    return {};
}

template<class Record>
Done setField(const Situation &in, Record &record, const FieldEdit &edit)
{
    for (const auto &field : Editables<Record>::kFields)
        if (edit.field == QLatin1String(field.name))
            return field.set(in, record, edit.value);
    return Error{Error::Code::FieldUnknown, QStringList{edit.field} + namesOfFields<Record>()};
}

void completeDone(const Situation &in, const Action &before, Action &after)
{
    if (before.done != after.done)
        after.doneOn = after.done ? in.today : QDate();
}
template<class Record>
void completeDone(const Situation &, const Record &, Record &)
{
}

template<class Record>
Result<Draft> editRecord(Situation &in, const Record &before, const QList<FieldEdit> &edits)
{
    if (const Done done = mayEdit(in, before); !done)
        return done.error();
    Record after = before;
    for (const FieldEdit &edit : edits)
        if (const Done done = setField(in, after, edit); !done)
            return done.error();
    if (nameIn(after) != nameIn(before)) {
        const Result<QString> name = newName(nameIn(after), siblingsOf(in, before), before.id);
        if (!name)
            return name.error();
    }
    completeDone(in, before, after);
    if (const Done done = checkWhole(in, after); !done)
        return done.error();
    return after == before ? nothingToDo(Act::Edit) : changed(Act::Edit, after);
}

template<class Record>
void removeAll(Edits &edits, const QList<const Record *> &records)
{
    for (const Record *record : records)
        edits.remove(record->id);
}

template<class Parent>
void removeNotes(const WorkingSet &state, Edits &edits, Id<Parent> subject)
{
    removeAll(edits, state.of<Action>().of(subject));
    removeAll(edits, state.of<Comment>().of(subject));
}

void removeThing(const WorkingSet &state, Edits &edits, const KeyResult &keyResult)
{
    removeNotes(state, edits, keyResult.id);
    removeAll(edits, state.of<CheckIn>().of(keyResult.id));
    removeAll(edits, state.of<MilestonePart>().of(keyResult.id));
    edits.remove(keyResult.id);
}

void removeThing(const WorkingSet &state, Edits &edits, const Objective &objective)
{
    removeNotes(state, edits, objective.id);
    for (const KeyResult *keyResult : state.of<KeyResult>().of(objective.id))
        removeThing(state, edits, *keyResult);
    edits.remove(objective.id);
}

void removeThing(const WorkingSet &state, Edits &edits, const Kpi &kpi)
{
    removeNotes(state, edits, kpi.id);
    removeAll(edits, state.of<Target>().of(kpi.id));
    const Series series = state.seriesOf(kpi.id);
    for (const Measurement &measurement : series.points())
        edits.remove(measurement.id);
    edits.remove(kpi.id);
}

void removeThing(const WorkingSet &state, Edits &edits, const Board &board)
{
    removeNotes(state, edits, board.id);
    for (const Objective *objective : state.of<Objective>().of(board.id))
        removeThing(state, edits, *objective);
    for (const Kpi *kpi : state.of<Kpi>().of(board.id))
        removeThing(state, edits, *kpi);
    removeAll(edits, state.of<Grant>().of(board.id));
    edits.remove(board.id);
}

void removeThing(const WorkingSet &state, Edits &edits, const MilestonePart &part)
{
    for (const CheckIn *checkIn : state.of<CheckIn>().of(part.keyResult))
        if (checkIn->part == part.id)
            edits.remove(checkIn->id);
    edits.remove(part.id);
}

template<class Record>
void removeThing(const WorkingSet &, Edits &edits, const Record &record)
{
    edits.remove(record.id);
}

Error inUse(const QString &name, const QString &by)
{
    return {Error::Code::InUse, {name, by}};
}

// References from outside of what is deleted would dangle.
Done checkUnused(const WorkingSet &state, const Edits &edits)
{
    const auto &kpis = edits.of<Kpi>().removed;
    const auto &objectives = edits.of<Objective>().removed;
    const auto &keyResults = edits.of<KeyResult>().removed;
    if (!kpis.isEmpty()) {
        for (const KeyResult *one : state.of<KeyResult>().all())
            if (kpis.contains(one->kpi) && !keyResults.contains(one->id))
                return inUse(state.find(one->kpi)->name, one->title);
        for (const Kpi *one : state.of<Kpi>().all())
            if (kpis.contains(one->guardrail) && !kpis.contains(one->id))
                return inUse(state.find(one->guardrail)->name, one->name);
    }
    if (!objectives.isEmpty())
        for (const Objective *one : state.of<Objective>().all())
            if (objectives.contains(one->parent) && !objectives.contains(one->id))
                return inUse(state.find(one->parent)->title, one->title);
    return {};
}

Done checkUnused(const WorkingSet &state, const Team &team)
{
    for (const Person *person : state.of<Person>().all())
        if (person->teams.contains(team.id))
            return inUse(team.name, person->name);
    for (const Team *other : state.of<Team>().all())
        if (other->parent == team.id)
            return inUse(team.name, other->name);
    const auto owns = [&team](const auto *record) { return record->owners.contains(Owner{{}, team.id}); };
    for (const Objective *one : state.of<Objective>().all())
        if (owns(one))
            return inUse(team.name, one->title);
    for (const KeyResult *one : state.of<KeyResult>().all())
        if (owns(one))
            return inUse(team.name, one->title);
    for (const Kpi *one : state.of<Kpi>().all())
        if (owns(one))
            return inUse(team.name, one->name);
    for (const Grant *grant : state.of<Grant>().all())
        if (grant->team == team.id)
            return inUse(team.name, state.find(grant->board)->name);
    return {};
}

Done checkUnused(const WorkingSet &state, const Cycle &cycle)
{
    for (const Board *board : state.of<Board>().all())
        if (board->cycle == cycle.id)
            return inUse(cycle.name, board->name);
    return {};
}

template<class Record>
Done checkUnused(const WorkingSet &, const Record &)
{
    return {};
}

Done mayDelete(const Situation &in, const Board &board)
{
    return require(in.state, in.asker, board.id, Role::Owner);
}
template<class Record>
Done mayDelete(const Situation &in, const Record &record)
{
    return mayEdit(in, record);
}

template<class Record>
Result<Draft> deleteRecord(Situation &in, const Record &record)
{
    if constexpr (std::is_same_v<Record, Person>)
        return Error{Error::Code::WrongKind, {record.name, wordOf(Named::Kind::Person)}};
    if (const Done done = mayDelete(in, record); !done)
        return done.error();
    if (const Done done = checkUnused(in.state, record); !done)
        return done.error();
    Draft draft;
    draft.act = Act::Delete;
    draft.values = {{u"kind"_s, QString::fromLatin1(Record::type().table())}};
    if constexpr (requires { in.state.boardOf(record.id); })
        draft.values.insert(u"subject"_s, in.state.boardOf(record.id).toString());
    removeThing(in.state, draft.edits, record);
    if (const Done done = checkUnused(in.state, draft.edits); !done)
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

template<class Subject>
void moveNotes(const WorkingSet &state, Edits &edits, Id<Subject> subject, BoardId board)
{
    for (const Action *action : state.of<Action>().of(subject)) {
        Action moved = *action;
        moved.board = board;
        edits.change(moved);
    }
    for (const Comment *comment : state.of<Comment>().of(subject)) {
        Comment moved = *comment;
        moved.board = board;
        edits.change(moved);
    }
}

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
    return draft;
}

Error wrongKind(const Named &target)
{
    return {Error::Code::WrongKind, {target.name, wordOf(target.kind)}};
}

Error unknown(const Named &target)
{
    return {Error::Code::NameUnknown, {target.name}};
}

// Metrics of a private board may drive only what is on it, so a move must not tear them apart.
Done checkDriversAfterMove(Situation &in, const Objective &objective, BoardId board)
{
    for (const KeyResult *keyResult : in.state.of<KeyResult>().of(objective.id))
        if (const Done done = checkDriver(in, keyResult->kpi, board); !done)
            return done;
    return {};
}

Done checkDriversAfterMove(Situation &in, const Kpi &kpi, BoardId board)
{
    if (in.state.find(board)->visibility == Visibility::Public)
        return {};
    for (const KeyResult *keyResult : in.state.of<KeyResult>().all())
        if (keyResult->kpi == kpi.id && in.state.boardOf(keyResult->id) != board)
            return Error{Error::Code::PrivateMetric, {kpi.name}};
    return {};
}

} // namespace

QStringList editableFields(Named::Kind kind)
{
    return withKind(kind, []<class Record>(const Record &) { return namesOfFields<Record>(); });
}

Result<Draft> editFields(Situation &in, const Named &target, const QList<FieldEdit> &edits)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        const Record *record = in.state.find(decltype(Record::id)(target.id));
        return record ? editRecord(in, *record, edits) : Result<Draft>(unknown(target));
    });
}

Result<Draft> moveTo(Situation &in, const Named &target, BoardId board)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        if constexpr (std::is_same_v<Record, Objective> || std::is_same_v<Record, Kpi>) {
            const Record *record = in.state.find(decltype(Record::id)(target.id));
            if (!record)
                return unknown(target);
            if (!canSee(in.state, in.asker, board))
                return Error{Error::Code::NameUnknown, {board.toString()}};
            if (const Done done = checkDriversAfterMove(in, *record, board); !done)
                return done.error();
            return moveRecord(in, *record, board);
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

Result<Draft> deleteThing(Situation &in, const Named &target)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        const Record *record = in.state.find(decltype(Record::id)(target.id));
        return record ? deleteRecord(in, *record) : Result<Draft>(unknown(target));
    });
}

QList<KpiId> seriesNeededToDelete(const WorkingSet &state, const Named &target)
{
    if (target.kind == Named::Kind::Kpi)
        return {KpiId(target.id)};
    QList<KpiId> kpis;
    if (target.kind == Named::Kind::Board)
        for (const Kpi *kpi : state.of<Kpi>().of(BoardId(target.id)))
            kpis.append(kpi->id);
    return kpis;
}

} // namespace milepost
