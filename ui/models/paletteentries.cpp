// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/paletteentries.h"

#include "core/domain/lookup.h"
#include "core/domain/rights.h"

#include <algorithm>

namespace milepost {
namespace {

using Kind = PaletteEntry::Kind;

constexpr Named::Kinds kNamed = Named::Kind::Board | Named::Kind::Objective | Named::Kind::KeyResult |
                                Named::Kind::Kpi | Named::Kind::Person | Named::Kind::Action;

Kind kindOf(Named::Kind kind)
{
    switch (kind) {
    case Named::Kind::Board:
        return Kind::Board;
    case Named::Kind::Objective:
        return Kind::Objective;
    case Named::Kind::KeyResult:
    case Named::Kind::Part:
        return Kind::KeyResult;
    case Named::Kind::Kpi:
        return Kind::Kpi;
    case Named::Kind::Action:
        return Kind::Action;
    case Named::Kind::Person:
    case Named::Kind::Team:
    case Named::Kind::Cycle:
        return Kind::Person;
    }
    Q_UNREACHABLE();
}

/// The keys of boards' names, which many entries share.
class Contexts
{
public:
    explicit Contexts(const WorkingSet &state) : m_state(state) {}

    void put(PaletteEntry &entry)
    {
        const Board *board = m_state.find(entry.board);
        if (!board || entry.kind == Kind::Board)
            return;
        SearchKey &key = m_keys[board->id];
        if (key.folded.isEmpty())
            key = searchKey(board->name);
        entry.context = board->name;
        entry.contextKey = key;
    }

private:
    const WorkingSet &m_state;
    QHash<BoardId, SearchKey> m_keys;
};

const char *wordOfKind(Kind kind)
{
    switch (kind) {
    case Kind::Command:
        return "command";
    case Kind::Board:
        return "board";
    case Kind::Objective:
        return "objective";
    case Kind::KeyResult:
        return "keyresult";
    case Kind::Kpi:
        return "kpi";
    case Kind::Person:
        return "person";
    case Kind::Action:
        return "action";
    }
    Q_UNREACHABLE();
}

QList<Owner> ownersOf(const WorkingSet &state, const PaletteEntry &entry)
{
    if (const Objective *objective = state.find(ObjectiveId(entry.id)))
        return objective->owners;
    if (const KeyResult *keyResult = state.find(KeyResultId(entry.id)))
        return keyResult->owners;
    if (const Kpi *kpi = state.find(KpiId(entry.id)))
        return kpi->owners;
    if (const Action *action = state.find(ActionId(entry.id)))
        return {Owner{action->owner, {}}};
    return {};
}

Place rowOf(BoardId board, RowKind kind, qint64 id)
{
    Place place = Place::ofBoard(board);
    place.rowKind = kind;
    place.row = id;
    return place;
}

} // namespace

QString PaletteEntry::key() const
{
    const QString what = kind == Kind::Command ? command : QString::number(id);
    return QString::fromLatin1(wordOfKind(kind)) + u' ' + what;
}

QList<PaletteEntry> paletteEntries(const WorkingSet &state, PersonId person)
{
    QList<PaletteEntry> entries;
    Contexts contexts(state);
    const QList<Named> names = namesFor(state, person, kNamed);
    entries.reserve(names.size());
    for (const Named &named : names) {
        PaletteEntry entry;
        entry.kind = kindOf(named.kind);
        entry.id = named.id;
        entry.board = boardOfThing(state, named.id);
        entry.name = named.name;
        entry.nameKey = searchKey(named.name);
        contexts.put(entry);
        entries.append(entry);
    }
    std::stable_partition(entries.begin(), entries.end(),
                          [](const PaletteEntry &entry) { return entry.kind == Kind::Board; });
    return entries;
}

QList<PaletteEntry> ownedBy(const WorkingSet &state, PersonId owner, const QList<PaletteEntry> &entries)
{
    QList<PaletteEntry> owned;
    for (const PaletteEntry &entry : entries)
        if (isAmong(state, owner, ownersOf(state, entry)))
            owned.append(entry);
    return owned;
}

bool isShownTo(const WorkingSet &state, PersonId person, const PaletteEntry &entry)
{
    if (entry.kind == Kind::Command)
        return true;
    if (entry.kind == Kind::Person)
        return state.find(PersonId(entry.id)) != nullptr;
    const BoardId board = boardOfThing(state, entry.id);
    return board.isValid() && canSee(state, person, board);
}

std::optional<Place> placeOf(const WorkingSet &state, const PaletteEntry &entry)
{
    switch (entry.kind) {
    case Kind::Command:
    case Kind::Person:
        return std::nullopt;
    case Kind::Board:
        return Place::ofBoard(BoardId(entry.id));
    case Kind::Objective:
        return rowOf(state.boardOf(ObjectiveId(entry.id)), RowKind::Objective, entry.id);
    case Kind::KeyResult:
        return rowOf(state.boardOf(KeyResultId(entry.id)), RowKind::KeyResult, entry.id);
    case Kind::Kpi:
        return rowOf(state.boardOf(KpiId(entry.id)), RowKind::Kpi, entry.id);
    case Kind::Action: {
        Place place;
        place.kind = Place::Kind::Actions;
        place.row = entry.id;
        return place;
    }
    }
    Q_UNREACHABLE();
}

} // namespace milepost
