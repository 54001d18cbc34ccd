// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/editing.h"

#include "core/domain/acts/drafting.h"
#include "core/domain/acts/editables.h"
#include "core/domain/acts/goals.h"
#include "core/domain/acts/things.h"
#include "core/domain/rights.h"

#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace milepost {
namespace {

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

// What a record must fulfil as a whole, after its fields were changed.
Done checkWhole(const Situation &in, const Board &board)
{
    const Board *before = in.state.find(board.id);
    if (before->visibility == board.visibility)
        return {};
    if (const Done done = require(in.state, in.asker, board.id, Role::Owner); !done)
        return done;
    WorkingSet after = in.state;
    after.of<Board>().put(board);
    return checkPrivateMetrics(after);
}
Done checkWhole(const Situation &in, const Objective &objective)
{
    const double tenths = objective.grade.value_or(0) * 10;
    if (tenths < 0 || tenths > 10 || std::abs(tenths - std::round(tenths)) > 1e-9)
        return Error{Error::Code::GradeInvalid, {QString::number(*objective.grade, 'g', 15)}};
    if (const Done done = checkWeight(objective.weight); !done)
        return done;
    return checkLoop(in.state, in.asker, objective);
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
Done checkFields(const QList<FieldEdit> &edits)
{
    const QStringList names = namesOfFields<Record>();
    for (const FieldEdit &edit : edits)
        if (!names.contains(edit.field))
            return Error{Error::Code::FieldUnknown, QStringList{edit.field} + names};
    return {};
}

// In the order of the fields, not of the edits: a number is read by the unit that comes with it.
template<class Record>
Done setFields(const Situation &in, Record &record, const QList<FieldEdit> &edits)
{
    for (const auto &field : Editables<Record>::kFields)
        for (const FieldEdit &edit : edits)
            if (edit.field == QLatin1String(field.name))
                if (const Done done = field.set(in, record, edit.value); !done)
                    return done;
    return {};
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
    if (const Done done = checkFields<Record>(edits); !done)
        return done.error();
    Record after = before;
    if (const Done done = setFields(in, after, edits); !done)
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

} // namespace

QString fieldCalled(const QString &word)
{
    static const QHash<QString, QString> kOtherNames = {
        {u"start"_s, u"from"_s}, {u"target"_s, u"to"_s}, {u"owners"_s, u"owner"_s}};
    return kOtherNames.value(word, word);
}

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

QList<KpiId> seriesNeededToEdit(const Named &target)
{
    return target.kind == Named::Kind::Kpi ? QList<KpiId>{KpiId(target.id)} : QList<KpiId>();
}

} // namespace milepost
