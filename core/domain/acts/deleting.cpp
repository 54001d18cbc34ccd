// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/deleting.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/references.h"
#include "core/domain/acts/things.h"
#include "core/domain/rights.h"

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

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
    const Series &series = state.seriesOf(kpi.id);
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

Done mayDelete(const Situation &in, const Board &board)
{
    return require(in.state, in.asker, board.id, Role::Owner);
}
template<class Record>
Done mayDelete(const Situation &in, const Record &record)
{
    return mayEdit(in, record);
}

/// The name of what uses something, for someone who may see it.
QString nameOfUser(const Situation &in, const RowPlace &place)
{
    const std::optional<Named> user = nameOf(in.state, place.row);
    const Grant *grant = in.state.find(GrantId(place.row));
    const BoardId board = grant ? grant->board : boardOfThing(in.state, place.row);
    if (board.isValid() && !canSee(in.state, in.asker, board))
        return {};
    if (grant)
        return in.state.find(board)->name;
    return user ? user->name : QString();
}

template<class Record>
Result<Draft> deleteRecord(Situation &in, const Record &record)
{
    if (const Done done = mayDelete(in, record); !done)
        return done.error();
    Draft draft;
    draft.act = Act::Delete;
    draft.values = {{u"kind"_s, QString::fromLatin1(Record::type().table())}};
    draft.values.insert(u"subject"_s, record.id.toString());
    removeThing(in.state, draft.edits, record);
    if (const std::optional<RowPlace> user = recordLeftBehind(in.state, draft.edits))
        return Error{Error::Code::InUse, {nameIn(record), nameOfUser(in, *user)}};
    return draft;
}

} // namespace

Result<Draft> deleteThing(Situation &in, const Named &target)
{
    return withKind(target.kind, [&]<class Record>(const Record &) -> Result<Draft> {
        if constexpr (std::is_same_v<Record, Person>) {
            return wrongKind(target);
        } else {
            const Record *record = in.state.find(decltype(Record::id)(target.id));
            return record ? deleteRecord(in, *record) : Result<Draft>(unknown(target));
        }
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
