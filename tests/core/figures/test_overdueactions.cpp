// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/overdueactions.h"
#include "tests/support/printing.h"

using namespace milepost;

namespace {

const QDate kToday(2026, 11, 18);

Action actionDue(QDate due)
{
    Action action;
    action.id = ActionId(1);
    action.subject = Subject::of(KpiId(7));
    action.due = due;
    return action;
}

} // namespace

TEST_CASE("an action is overdue from the day after it was due, unless it is done", "[actions]")
{
    CHECK_FALSE(isOverdue(actionDue(kToday), kToday));
    CHECK(isOverdue(actionDue(kToday.addDays(-1)), kToday));
    CHECK_FALSE(isOverdue(actionDue({}), kToday));
    Action done = actionDue(kToday.addDays(-1));
    done.done = true;
    CHECK_FALSE(isOverdue(done, kToday));
}

TEST_CASE("the overdue actions of one thing are counted, not those of another", "[actions]")
{
    WorkingSet state;
    for (const int days : {-3, -1, 0, 5}) {
        Action action = actionDue(kToday.addDays(days));
        action.id = ActionId(10 + days);
        state.of<Action>().put(action);
    }

    CHECK(overdueActions(state, Subject::of(KpiId(7)), kToday) == 2);
    CHECK(overdueActions(state, Subject::of(KpiId(8)), kToday) == 0);
}
