// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/goals.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/figures/targetinforce.h"
#include "core/domain/rights.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

/// What one comes by from parent to parent until one is at the start again; nothing if one never is. A loop
/// that does not lead back to the start (in a damaged file) must not hang the program.
template<class Record>
std::optional<QSet<decltype(Record::id)>> wayBack(const WorkingSet &state, const Record &start)
{
    QSet<decltype(Record::id)> passed;
    for (auto at = start.parent; at.isValid() && !passed.contains(at);) {
        if (at == start.id)
            return passed;
        passed.insert(at);
        const Record *parent = state.find(at);
        at = parent ? parent->parent : decltype(Record::id)();
    }
    return std::nullopt;
}

Error needs(KeyResultKind kind, const char *field)
{
    return {Error::Code::KindNeeds, {wordOf(kind), QString::fromLatin1(field)}};
}

Error refuses(KeyResultKind kind, const char *field)
{
    return {Error::Code::KindRefuses, {wordOf(kind), QString::fromLatin1(field)}};
}

Done checkOrder(double low, double high)
{
    if (low > high)
        return Error{Error::Code::RangeReversed, {QString::number(low), QString::number(high)}};
    return {};
}

// Commit, target and stretch are steps on one way.
Done checkLevels(const KeyResult &keyResult)
{
    if (keyResult.commit.has_value() != keyResult.stretch.has_value())
        return needs(keyResult.kind, keyResult.commit ? "stretch" : "commit");
    if (!keyResult.commit)
        return {};
    const double start = keyResult.start.value_or(0);
    const double sign = *keyResult.target >= start ? 1 : -1;
    const double levels[] = {start * sign, *keyResult.commit * sign, *keyResult.target * sign,
                             *keyResult.stretch * sign};
    if (!std::is_sorted(std::begin(levels), std::end(levels)))
        return Error{Error::Code::LevelsOutOfOrder};
    return {};
}

Done checkReach(const KeyResult &keyResult)
{
    if (!keyResult.target)
        return needs(keyResult.kind, "to");
    return checkLevels(keyResult);
}

Done checkBetween(const KeyResult &keyResult)
{
    if (!keyResult.low)
        return needs(keyResult.kind, "low");
    if (!keyResult.high)
        return needs(keyResult.kind, "high");
    return checkOrder(*keyResult.low, *keyResult.high);
}

Done checkUnusedValues(const KeyResult &keyResult, bool hasParts)
{
    const KeyResultKind kind = keyResult.kind;
    const bool isReach = kind == KeyResultKind::Reach;
    const bool hasThreshold = kind == KeyResultKind::Above || kind == KeyResultKind::Below;
    if (keyResult.start && !isReach)
        return refuses(kind, "from");
    if (keyResult.target && !isReach && !hasThreshold)
        return refuses(kind, "to");
    if ((keyResult.low || keyResult.high) && kind != KeyResultKind::Between)
        return refuses(kind, keyResult.low ? "low" : "high");
    if ((keyResult.commit || keyResult.stretch) && !isReach)
        return refuses(kind, keyResult.commit ? "commit" : "stretch");
    if (hasParts && kind != KeyResultKind::Milestone)
        return refuses(kind, "part");
    return {};
}

Done checkNeededValues(const KeyResult &keyResult)
{
    switch (keyResult.kind) {
    case KeyResultKind::Reach:
        return checkReach(keyResult);
    case KeyResultKind::Above:
    case KeyResultKind::Below:
        return keyResult.target ? Done() : Done(needs(keyResult.kind, "to"));
    case KeyResultKind::Between:
        return checkBetween(keyResult);
    case KeyResultKind::Milestone:
    case KeyResultKind::Baseline:
        return {};
    }
    Q_UNREACHABLE();
}

Done checkParent(const Situation &in, const Objective &objective)
{
    if (!objective.parent.isValid())
        return {};
    if (!canSee(in.state, in.asker, in.state.boardOf(objective.parent)))
        return Error{Error::Code::NameUnknown, {objective.parent.toString()}};
    return {};
}

Done cleanTexts(std::initializer_list<QString *> texts)
{
    for (QString *text : texts) {
        const Result<QString> clean = cleanText(*text);
        if (!clean)
            return clean.error();
        *text = *clean;
    }
    return {};
}

Result<QList<MilestonePart>> completeParts(Situation &in, KeyResultId keyResult, QList<MilestonePart> parts)
{
    double position = 0;
    QList<const MilestonePart *> earlier;
    for (MilestonePart &part : parts) {
        const Result<QString> title = newName(part.title, earlier);
        if (!title)
            return title.error();
        if (const Done done = checkWeight(part.weight); !done)
            return done.error();
        part.id = in.ids.next<MilestonePart>();
        part.keyResult = keyResult;
        part.title = *title;
        part.position = ++position;
        earlier.append(&part);
    }
    return parts;
}

} // namespace

