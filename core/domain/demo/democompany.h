// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/demo/democalendar.h"
#include "core/domain/demo/demoplan.h"
#include "core/domain/demo/demorandom.h"
#include "core/domain/draft.h"
#include "core/domain/idsource.h"

#include <QHash>

namespace milepost {

/// How large a demo company is, and which of many.
struct DemoSize
{
    int people = 24;  ///< 1 to 10,000
    int kpis = 0;     ///< 1 to 100,000 in all; 0: the handmade ones
    int weeks = 52;   ///< of history, the running one included; 1 to 2,000
    quint32 seed = 1; ///< another seed: the same boards with other values
};

/// A believable company with its history, told as the journal entries that would have written it: two that
/// found it, then one for each week. Made by a seeded generator: the same size, day, time zone and moment
/// give the same company, to the last id. No entry holds a value, check-in or comment dated after the entry's
/// own time.
///
/// A record that changes carries as `rev` the number of the step that last wrote it, the first being 1: its
/// sequence in a journal that holds nothing else.
class DemoCompany
{
public:
    /// One journal entry.
    struct Step
    {
        PersonId author = {};
        qint64 at = 0; ///< UTC milliseconds
        Draft draft = {};
    };

    /// \p createdAt is the time of the first entry, in UTC milliseconds; see beginning().
    DemoCompany(const DemoSize &size, QDate today, const QByteArray &timeZone, qint64 createdAt);

    /// A moment before the first week's entry, so that the journal's times ascend: its Monday at eight.
    static qint64 beginning(const DemoSize &size, QDate today, const QByteArray &timeZone);

    int steps() const; ///< two that found the company, then one for each week
    /// To be asked for in order, each once: chance goes on from step to step.
    Step step(int index);
    PersonId founder() const { return m_people.first(); }

private:
    struct LiveKpi
    {
        Kpi record;
        KpiPlan plan;
        bool isPrivate = false;
        double drift = 0; ///< what the noise remembers
    };
    struct LiveKeyResult
    {
        KeyResult record;
        KeyResultPlan plan;
        QList<MilestonePartId> parts;
        bool isPrivate = false;
        qsizetype done = 0; ///< baseline and milestone: how many values it has
        QList<bool> partsDone;
        double drift = 0;
    };
    struct LiveObjective
    {
        Objective record;
        ObjectivePlan plan;
    };
    struct LiveAction
    {
        Action record;
        ActionPlan plan;
    };
    struct About
    {
        Subject subject;
        BoardId board;
    };

    // The two entries that found the company (demofounding.cpp)
    Step createWorkspace();
    Step foundCompany();
    void addTeams(Edits &edits);
    void addPeople(Edits &edits);
    void addBoards(Edits &edits);
    void addBoard(Edits &edits, const BoardPlan &plan);
    void addGrants(Edits &edits, BoardId board, const BoardPlan &plan);
    void addKpis(Edits &edits, const BoardPlan &plan, const Board &board);
    void addKpi(Edits &edits, const KpiPlan &plan, const Board &board);
    void addFirstTarget(Edits &edits, const LiveKpi &kpi);
    void addTarget(Edits &edits, const LiveKpi &kpi, const TargetPlan &plan, QDate validFrom);
    void setGuardrails(Edits &edits);
    bool hasRoomForKpi() const;

    // Cycles and what belongs to them (democycles.cpp)
    void beginCycle(Edits &edits, QDate from);
    void closeObjectives(Edits &edits);
    void addObjectives(Edits &edits, const BoardPlan &plan, BoardId board);
    void addObjective(Edits &edits, const ObjectivePlan &plan, const BoardPlan &boardPlan, BoardId board);
    void addKeyResult(Edits &edits, const KeyResultPlan &plan, const Objective &objective, bool isPrivate);
    void addParts(Edits &edits, LiveKeyResult &keyResult);
    void changeTargets(Edits &edits, QDate from);

    // One week (demoweeks.cpp)
    Step liveWeek(int week);
    void measure(Edits &edits, int week);
    void measure(Edits &edits, LiveKpi &kpi, QDate date, int weeksAgo);
    double valueOf(LiveKpi &kpi, QDate date, int weeksAgo);
    void checkIn(Edits &edits, int week);
    void checkIn(Edits &edits, LiveKeyResult &keyResult, int week);
    void checkInParts(Edits &edits, LiveKeyResult &keyResult, QDate date);
    void addCheckIn(Edits &edits, const LiveKeyResult &keyResult, QDate date, double value,
                    MilestonePartId part = {});
    double valueOf(LiveKeyResult &keyResult, QDate date);
    void talk(Edits &edits, int week, qint64 before);
    void act(Edits &edits, int week);

    PersonId person(int number) const;
    Owner owner(const OwnerPlan &plan) const;
    QList<Owner> owners(const QList<OwnerPlan> &plans) const;
    PersonId authorOf(int week);
    bool isClosingWeek(int week) const;
    double elapsedAt(QDate date) const;
    KpiId kpiNamed(const QString &name) const;
    ObjectiveId objectiveNamed(const QString &title) const;

    DemoSize m_size;
    DemoCalendar m_calendar;
    qint64 m_createdAt;
    DemoRandom m_random;
    IdSource m_ids;
    int m_next = 0; ///< the step that is made next
    int m_position = 0;

    QList<PersonId> m_people;
    QList<TeamId> m_teams;
    Cycle m_cycle;
    QList<Board> m_boards;
    QList<BoardPlan> m_boardPlans; ///< of the handmade boards, which come first
    QList<LiveKpi> m_kpis;
    QList<LiveObjective> m_objectives; ///< of the running cycle
    QList<LiveKeyResult> m_keyResults;
    QList<LiveAction> m_actions;
    QHash<QString, About> m_abouts;
};

} // namespace milepost
