// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/demoplan.h"

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

KeyResultPlan leadershipReadiness()
{
    return {.title = u"A head for the Lisbon office"_s,
            .kind = KeyResultKind::Milestone,
            .owners = {byPerson(0)},
            .parts = {{.title = u"Role agreed"_s, .weight = 1, .doneAt = 0.3},
                      {.title = u"Three candidates met"_s, .weight = 2, .doneAt = 0.7},
                      {.title = u"Contract signed"_s, .weight = 3, .doneAt = 1.1}}};
}

QList<KpiPlan> leadershipKpis()
{
    return {
        {.name = u"Runway"_s,
         .unit = u"months"_s,
         .cadence = Cadence::Month,
         .amber = 2,
         .targets = {{.value = 12}},
         .owners = {byPerson(0)},
         .definition = u"Cash divided by the mean outflow of the last three months"_s,
         .source = u"Accounts"_s,
         .nature = Nature::Output,
         .timing = Timing::Leading,
         .shape = {.yearAgo = 11, .now = 15.5, .noise = 0.5, .digits = 1}},
        {.name = u"Revenue against plan"_s,
         .unit = u"%"_s,
         .cadence = Cadence::Month,
         .amber = 0.03,
         .targets = {{.value = 1}},
         .owners = {byPerson(0), byPerson(1)},
         .definition = u"Revenue of the month divided by the plan agreed in December"_s,
         .source = u"Accounts"_s,
         .nature = Nature::Output,
         .timing = Timing::Lagging,
         .shape = {.yearAgo = 0.94, .now = 0.985, .noise = 0.006, .digits = 3}},
        {.name = u"Leavers we regret"_s,
         .direction = Direction::Down,
         .cadence = Cadence::Month,
         .aggregate = Aggregate::Sum,
         .amber = 1,
         .targets = {{.value = 0}},
         .owners = {byPerson(1)},
         .definition = u"People who gave notice and whom we would hire again"_s,
         .source = u"Ourselves"_s,
         .nature = Nature::Output,
         .timing = Timing::Lagging,
         .shape = {.yearAgo = 0.5, .now = 0.1, .noise = 0.3}},
    };
}

QList<KpiPlan> salaryKpis()
{
    return {
        {.name = u"Unexplained pay gap"_s,
         .unit = u"%"_s,
         .direction = Direction::Down,
         .cadence = Cadence::Month,
         .amber = 0.01,
         .targets = {{.value = 0.04}},
         .owners = {byPerson(2)},
         .definition = u"Difference that role and years do not explain"_s,
         .source = u"Payroll"_s,
         .nature = Nature::Output,
         .timing = Timing::Lagging,
         .shape = {.yearAgo = 0.063, .now = 0.044, .noise = 0.001, .digits = 3}},
        {.name = u"Salaries below their band"_s,
         .direction = Direction::Down,
         .cadence = Cadence::Month,
         .amber = 1,
         .targets = {{.value = 0}},
         .owners = {byPerson(2)},
         .definition = u"Contracts whose salary is under the band of the role"_s,
         .source = u"Payroll"_s,
         .shape = {.yearAgo = 6, .now = 3, .noise = 0.3}},
    };
}

} // namespace

BoardPlan leadershipBoardPlan()
{
    return {.name = u"Leadership"_s,
            .description = u"What is not decided yet."_s,
            .owner = 0,
            .editors = {byPerson(1)},
            .viewers = {byPerson(10)},
            .visibility = Visibility::Private,
            .objectives = {{.title = u"A second office that can decide for itself"_s,
                            .owners = {byPerson(0)},
                            .parent = u"At home in a second country"_s,
                            .keyResults = {leadershipReadiness(),
                                           {.title = u"Reference customers signed"_s,
                                            .start = 2,
                                            .target = 6,
                                            .owners = {byPerson(1)},
                                            .pace = 0.9,
                                            .noise = 0.1,
                                            .confidence = 6}}}},
            .kpis = leadershipKpis()};
}

BoardPlan salariesBoardPlan()
{
    return {.name = u"Salary review"_s,
            .description = u"Numbers about people; please do not print."_s,
            .owner = 2,
            .editors = {byPerson(1)},
            .viewers = {byPerson(0)}, // whoever made the demo can export the whole of it
            .visibility = Visibility::Private,
            .objectives = {{.title = u"Pay that can be explained"_s,
                            .owners = {byPerson(2)},
                            .keyResults = {{.title = u"Unexplained gap"_s,
                                            .start = 0.06,
                                            .target = 0.04,
                                            .unit = u"%"_s,
                                            .cadence = Cadence::Month,
                                            .owners = {byPerson(2)},
                                            .kpi = u"Unexplained pay gap"_s,
                                            .pace = 1,
                                            .digits = 3},
                                           {.title = u"Bands published to everyone"_s,
                                            .kind = KeyResultKind::Milestone,
                                            .owners = {byPerson(2)},
                                            .doneAt = 1.1}}}},
            .kpis = salaryKpis()};
}

} // namespace milepost