Done checkKeyResult(const KeyResult &keyResult, bool hasParts)
{
    if (const Done done = checkWeight(keyResult.weight); !done)
        return done;
    if (const Done done = checkUnusedValues(keyResult, hasParts); !done)
        return done;
    return checkNeededValues(keyResult);
}

Done checkDriver(const Situation &in, KpiId kpi, BoardId board)
{
    if (!kpi.isValid())
        return {};
    const BoardId home = in.state.boardOf(kpi);
    if (!canSee(in.state, in.asker, home))
        return Error{Error::Code::NameUnknown, {kpi.toString()}};
    if (home != board && in.state.find(home)->visibility == Visibility::Private)
        return Error{Error::Code::PrivateMetric, {in.state.find(kpi)->name}};
    return {};
}

Done checkPrivateMetrics(const WorkingSet &state)
{
    const auto check = [&state](KpiId id, BoardId user) -> Done {
        const Kpi *kpi = state.find(id);
        const Board *home = kpi ? state.find(kpi->board) : nullptr;
        if (home && home->id != user && home->visibility == Visibility::Private)
            return Error{Error::Code::PrivateMetric, {kpi->name}};
        return {};
    };
    for (const KeyResult *keyResult : state.of<KeyResult>().all())
        if (const Done done = check(keyResult->kpi, state.boardOf(keyResult->id)); !done)
            return done;
    for (const Kpi *kpi : state.of<Kpi>().all())
        if (const Done done = check(kpi->guardrail, kpi->board); !done)
            return done;
    return {};
}

Done checkLoop(const WorkingSet &state, PersonId asker, const Objective &objective)
{
    const std::optional<QSet<ObjectiveId>> way = wayBack(state, objective);
    if (!way)
        return {};
    const bool isSeen = std::all_of(way->begin(), way->end(),
                                    [&](ObjectiveId id) { return canSee(state, asker, state.boardOf(id)); });
    return Error{isSeen ? Error::Code::ObjectiveLoop : Error::Code::ObjectiveBarred, {objective.title}};
}

Done checkLoop(const WorkingSet &state, const Team &team)
{
    return wayBack(state, team) ? Done(Error{Error::Code::TeamLoop, {team.name}}) : Done();
}

Done checkOwners(const WorkingSet &state, const QList<Owner> &owners)
{
    for (const Owner &owner : owners) {
        const Person *person = state.find(owner.person);
        if (person && !person->isActive())
            return Error{Error::Code::PersonLeft, {person->name}};
        if (!person && (owner.person.isValid() || !state.find(owner.team)))
            return Error{Error::Code::NameUnknown,
                         {owner.person.isValid() ? owner.person.toString() : owner.team.toString()}};
    }
    return {};
}

Done checkTarget(const Kpi &kpi, const Target &target)
{
    if (kpi.direction == Direction::Band) {
        if (!target.low || !target.high)
            return Error{Error::Code::KindNeeds, {wordOf(kpi.direction), target.low ? u"high"_s : u"low"_s}};
        return checkOrder(*target.low, *target.high);
    }
    if (target.low || target.high)
        return Error{Error::Code::KindRefuses, {wordOf(kpi.direction), target.low ? u"low"_s : u"high"_s}};
    return target.value ? Done() : Done(Error{Error::Code::KindNeeds, {wordOf(kpi.direction), u"target"_s}});
}

Result<Draft> addObjective(Situation &in, Objective objective)
{
    if (const Done done = require(in.state, in.asker, objective.board, Role::Editor); !done)
        return done.error();
    const auto siblings = in.state.of<Objective>().of(objective.board);
    const Result<QString> title = newName(objective.title, siblings);
    if (!title)
        return title.error();
    const Result<QString> why = cleanText(objective.why);
    if (!why)
        return why.error();
    if (const Done done = checkWeight(objective.weight); !done)
        return done.error();
    if (const Done done = checkParent(in, objective); !done)
        return done.error();
    if (const Done done = checkOwners(in.state, objective.owners); !done)
        return done.error();
    objective.id = in.ids.next<Objective>();
    objective.title = *title;
    objective.why = *why;
    objective.position = nextPosition(siblings);
    return added(Act::AddObjective, objective);
}

Result<Draft> addKeyResult(Situation &in, const AddKeyResult &request)
{
    KeyResult keyResult = request.keyResult;
    const BoardId board = in.state.boardOf(keyResult.objective);
    if (const Done done = require(in.state, in.asker, board, Role::Editor); !done)
        return done.error();
    const auto siblings = in.state.of<KeyResult>().of(keyResult.objective);
    const Result<QString> title = newName(keyResult.title, siblings);
    if (!title)
        return title.error();
    if (const Done done = checkKeyResult(keyResult, !request.parts.isEmpty()); !done)
        return done.error();
    if (const Done done = checkDriver(in, keyResult.kpi, board); !done)
        return done.error();
    if (const Done done = checkOwners(in.state, keyResult.owners); !done)
        return done.error();
    if (const Done done = cleanTexts({&keyResult.unit}); !done)
        return done.error();
    keyResult.id = in.ids.next<KeyResult>();
    keyResult.title = *title;
    keyResult.position = nextPosition(siblings);
    if (keyResult.kind == KeyResultKind::Reach && !keyResult.start)
        keyResult.start = 0;
    const Result<QList<MilestonePart>> parts = completeParts(in, keyResult.id, request.parts);
    if (!parts)
        return parts.error();
    Draft draft = added(Act::AddKeyResult, keyResult);
    for (const MilestonePart &part : *parts)
        draft.edits.add(part);
    return draft;
}

