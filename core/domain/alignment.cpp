// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/alignment.h"

#include "core/domain/figures/drivers.h"
#include "core/domain/rights.h"

namespace milepost {
namespace {

/// The objectives that a person may see, by what they are aligned to.
class Seen
{
public:
    Seen(const WorkingSet &state, PersonId person)
    {
        for (const Board *board : visibleBoards(state, person)) {
            if (board->archived)
                continue;
            for (const Objective *objective : state.of<Objective>().of(board->id))
                if (!objective->archived)
                    m_all.append(objective);
        }
        for (const Objective *objective : m_all)
            m_ids.insert(objective->id);
        for (const Objective *objective : m_all)
            m_children[parentOf(*objective)].append(objective->id);
    }

    const QList<const Objective *> &all() const { return m_all; }

    /// The tree below an objective; below none: all of it.
    QList<AlignedObjective> below(ObjectiveId parent) const
    {
        QList<AlignedObjective> tree;
        for (const ObjectiveId id : m_children.value(parent))
            tree.append({id, below(id)});
        return tree;
    }

private:
    ObjectiveId parentOf(const Objective &objective) const
    {
        return m_ids.contains(objective.parent) ? objective.parent : ObjectiveId();
    }

    QList<const Objective *> m_all;
    QSet<ObjectiveId> m_ids;
    QHash<ObjectiveId, QList<ObjectiveId>> m_children;
};

bool leadsTo(const WorkingSet &state, ObjectiveId from, ObjectiveId to)
{
    QSet<ObjectiveId> passed; // a loop in the file must not hang the program
    for (ObjectiveId at = from; at.isValid() && !passed.contains(at);) {
        if (at == to)
            return true;
        passed.insert(at);
        const Objective *objective = state.find(at);
        at = objective ? objective->parent : ObjectiveId();
    }
    return false;
}

} // namespace

QList<AlignedObjective> alignmentFor(const WorkingSet &state, PersonId person)
{
    return Seen(state, person).below({});
}

QList<ObjectiveId> possibleParents(const WorkingSet &state, PersonId person, ObjectiveId objective)
{
    const Seen seen(state, person);
    QList<ObjectiveId> parents;
    for (const Objective *candidate : seen.all())
        if (!leadsTo(state, candidate->id, objective))
            parents.append(candidate->id);
    return parents;
}

QSet<KpiId> seriesForAlignment(const WorkingSet &state, PersonId person)
{
    const Seen seen(state, person);
    QSet<KpiId> needed;
    for (const Objective *objective : seen.all())
        needed.unite(driversOf(state, objective->id));
    return needed;
}

} // namespace milepost
