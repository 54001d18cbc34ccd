// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/standoff.h"

#include "core/domain/lookup.h"
#include "core/domain/rowfields.h"

namespace milepost {
namespace {

template<class Record>
std::optional<QVariantMap> seenFields(const Conflict &conflict, const WorkingSet &seen)
{
    if constexpr (std::is_same_v<Record, Measurement>) {
        for (const Measurement &point : seen.seriesOf(KpiId(conflict.parent)).points())
            if (point.id.value() == conflict.row)
                return plainFields(point);
        return std::nullopt;
    } else {
        const Record *record = seen.find(Id<Record>(conflict.row));
        return record ? std::optional(plainFields(*record)) : std::nullopt;
    }
}

RowStep stepFrom(const Conflict &conflict, const WorkingSet &seen)
{
    RowStep step;
    step.row = conflict.row;
    step.existed = true;
    step.exists = true;
    forEachRecordType([&]<class Record>(const Record &) {
        if (Record::type().tag() != conflict.table)
            return;
        step.table = QString::fromLatin1(Record::type().table());
        step.before = seenFields<Record>(conflict, seen).value_or(QVariantMap());
    });
    step.after = step.before;
    return step;
}

void put(RowStep &step, const QByteArray &field, const Cell &cell)
{
    const QString name = QString::fromLatin1(field);
    if (const QVariant value = plainValue(cell); value.isValid())
        step.after.insert(name, value);
    else
        step.after.remove(name);
}

/// What of it has a name: the row, or what it hangs on.
std::optional<Named> namedIn(const WorkingSet &state, const Conflict &conflict)
{
    const std::optional<Named> row = nameOf(state, conflict.row);
    return row ? row : nameOf(state, conflict.parent);
}

} // namespace

Standoff standoffOf(const QList<Conflict> &conflicts, const WorkingSet &seen, const WorkingSet &fresh)
{
    Standoff standoff;
    for (const Conflict &conflict : conflicts) {
        const bool isNew = standoff.mine.isEmpty() || standoff.mine.last().row != conflict.row;
        if (isNew) {
            standoff.mine.append(stepFrom(conflict, seen));
            standoff.theirs.append(stepFrom(conflict, seen));
        }
        if (conflict.field.isEmpty()) {
            standoff.mine.last().exists = false;
            continue;
        }
        put(standoff.mine.last(), conflict.field, conflict.mine);
        put(standoff.theirs.last(), conflict.field, conflict.theirs);
    }
    if (const std::optional<Named> named =
            conflicts.isEmpty() ? std::nullopt : namedIn(fresh, conflicts.first())) {
        standoff.thing = named->id;
        standoff.name = named->name;
    }
    return standoff;
}

} // namespace milepost
