// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/health.h"
#include "core/domain/figures/pace.h"
#include "core/domain/figures/progress.h"
#include "core/domain/workingset.h"

#include <QSet>

#include <optional>

namespace milepost {

struct KeyResultFigures
{
    KeyResultId id = {};
    std::optional<double> value = {};
    std::optional<double> rawProgress = {}; ///< unclamped
    std::optional<double> progress = {};    ///< 0 to 1
    std::optional<double> confidence = {};  ///< of the latest check-in that has one
    std::optional<double> expected = {};
    QDate date = {};        ///< of the latest value
    bool isOverdue = false; ///< only within the cycle, and only while it is not done
    Status status = Status::NoData;
};

struct ObjectiveFigures
{
    ObjectiveId id = {};
    std::optional<double> progress = {};
    KeyResultId weakest = {};
    std::optional<double> weakestProgress = {};
    std::optional<double> expected = {};
    std::optional<double> paceGap = {};
    Status status = Status::NoData;
    QList<KeyResultFigures> keyResults = {};
};

struct KpiFigures
{
    KpiId id = {};
    std::optional<double> value = {};
    QDate date = {};                   ///< of the latest measurement in the period that the value is of
    std::optional<double> target = {}; ///< in force on the day asked for
    std::optional<double> low = {};
    std::optional<double> high = {};
    Health health = Health::NoData;
    bool isOverdue = false;
    bool isWon = false;   ///< good, and its guardrail is not breached; see isWon() in health.h
    qsizetype points = 0; ///< how many measurements there are up to the day asked for
};

struct BoardFigures
{
    std::optional<double> progress = {};
    QList<ObjectiveFigures> objectives = {};
    QList<KpiFigures> kpis = {};
};

/// All figures of a board on a day, as NUMBERS defines them: values, targets and check-ins dated after \p day
/// do not count. Archived rows are left out. The series that seriesNeeded() names must be loaded.
BoardFigures figuresOf(const WorkingSet &state, BoardId board, QDate day);
KpiFigures figuresOf(const WorkingSet &state, const Kpi &kpi, QDate day);
ObjectiveFigures figuresOf(const WorkingSet &state, const Objective &objective, QDate day);
KeyResultFigures figuresOf(const WorkingSet &state, const KeyResult &keyResult, QDate day);

/// The check-ins of a stay kind that were due by \p day, with the missing ones (NUMBERS: shown as missing).
/// Empty for the other kinds.
QList<DueCheckIn> dueCheckIns(const WorkingSet &state, const KeyResult &keyResult, QDate day);

/// The KPIs whose measurements the figures of a board need: its own, those that drive its key results, and
/// all that either are derived from or guarded by.
QSet<KpiId> seriesNeeded(const WorkingSet &state, BoardId board);

} // namespace milepost
