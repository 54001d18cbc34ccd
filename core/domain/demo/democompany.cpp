// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/democompany.h"

namespace milepost {
namespace {

constexpr int kFoundingSteps = 2;

/// The handmade boards in the order in which they are made: parents of objectives before their children.
QList<BoardPlan> boardPlans(int people)
{
    QList<BoardPlan> plans = {companyBoardPlan(),  growthBoardPlan(),  supportBoardPlan(),
                              deliveryBoardPlan(), cultureBoardPlan(), leadershipBoardPlan()};
    if (people > 1) // else there is nobody to close it to
        plans.append(salariesBoardPlan());
    return plans;
}

} // namespace

DemoCompany::DemoCompany(const DemoSize &size, QDate today, const QByteArray &timeZone, qint64 createdAt)
    : m_size(size)
    , m_calendar(size.weeks, today, timeZone)
    , m_createdAt(createdAt)
    , m_random(size.seed)
    , m_ids(createdAt, size.seed * 2654435761U) // Knuth's multiplier: near seeds, far ids
    , m_boardPlans(boardPlans(size.people))
{
    Q_ASSERT(size.people >= 1 && size.people <= 10000);
    Q_ASSERT(size.kpis >= 0 && size.kpis <= 100000);
    Q_ASSERT(size.weeks >= 1 && size.weeks <= 2000);
    m_people.append(m_ids.next<Person>());
}

qint64 DemoCompany::beginning(const DemoSize &size, QDate today, const QByteArray &timeZone)
{
    const DemoCalendar calendar(size.weeks, today, timeZone);
    return calendar.at(calendar.monday(0), QTime(8, 0));
}

int DemoCompany::steps() const
{
    return kFoundingSteps + m_size.weeks;
}

DemoCompany::Step DemoCompany::step(int index)
{
    Q_ASSERT(index == m_next && index < steps());
    m_next = index + 1;
    if (index == 0)
        return createWorkspace();
    if (index == 1)
        return foundCompany();
    return liveWeek(index - kFoundingSteps);
}

/// Roles of a cast larger than the company are shared out among those there are; the founder gets none of
/// them, so that what others do is never the founder's.
PersonId DemoCompany::person(int number) const
{
    if (number < m_people.size())
        return m_people[number];
    const auto others = static_cast<int>(m_people.size()) - 1;
    return others == 0 ? m_people.first() : m_people[1 + (number - 1) % others];
}

Owner DemoCompany::owner(const OwnerPlan &plan) const
{
    if (plan.person >= 0)
        return {.person = person(plan.person)};
    return {.team = m_teams[static_cast<qsizetype>(plan.team)]};
}

/// Invalid if there is none: a company with few KPIs has not room for all.
KpiId DemoCompany::kpiNamed(const QString &name) const
{
    const Subject subject = m_abouts.value(name).subject;
    return subject.kind == Subject::Kind::Kpi ? KpiId(subject.id) : KpiId();
}

ObjectiveId DemoCompany::objectiveNamed(const QString &title) const
{
    const Subject subject = m_abouts.value(title).subject;
    return subject.kind == Subject::Kind::Objective ? ObjectiveId(subject.id) : ObjectiveId();
}

QList<Owner> DemoCompany::owners(const QList<OwnerPlan> &plans) const
{
    QList<Owner> list;
    for (const OwnerPlan &plan : plans)
        if (const Owner one = owner(plan); !list.contains(one))
            list.append(one);
    return list;
}

} // namespace milepost
