// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/overdueactions.h"

namespace milepost {

bool isOverdue(const Action &action, QDate day)
{
    return !action.done && action.due.isValid() && action.due < day;
}

qsizetype overdueActions(const WorkingSet &state, const Subject &subject, QDate day)
{
    const QList<const Action *> actions = state.of<Action>().of(subject.id);
    return std::count_if(actions.begin(), actions.end(),
                         [day](const Action *action) { return isOverdue(*action, day); });
}

} // namespace milepost
