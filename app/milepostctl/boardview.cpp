// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/boardjson.h"
#include "core/domain/rights.h"

namespace milepost::ctl {

std::optional<Role> BoardView::roleOnBoard(BoardId id) const
{
    if (now.find(id))
        return roleOn(now, asker, id);
    // Deleted since: nobody has a role on it today, and what everyone saw may be looked back at.
    const Board *board = state.find(id);
    const bool wasPublic = board && board->visibility == Visibility::Public;
    return wasPublic ? std::optional(Role::Viewer) : std::nullopt;
}

QStringList BoardView::ownersOf(const QList<Owner> &owners) const
{
    QStringList names;
    for (const Owner &owner : owners) {
        if (const Person *person = state.find(owner.person))
            names << person->name;
        else if (const Team *team = state.find(owner.team))
            names << team->name;
    }
    return names;
}

QString BoardView::nameOf(PersonId id) const
{
    const Person *person = state.find(id);
    return person ? person->name : QString();
}

QString BoardView::driverOf(const KeyResult &keyResult) const
{
    const Kpi *kpi = state.find(keyResult.kpi);
    return kpi && roleOnBoard(kpi->board) ? kpi->name : QString();
}

QList<const Action *> BoardView::actionsOf(const Objective &objective) const
{
    QList<const Action *> actions = state.of<Action>().of(objective.id);
    for (const KeyResult *keyResult : state.of<KeyResult>().of(objective.id))
        actions += state.of<Action>().of(keyResult->id);
    return actions;
}

} // namespace milepost::ctl
