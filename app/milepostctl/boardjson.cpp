// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/boardjson.h"

#include "app/milepostctl/jsonvalues.h"
#include "core/domain/figures/overdueactions.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

QJsonArray jsonNames(const QStringList &names)
{
    return QJsonArray::fromStringList(names);
}

/// The title of what an action is about.
QString aboutOf(const WorkingSet &state, const Subject &subject)
{
    if (const KeyResult *keyResult = state.find(KeyResultId(subject.id)))
        return keyResult->title;
    if (const Objective *objective = state.find(ObjectiveId(subject.id)))
        return objective->title;
    const Kpi *kpi = state.find(KpiId(subject.id));
    return kpi ? kpi->name : QString();
}

QJsonArray jsonActions(const BoardView &view, const QList<const Action *> &actions)
{
    QJsonArray list;
    for (const Action *action : actions)
        list.append(QJsonObject{
            {u"id"_s, jsonId(action->id)},
            {u"title"_s, action->title},
            {u"owner"_s, jsonText(view.nameOf(action->owner))},
            {u"due"_s, jsonDate(action->due)},
            {u"done"_s, action->done},
            {u"overdue"_s, isOverdue(*action, view.day)},
            {u"about"_s, aboutOf(view.state, action->subject)},
        });
    return list;
}

QJsonArray jsonParts(const WorkingSet &state, KeyResultId keyResult)
{
    QJsonArray list;
    for (const MilestonePart *part : state.of<MilestonePart>().of(keyResult))
        list.append(QJsonObject{
            {u"id"_s, jsonId(part->id)}, {u"title"_s, part->title}, {u"weight"_s, jsonNumber(part->weight)}});
    return list;
}

QJsonObject jsonKeyResult(const BoardView &view, const KeyResultFigures &figures)
{
    const KeyResult &keyResult = *view.state.find(figures.id);
    QJsonObject object{
        {u"id"_s, jsonId(keyResult.id)},
        {u"title"_s, keyResult.title},
        {u"kind"_s, wordOf(keyResult.kind)},
        {u"unit"_s, keyResult.unit},
        {u"start"_s, jsonNumber(keyResult.start)},
        {u"target"_s, jsonNumber(keyResult.target)},
        {u"low"_s, jsonNumber(keyResult.low)},
        {u"high"_s, jsonNumber(keyResult.high)},
        {u"commit"_s, jsonNumber(keyResult.commit)},
        {u"stretch"_s, jsonNumber(keyResult.stretch)},
        {u"cadence"_s, wordOf(keyResult.cadence)},
        {u"weight"_s, jsonNumber(keyResult.weight)},
    };
    object.insert(u"value"_s, jsonNumber(figures.value));
    object.insert(u"date"_s, jsonDate(figures.date));
    object.insert(u"raw_progress"_s, jsonNumber(figures.rawProgress));
    object.insert(u"progress"_s, jsonNumber(figures.progress));
    object.insert(u"confidence"_s, jsonNumber(figures.confidence));
    object.insert(u"expected"_s, jsonNumber(figures.expected));
    object.insert(u"status"_s, wordOf(figures.status));
    object.insert(u"overdue"_s, figures.isOverdue);
    object.insert(u"owners"_s, jsonNames(view.ownersOf(keyResult.owners)));
    object.insert(u"kpi"_s, jsonText(view.driverOf(keyResult)));
    object.insert(u"parts"_s, jsonParts(view.state, keyResult.id));
    object.insert(u"actions"_s, jsonActions(view, view.state.of<Action>().of(keyResult.id)));
    return object;
}

QJsonValue jsonWeakest(const WorkingSet &state, const ObjectiveFigures &figures)
{
    const KeyResult *weakest = state.find(figures.weakest);
    if (!weakest)
        return {};
    return QJsonObject{{u"title"_s, weakest->title}, {u"progress"_s, jsonNumber(figures.weakestProgress)}};
}

QJsonObject jsonObjective(const BoardView &view, const ObjectiveFigures &figures)
{
    const Objective &objective = *view.state.find(figures.id);
    const Objective *parent = view.state.find(objective.parent);
    const bool isParentSeen = parent && view.roleOnBoard(parent->board);
    QJsonArray keyResults;
    for (const KeyResultFigures &one : figures.keyResults)
        keyResults.append(jsonKeyResult(view, one));
    return {
        {u"id"_s, jsonId(objective.id)},
        {u"title"_s, objective.title},
        {u"why"_s, objective.why},
        {u"kind"_s, wordOf(objective.kind)},
        {u"weight"_s, jsonNumber(objective.weight)},
        {u"parent"_s, isParentSeen ? QJsonValue(parent->title) : QJsonValue()},
        {u"owners"_s, jsonNames(view.ownersOf(objective.owners))},
        {u"progress"_s, jsonNumber(figures.progress)},
        {u"weakest"_s, jsonWeakest(view.state, figures)},
        {u"status"_s, wordOf(figures.status)},
        {u"expected"_s, jsonNumber(figures.expected)},
        {u"pace_gap"_s, jsonNumber(figures.paceGap)},
        {u"grade"_s, jsonNumber(objective.grade)},
        {u"key_results"_s, keyResults},
        {u"actions"_s, jsonActions(view, view.actionsOf(objective))},
    };
}

QJsonObject jsonKpi(const BoardView &view, const KpiFigures &figures)
{
    const Kpi &kpi = *view.state.find(figures.id);
    return {
        {u"id"_s, jsonId(kpi.id)},
        {u"name"_s, kpi.name},
        {u"unit"_s, kpi.unit},
        {u"good"_s, wordOf(kpi.direction)},
        {u"cadence"_s, wordOf(kpi.cadence)},
        {u"aggregate"_s, wordOf(kpi.aggregate)},
        {u"value"_s, jsonNumber(figures.value)},
        {u"date"_s, jsonDate(figures.date)},
        {u"target"_s, jsonNumber(figures.target)},
        {u"low"_s, jsonNumber(figures.low)},
        {u"high"_s, jsonNumber(figures.high)},
        {u"amber"_s, kpi.amber},
        {u"health"_s, wordOf(figures.health)},
        {u"overdue"_s, figures.isOverdue},
        {u"points"_s, figures.points},
        {u"owners"_s, jsonNames(view.ownersOf(kpi.owners))},
        {u"actions"_s, jsonActions(view, view.state.of<Action>().of(kpi.id))},
    };
}

} // namespace

QJsonObject jsonBoard(const BoardView &view, const Board &board, const BoardFigures &figures)
{
    QJsonArray objectives;
    for (const ObjectiveFigures &one : figures.objectives)
        objectives.append(jsonObjective(view, one));
    QJsonArray kpis;
    for (const KpiFigures &one : figures.kpis)
        kpis.append(jsonKpi(view, one));
    const std::optional<Role> role = view.roleOnBoard(board.id);
    const Cycle *cycle = view.state.find(board.cycle);
    return {
        {u"id"_s, jsonId(board.id)},
        {u"name"_s, board.name},
        {u"visibility"_s, wordOf(board.visibility)},
        {u"role"_s, role ? QJsonValue(wordOf(*role)) : QJsonValue()},
        {u"cycle"_s, cycle ? QJsonValue(cycle->name) : QJsonValue()},
        {u"archived"_s, board.archived},
        {u"progress"_s, jsonNumber(figures.progress)},
        {u"objectives"_s, objectives},
        {u"kpis"_s, kpis},
    };
}

} // namespace milepost::ctl
