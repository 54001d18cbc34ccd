// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/acts/references.h"

namespace milepost {
namespace {

using Places = QSet<RowPlace>;

int tagOf(const char *table)
{
    static const QHash<QByteArray, int> kTags = [] {
        QHash<QByteArray, int> tags;
        forEachRecordType([&tags]<class Record>(const Record &) {
            tags.insert(Record::type().table(), Record::type().tag());
        });
        return tags;
    }();
    return kTags.value(table);
}

RowPlace placeOf(const Subject &subject)
{
    switch (subject.kind) {
    case Subject::Kind::Objective:
        return {Objective::type().tag(), subject.id};
    case Subject::Kind::KeyResult:
        return {KeyResult::type().tag(), subject.id};
    case Subject::Kind::Kpi:
        return {Kpi::type().tag(), subject.id};
    case Subject::Kind::Board:
        return {Board::type().tag(), subject.id};
    case Subject::Kind::None:
        return {};
    }
    Q_UNREACHABLE();
}

RowPlace placeOf(const Owner &owner)
{
    return owner.person.isValid() ? RowPlace{Person::type().tag(), owner.person.value()}
                                  : RowPlace{Team::type().tag(), owner.team.value()};
}

/// Everything that a record points at: by its columns, its subject, its owners and its teams.
template<class Record>
QList<RowPlace> referencesOf(const Record &record)
{
    QList<RowPlace> places;
    for (const auto &field : Record::type().fields()) {
        const Cell cell = field.table ? field.read(record) : Cell();
        if (const qint64 *id = std::get_if<qint64>(&cell); id && *id > 0)
            places.append({tagOf(field.table), *id});
    }
    if constexpr (requires { record.subject; })
        places.append(placeOf(record.subject));
    if constexpr (requires { record.owners; })
        for (const Owner &owner : record.owners)
            places.append(placeOf(owner));
    if constexpr (requires { record.teams; })
        for (const TeamId team : record.teams)
            places.append({Team::type().tag(), team.value()});
    return places;
}

template<class Record>
RowPlace placeOf(const Record &record)
{
    return {Record::type().tag(), record.id.value()};
}

Places removedBy(const Edits &edits)
{
    Places places;
    edits.forEach([&places]<class Record>(const EditsOf<Record> &part) {
        if constexpr (!std::is_same_v<Record, Measurement>)
            for (const auto id : part.removed)
                places.insert({Record::type().tag(), id.value()});
    });
    return places;
}

Places addedBy(const Edits &edits)
{
    Places places;
    edits.forEach([&places]<class Record>(const EditsOf<Record> &part) {
        if constexpr (!std::is_same_v<Record, Measurement>)
            for (const Record &record : part.added)
                places.insert(placeOf(record));
    });
    return places;
}

Places changedBy(const Edits &edits)
{
    Places places;
    edits.forEach([&places]<class Record>(const EditsOf<Record> &part) {
        for (const Record &record : part.changed)
            places.insert(placeOf(record));
    });
    return places;
}

bool isThere(const WorkingSet &state, const RowPlace &place)
{
    bool found = false;
    forEachRecordType([&]<class Record>(const Record &) {
        if (Record::type().tag() == place.table)
            found = state.of<Record>().contains(decltype(Record::id)(place.row));
    });
    return found;
}

} // namespace

std::optional<RowPlace> recordLeftBehind(const WorkingSet &state, const Edits &edits)
{
    const Places removed = removedBy(edits);
    if (removed.isEmpty())
        return std::nullopt;
    const Places changed = changedBy(edits);
    std::optional<RowPlace> found;
    forEachRecordType([&]<class Record>(const Record &) {
        for (const Record *record : state.of<Record>().all()) {
            const RowPlace place = placeOf(*record);
            if (found || removed.contains(place) || changed.contains(place))
                continue;
            for (const RowPlace &reference : referencesOf(*record))
                if (removed.contains(reference))
                    found = place;
        }
    });
    return found;
}

std::optional<RowPlace> missingReference(const WorkingSet &state, const Edits &edits)
{
    const Places added = addedBy(edits);
    const Places removed = removedBy(edits);
    std::optional<RowPlace> found;
    const auto look = [&](const auto &record) {
        for (const RowPlace &reference : referencesOf(record))
            if (!found && !added.contains(reference) &&
                (removed.contains(reference) || !isThere(state, reference)))
                found = reference;
    };
    edits.forEach([&look]<class Record>(const EditsOf<Record> &part) {
        std::for_each(part.added.begin(), part.added.end(), look);
        std::for_each(part.changed.begin(), part.changed.end(), look);
    });
    return found;
}

} // namespace milepost
