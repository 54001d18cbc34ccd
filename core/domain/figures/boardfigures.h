// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

#include <optional>

namespace milepost {

enum class Status { NoData, OnTrack, Behind, AtRisk, Done };
enum class Health { NoData, NoTarget, Stale, Good, Amber, Bad };

MILEPOST_WORDS(Status, {Status::NoData, "no data"}, {Status::OnTrack, "on track"}, {Status::Behind, "behind"},
               {Status::AtRisk, "at risk"}, {Status::Done, "done"})
MILEPOST_WORDS(Health, {Health::NoData, "no data"}, {Health::NoTarget, "no target"}, {Health::Stale, "stale"},
               {Health::Good, "good"}, {Health::Amber, "amber"}, {Health::Bad, "bad"})

struct KeyResultFigures
{
    KeyResultId id = {};
    std::optional<double> value = {};
    std::optional<double> rawProgress = {}; ///< unclamped
    std::optional<double> progress = {};    ///< 0 to 1
    std::optional<double> confidence = {};  ///< of the latest check-in that has one
    std::optional<double> expected = {};
    QDate date = {};                        ///< of the latest value
    bool isOverdue = false;
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
    qsizetype points = 0;              ///< how many measurements there are up to the day asked for
};

struct BoardFigures
{
    std::optional<double> progress = {};
    QList<ObjectiveFigures> objectives = {};
    QList<KpiFigures> kpis = {};
};

/// All figures of a board on a day, as NUMBERS defines them: values, targets and check-ins dated after \p day do
/// not count. Archived rows are left out. The series of the board's KPIs (and of the KPIs that drive its key
/// results) must be loaded.
BoardFigures figuresOf(const WorkingSet &state, BoardId board, QDate day);
KpiFigures figuresOf(const WorkingSet &state, const Kpi &kpi, QDate day);
ObjectiveFigures figuresOf(const WorkingSet &state, const Objective &objective, QDate day);

} // namespace milepost
