// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/workingset.h"

#include <QFlags>

namespace milepost {

/// Something with a name.
struct Named
{
    enum class Kind {
        Board = 0x1,
        Objective = 0x2,
        KeyResult = 0x4,
        Part = 0x8,
        Kpi = 0x10,
        Action = 0x20,
        Person = 0x40,
        Team = 0x80,
        Cycle = 0x100
    };
    Q_DECLARE_FLAGS(Kinds, Kind)

    Kind kind = Kind::Board;
    qint64 id = 0;
    QString name = {};
    QString path = {}; ///< "Board/Objective/Key result"

    friend bool operator==(const Named &, const Named &) = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Named::Kinds)

MILEPOST_WORDS(Named::Kind, {Named::Kind::Board, "board"}, {Named::Kind::Objective, "objective"},
               {Named::Kind::KeyResult, "key result"}, {Named::Kind::Part, "part"}, {Named::Kind::Kpi, "KPI"},
               {Named::Kind::Action, "action"}, {Named::Kind::Person, "person"}, {Named::Kind::Team, "team"},
               {Named::Kind::Cycle, "cycle"})

/// All that the person may see of these kinds, in the order of the boards.
QList<Named> namesFor(const WorkingSet &state, PersonId person, Named::Kinds kinds);

/// What \p text names for this person: the exact whole name first, then a path, then without regard to case.
/// An id also serves where a name is shared. NameUnknown; NameAmbiguous with the candidates' paths; WrongKind
/// if something else is called so.
Result<Named> lookUp(const WorkingSet &state, PersonId person, const QString &text, Named::Kinds kinds);

/// What has this id, or nothing; regardless of who asks.
std::optional<Named> nameOf(const WorkingSet &state, qint64 id);

/// The board that a thing is on, or is; invalid for what is on none, or is no longer there.
BoardId boardOfThing(const WorkingSet &state, qint64 id);

} // namespace milepost