Result<Draft> addKpi(Situation &in, const AddKpi &request)
{
    Kpi kpi = request.kpi;
    if (const Done done = require(in.state, in.asker, kpi.board, Role::Editor); !done)
        return done.error();
    const auto siblings = in.state.of<Kpi>().of(kpi.board);
    const Result<QString> name = newName(kpi.name, siblings);
    if (!name)
        return name.error();
    if (kpi.amber < 0)
        return Error{Error::Code::OutOfRange, {QString::number(kpi.amber), u"0"_s, QString()}};
    if (const Done done = checkDriver(in, kpi.guardrail, kpi.board); !done)
        return done.error();
    if (const Done done = checkOwners(in.state, kpi.owners); !done)
        return done.error();
    if (const Done done = cleanTexts({&kpi.unit, &kpi.definition, &kpi.source}); !done)
        return done.error();
    kpi.id = in.ids.next<Kpi>();
    kpi.name = *name;
    kpi.position = nextPosition(siblings);
    Draft draft = added(Act::AddKpi, kpi);
    if (request.target) {
        Target target = *request.target;
        if (const Done done = checkTarget(kpi, target); !done)
            return done.error();
        target.id = in.ids.next<Target>();
        target.kpi = kpi.id;
        target.position = 1;
        draft.edits.add(target);
    }
    return draft;
}

Result<Draft> setTarget(Situation &in, Target target)
{
    const Kpi *kpi = in.state.find(target.kpi);
    if (!kpi)
        return Error{Error::Code::NameUnknown, {target.kpi.toString()}};
    if (const Done done = require(in.state, in.asker, kpi->board, Role::Editor); !done)
        return done.error();
    if (const Done done = checkTarget(*kpi, target); !done)
        return done.error();
    const auto earlier = in.state.of<Target>().of(target.kpi);
    const Target *const present = targetInForce(earlier, target.validFrom);
    if (present && present->validFrom == target.validFrom && present->value == target.value &&
        present->low == target.low && present->high == target.high)
        return nothingToDo(Act::SetTarget);
    target.id = in.ids.next<Target>();
    target.position = nextPosition(earlier);
    Draft draft = added(Act::SetTarget, target);
    draft.values = subjectValues(target.kpi);
    return draft;
}

Result<Draft> addAction(Situation &in, Action action)
{
    action.board = in.state.boardOf(action.subject);
    const Role role = answersFor(in.state, in.asker, action.subject) ? Role::Viewer : Role::Editor;
    if (const Done done = require(in.state, in.asker, action.board, role); !done)
        return done.error();
    const Result<QString> title = cleanName(action.title);
    if (!title)
        return title.error();
    if (action.owner.isValid())
        if (const Done done = checkOwners(in.state, {{action.owner, {}}}); !done)
            return done.error();
    if (const Done done = cleanTexts({&action.note}); !done)
        return done.error();
    action.id = in.ids.next<Action>();
    action.title = *title;
    action.position = nextPosition(in.state.of<Action>().of(action.subject.id));
    return added(Act::AddAction, action);
}

Result<Draft> finishAction(Situation &in, ActionId action)
{
    const Action *present = in.state.find(action);
    if (!present)
        return Error{Error::Code::NameUnknown, {action.toString()}};
    const Role role = present->owner == in.asker ? Role::Viewer : Role::Editor;
    if (const Done done = require(in.state, in.asker, present->board, role); !done)
        return done.error();
    if (present->done)
        return nothingToDo(Act::FinishAction);
    Action finished = *present;
    finished.done = true;
    finished.doneOn = in.today;
    return changed(Act::FinishAction, finished);
}

Result<Draft> addComment(Situation &in, const Subject &subject, const QString &text)
{
    Comment comment;
    comment.board = in.state.boardOf(subject);
    if (const Done done = require(in.state, in.asker, comment.board, Role::Commenter); !done)
        return done.error();
    const Result<QString> clean = cleanText(text);
    if (!clean)
        return clean.error();
    if (clean->trimmed().isEmpty())
        return Error{Error::Code::TextEmpty};
    comment.id = in.ids.next<Comment>();
    comment.subject = subject;
    comment.author = in.asker;
    comment.at = in.now;
    comment.text = *clean;
    Draft draft = added(Act::AddComment, comment);
    draft.values = {{u"subject"_s, QString::number(subject.id)}};
    return draft;
}

} // namespace milepost
