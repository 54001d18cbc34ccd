// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"
#include "ui/models/palettematch.h"
#include "ui/models/place.h"

namespace milepost {

/// Something that the command palette can find.
struct PaletteEntry
{
    enum class Kind { Command, Board, Objective, KeyResult, Kpi, Person, Action };

    Kind kind = Kind::Command;
    qint64 id = 0;      ///< the record's; a command has none
    BoardId board = {}; ///< that it is on
    QString name = {};
    QString context = {};  ///< the board that it is on, the menu that it is in
    QString shortcut = {}; ///< of a command, as one reads it
    QString command = {};  ///< by which a command is remembered and run
    SearchKey nameKey = {};
    SearchKey contextKey = {};

    /// By which it is remembered in the profile: "kpi 123", "command Import CSV".
    QString key() const;
};

/// Every board, objective, key result, KPI, action and person that this person may see, the boards first,
/// ready for being searched. Pure, and meant for another thread: a large workspace takes a while.
QList<PaletteEntry> paletteEntries(const WorkingSet &state, PersonId person);

/// Those of the entries that a person answers for, alone or with a team.
QList<PaletteEntry> ownedBy(const WorkingSet &state, PersonId owner, const QList<PaletteEntry> &entries);

/// True if the entry's record is still there and the person may see it.
bool isShownTo(const WorkingSet &state, PersonId person, const PaletteEntry &entry);

/// Where an entry is; nothing for a command and for a person, who is nowhere.
std::optional<Place> placeOf(const WorkingSet &state, const PaletteEntry &entry);

} // namespace milepost
