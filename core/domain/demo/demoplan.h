// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"

#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace milepost {

/// The teams of the demo company, in the order in which they are made.
enum class DemoTeam { Operations, Product, Engineering, Growth, Support };

/// The script of the demo company: what its boards hold and how its figures go. Plain tables without ids or
/// dates; DemoCompany brings them to life. Times are told backwards from today, so that it is always up to
/// date.

/// An owner: a person by their number, or a team.
struct OwnerPlan
{
    int person = -1;
    DemoTeam team = DemoTeam::Operations; ///< if there is no person
};

inline OwnerPlan byPerson(int number)
{
    return {number, {}};
}
inline OwnerPlan byTeam(DemoTeam team)
{
    return {-1, team};
}

/// How the values of a KPI go: a level that moves, a year's swing, a break, and noise that remembers a
/// little.
struct Shape
{
    double yearAgo = 0; ///< level a year ago and before
    double now = 0;     ///< level today
    double noise = 0;   ///< standard deviation, in the KPI's unit
    int digits = 0;     ///< decimals that a person would type; negative: round to tens, hundreds…
    double least = 0;   ///< no value is below
    double most = std::numeric_limits<double>::max();
    double season = 0; ///< swing over the year, as a share of the level
    int peakMonth = 1; ///< month in which the swing is highest
    double broken = 0; ///< added to the level until the break
    int breakWeeksAgo = 0;
    int denominator = 0;  ///< ratios: usual size
    int silentWeeks = 0;  ///< nobody has recorded anything for so long
    int gapFrom = 0;      ///< weeks ago; nothing was recorded from here…
    int gapTo = 0;        ///< …to before here
    bool isEmpty = false; ///< nothing was ever recorded
};

constexpr int kAlways = std::numeric_limits<int>::max();

/// A target in force from the first day of a quarter, or from the beginning of time.
struct TargetPlan
{
    int quartersAgo = kAlways;
    std::optional<double> value = {};
    std::optional<double> low = {};
    std::optional<double> high = {};
};

struct KpiPlan
{
    QString name = {};
    QString unit = {};
    Direction direction = Direction::Up;
    Cadence cadence = Cadence::Week;
    Aggregate aggregate = Aggregate::Last;
    double amber = 0;
    QList<TargetPlan> targets = {}; ///< oldest first
    QList<OwnerPlan> owners = {};
    QString definition = {};
    QString source = {};
    Nature nature = Nature::Unsaid;
    Timing timing = Timing::Unsaid;
    QString guardrail = {}; ///< name of another KPI
    Shape shape = {};
};

struct PartPlan
{
    QString title = {};
    double weight = 1;
    double doneAt = 2; ///< share of the cycle after which it is done; above 1: not in this cycle
};

struct KeyResultPlan
{
    QString title = {};
    KeyResultKind kind = KeyResultKind::Reach;
    std::optional<double> start = {};
    std::optional<double> target = {};
    std::optional<double> low = {};
    std::optional<double> high = {};
    std::optional<double> commit = {};
    std::optional<double> stretch = {};
    QString unit = {};
    Cadence cadence = Cadence::Week;
    std::optional<double> weight = {};
    QList<OwnerPlan> owners = {};
    QString kpi = {}; ///< name of the KPI that drives it
    QList<PartPlan> parts = {};
    QList<double> curve = {}; ///< what is expected after each third of the cycle, if not a straight line
    double pace = 1;          ///< reach: progress by the end of the cycle if all goes on like this
    double level = 0;         ///< stay kinds and baseline: what is measured
    double noise = 0;
    int digits = 0;
    double doneAt = 2;                  ///< baseline, milestone without parts: share of the cycle
    std::optional<int> confidence = {}; ///< 0 to 10, about
};

struct ObjectivePlan
{
    QString title = {};
    QString why = {};
    ObjectiveKind kind = ObjectiveKind::Committed;
    std::optional<double> weight = {};
    QList<OwnerPlan> owners = {};
    QString parent = {}; ///< title of an objective of a board before
    int quartersAgo = 0; ///< of the cycle that it belongs to
    QList<KeyResultPlan> keyResults = {};
};

struct BoardPlan
{
    QString name = {};
    QString description = {};
    int owner = 0; ///< number of a person
    QList<OwnerPlan> editors = {};
    QList<OwnerPlan> viewers = {};
    Visibility visibility = Visibility::Public;
    QList<ObjectivePlan> objectives = {};
    QList<KpiPlan> kpis = {};
};

/// An action about a KPI, key result or objective, found by its name.
struct ActionPlan
{
    QString about = {};
    QString title = {};
    int owner = 0;
    int weeksAgo = 0;
    int dueInDays = 0;     ///< from today; negative: it was due
    int doneWeeksAgo = -1; ///< negative: it is open
    QString note = {};
};

struct CommentPlan
{
    QString about = {};
    int author = 0;
    int weeksAgo = 0;
    QString text = {};
};

BoardPlan companyBoardPlan();
BoardPlan growthBoardPlan();
BoardPlan supportBoardPlan();
BoardPlan deliveryBoardPlan();
BoardPlan cultureBoardPlan();
BoardPlan leadershipBoardPlan(); ///< private, the founder's
BoardPlan salariesBoardPlan();   ///< private, closed to the founder

QList<ActionPlan> actionPlans();
QList<CommentPlan> commentPlans();
/// What people write beside a check-in.
QStringList checkInNotes();

} // namespace milepost
