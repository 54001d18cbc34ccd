// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/democompany.h"
#include "core/domain/demo/demonames.h"
#include "core/domain/schemasteps.h"

#include <utility>

namespace milepost {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60000;
constexpr int kHandmadePeople = 24;
constexpr int kPeoplePerExtraTeam = 8;
constexpr int kKpisPerExtraBoard = 10;
constexpr DemoTeam kTeams[] = {DemoTeam::Operations, DemoTeam::Product, DemoTeam::Engineering,
                               DemoTeam::Growth, DemoTeam::Support};

} // namespace

DemoCompany::Step DemoCompany::createWorkspace()
{
    Step step{.author = founder(), .at = m_createdAt, .draft = {.act = Act::CreateWorkspace}};
    Edits &edits = step.draft.edits;
    edits.add(Workspace{.id = m_ids.next<Workspace>(),
                        .name = u"Larkfield Software (demo)"_s,
                        .timeZone = m_calendar.zoneId(),
                        .createdAt = m_createdAt,
                        .minReader = schemasteps::to(schemasteps::kLatest).minReader,
                        .minWriter = schemasteps::to(schemasteps::kLatest).minWriter});
    for (const SchemaStep &taken : schemasteps::kAll)
        edits.add(Migration{.id = MigrationId(taken.version),
                            .at = m_createdAt,
                            .program = QStringLiteral(MILEPOST_VERSION)});
    edits.add(Person{.id = founder(), .name = demonames::person(0)});
    edits.add(Device{.id = m_ids.next<Device>(),
                     .person = founder(),
                     .name = u"Demo"_s,
                     .joinedAt = m_createdAt,
                     .program = QStringLiteral(MILEPOST_VERSION),
                     .schema = schemasteps::kLatest});
    return step;
}

DemoCompany::Step DemoCompany::foundCompany()
{
    Step step{.author = founder(), .at = m_createdAt + kMinute, .draft = {.act = Act::Demo}};
    Edits &edits = step.draft.edits;
    addTeams(edits);
    addPeople(edits);
    addBoards(edits);
    beginCycle(edits, firstOfQuarter(m_calendar.monday(0)));
    // One row each, although a board gets its cycle after it was made.
    edits.of<Board>().added = std::exchange(edits.of<Board>().changed, {});
    return step;
}

void DemoCompany::addTeams(Edits &edits)
{
    for (const DemoTeam team : kTeams) {
        Team record{.id = m_ids.next<Team>(), .name = demonames::team(team)};
        if (team == DemoTeam::Engineering)
            record.parent = m_teams[static_cast<qsizetype>(DemoTeam::Product)];
        m_teams.append(record.id);
        edits.add(record);
    }
    const int more = qMax(0, m_size.people - kHandmadePeople);
    for (int i = 0; i * kPeoplePerExtraTeam < more; ++i) {
        const Team record{.id = m_ids.next<Team>(),
                          .name = demonames::extraTeam(i),
                          .parent = m_teams[i % static_cast<int>(std::size(kTeams))]};
        m_teams.append(record.id);
        edits.add(record);
    }
}

void DemoCompany::addPeople(Edits &edits)
{
    edits.change(Person{.id = founder(),
                        .rev = 1,
                        .name = demonames::person(0),
                        .teams = {m_teams[static_cast<qsizetype>(demonames::teamOf(0))]}});
    for (int i = 1; i < m_size.people; ++i) {
        const qsizetype team = i < kHandmadePeople
                                   ? static_cast<qsizetype>(demonames::teamOf(i))
                                   : std::ssize(kTeams) + (i - kHandmadePeople) / kPeoplePerExtraTeam;
        const Person record{
            .id = m_ids.next<Person>(), .name = demonames::person(i), .teams = {m_teams[team]}};
        m_people.append(record.id);
        edits.add(record);
    }
}

void DemoCompany::addBoards(Edits &edits)
{
    for (const BoardPlan &plan : std::as_const(m_boardPlans))
        addBoard(edits, plan);
    setGuardrails(edits);
    for (int number = 0; m_size.kpis > 0 && hasRoomForKpi(); ++number) {
        BoardPlan plan{.name = demonames::extraBoard(number),
                       .owner = m_random.below(m_size.people),
                       .editors = {byTeam(DemoTeam::Operations)}};
        for (int position = 0; position < kKpisPerExtraBoard; ++position) {
            plan.kpis.append(demonames::extraKpi(number, position));
            plan.kpis.last().owners = {byPerson(m_random.below(m_size.people))};
        }
        addBoard(edits, plan);
    }
}

