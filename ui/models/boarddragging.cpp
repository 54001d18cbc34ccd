// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boarddragging.h"

#include <QMimeData>

namespace milepost {
namespace {

/// The objective that a record is, or belongs to.
ObjectiveId objectiveAround(const WorkingSet &state, qint64 id)
{
    if (state.find(ObjectiveId(id)))
        return ObjectiveId(id);
    if (const KeyResult *keyResult = state.find(KeyResultId(id)))
        return keyResult->objective;
    const MilestonePart *part = state.find(MilestonePartId(id));
    const KeyResult *keyResult = part ? state.find(part->keyResult) : nullptr;
    return keyResult ? keyResult->objective : ObjectiveId();
}

/// The key result that a record is, or belongs to.
KeyResultId keyResultAround(const WorkingSet &state, qint64 id)
{
    if (state.find(KeyResultId(id)))
        return KeyResultId(id);
    const MilestonePart *part = state.find(MilestonePartId(id));
    return part ? part->keyResult : KeyResultId();
}

/// The sibling that follows one; 0 if it is the last.
template<class Record, class Parent>
qint64 after(const WorkingSet &state, Id<Record> id, Parent parent)
{
    const QList<const Record *> siblings = state.of<Record>().of(parent);
    for (qsizetype i = 0; i + 1 < siblings.size(); ++i)
        if (siblings[i]->id == id)
            return siblings[i + 1]->id.value();
    return 0;
}

std::optional<Spot> spotOfObjective(const WorkingSet &state, const DropPlace &place)
{
    if (place.on == 0)
        return Spot{place.board.value(), state.find(ObjectiveId(place.before)) ? place.before : 0};
    const ObjectiveId around = objectiveAround(state, place.on);
    if (!around.isValid())
        return std::nullopt;
    if (place.isOnRow && around.value() == place.on)
        return Spot{place.board.value(), place.on};
    return Spot{place.board.value(), after(state, around, place.board)};
}

std::optional<Spot> spotOfKeyResult(const WorkingSet &state, const DropPlace &place)
{
    if (state.find(ObjectiveId(place.on)))
        return Spot{place.on, place.before};
    const KeyResultId around = keyResultAround(state, place.on);
    const KeyResult *keyResult = state.find(around);
    if (!keyResult)
        return std::nullopt;
    if (place.isOnRow && around.value() == place.on)
        return Spot{keyResult->objective.value(), place.on};
    return Spot{keyResult->objective.value(), after(state, around, keyResult->objective)};
}

std::optional<Spot> spotOfPart(const WorkingSet &state, const Named &row, const DropPlace &place)
{
    const MilestonePart *part = state.find(MilestonePartId(row.id));
    if (!part || keyResultAround(state, place.on) != part->keyResult)
        return std::nullopt;
    return Spot{0, place.isOnRow && state.find(MilestonePartId(place.on)) ? place.on : place.before};
}

std::optional<Spot> spotOfKpi(const WorkingSet &state, const DropPlace &place)
{
    if (place.on != 0 && !state.find(KpiId(place.on)))
        return std::nullopt;
    const qint64 before = place.isOnRow ? place.on : place.before;
    return Spot{place.board.value(), state.find(KpiId(before)) ? before : 0};
}

} // namespace

QString rowMimeType()
{
    return QStringLiteral("application/x-milepost-row");
}

QString boardMimeType()
{
    return QStringLiteral("application/x-milepost-board");
}

namespace {

QMimeData *carriedAs(const QString &type, const WorkingSet &state, qint64 id)
{
    auto *data = new QMimeData;
    data->setData(type, QByteArray::number(state.workspace().id.value()) + ' ' + QByteArray::number(id));
    return data;
}

/// 0 if nothing of this workspace is carried.
qint64 idCarriedAs(const QString &type, const WorkingSet &state, const QMimeData *data)
{
    const QByteArrayList parts = data->data(type).split(' ');
    const bool isOurs = parts.size() == 2 && parts[0].toLongLong() == state.workspace().id.value();
    return isOurs ? parts[1].toLongLong() : 0;
}

} // namespace

QMimeData *carried(const WorkingSet &state, qint64 id)
{
    return carriedAs(rowMimeType(), state, id);
}

std::optional<Named> carriedRow(const WorkingSet &state, const QMimeData *data)
{
    const qint64 id = idCarriedAs(rowMimeType(), state, data);
    return id == 0 ? std::nullopt : nameOf(state, id);
}

QMimeData *carriedBoard(const WorkingSet &state, BoardId board)
{
    return carriedAs(boardMimeType(), state, board.value());
}

BoardId carriedBoard(const WorkingSet &state, const QMimeData *data)
{
    return BoardId(idCarriedAs(boardMimeType(), state, data));
}

std::optional<Spot> spotOf(const WorkingSet &state, const Named &row, const DropPlace &place)
{
    if (place.on == row.id || place.before == row.id)
        return std::nullopt;
    switch (row.kind) {
    case Named::Kind::Objective:
        return spotOfObjective(state, place);
    case Named::Kind::KeyResult:
        return spotOfKeyResult(state, place);
    case Named::Kind::Part:
        return spotOfPart(state, row, place);
    case Named::Kind::Kpi:
        return spotOfKpi(state, place);
    case Named::Kind::Board:
    case Named::Kind::Action:
    case Named::Kind::Person:
    case Named::Kind::Team:
    case Named::Kind::Cycle:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace milepost