/// The board's row follows at the end of the entry, when its cycle is known.
void DemoCompany::addBoard(Edits &edits, const BoardPlan &plan)
{
    const Board board{.id = m_ids.next<Board>(),
                      .visibility = plan.visibility,
                      .position = static_cast<double>(m_boards.size() + 1),
                      .name = plan.name,
                      .description = plan.description};
    m_boards.append(board);
    addGrants(edits, board.id, plan);
    addKpis(edits, plan, board);
}

void DemoCompany::addGrants(Edits &edits, BoardId board, const BoardPlan &plan)
{
    QList<Owner> granted;
    const auto grant = [&](const Owner &to, Role role) {
        if (granted.contains(to))
            return;
        granted.append(to);
        edits.add(Grant{
            .id = m_ids.next<Grant>(), .board = board, .person = to.person, .team = to.team, .role = role});
    };
    grant(owner(byPerson(plan.owner)), Role::Owner);
    for (const OwnerPlan &editor : plan.editors)
        grant(owner(editor), Role::Editor);
    for (const OwnerPlan &viewer : plan.viewers)
        grant(owner(viewer), Role::Viewer);
}

bool DemoCompany::hasRoomForKpi() const
{
    return m_size.kpis == 0 || m_kpis.size() < m_size.kpis;
}

void DemoCompany::addKpis(Edits &edits, const BoardPlan &plan, const Board &board)
{
    for (const KpiPlan &kpi : plan.kpis)
        if (hasRoomForKpi())
            addKpi(edits, kpi, board);
}

void DemoCompany::addKpi(Edits &edits, const KpiPlan &plan, const Board &board)
{
    LiveKpi kpi{.record = {.id = m_ids.next<Kpi>(),
                           .board = board.id,
                           .name = plan.name,
                           .unit = plan.unit,
                           .direction = plan.direction,
                           .cadence = plan.cadence,
                           .aggregate = plan.aggregate,
                           .amber = plan.amber,
                           .owners = owners(plan.owners),
                           .definition = plan.definition,
                           .source = plan.source,
                           .nature = plan.nature,
                           .timing = plan.timing,
                           .position = static_cast<double>(m_kpis.size() + 1)},
                .plan = plan,
                .isPrivate = board.visibility == Visibility::Private};
    edits.add(kpi.record);
    m_kpis.append(kpi);
    if (m_boards.size() <= m_boardPlans.size())
        m_abouts.insert(plan.name, {Subject::of(kpi.record.id), board.id});
    addFirstTarget(edits, kpi);
}

/// Of the targets that history begins after, only the last is of interest.
void DemoCompany::addFirstTarget(Edits &edits, const LiveKpi &kpi)
{
    const int began = m_calendar.quartersAgo(m_calendar.monday(0));
    const TargetPlan *first = nullptr;
    for (const TargetPlan &target : kpi.plan.targets)
        if (target.quartersAgo >= began)
            first = &target;
    if (first)
        addTarget(edits, kpi, *first, {});
}

void DemoCompany::addTarget(Edits &edits, const LiveKpi &kpi, const TargetPlan &plan, QDate validFrom)
{
    edits.add(Target{.id = m_ids.next<Target>(),
                     .kpi = kpi.record.id,
                     .validFrom = validFrom,
                     .value = plan.value,
                     .low = plan.low,
                     .high = plan.high,
                     .position = static_cast<double>(++m_position)});
}

/// A guardrail may come after the KPI that it guards, so it is set once all are known.
void DemoCompany::setGuardrails(Edits &edits)
{
    QList<Kpi> &added = edits.of<Kpi>().added;
    for (qsizetype i = 0; i < m_kpis.size(); ++i) {
        m_kpis[i].record.guardrail = kpiNamed(m_kpis[i].plan.guardrail);
        added[i].guardrail = m_kpis[i].record.guardrail;
    }
}

} // namespace milepost
