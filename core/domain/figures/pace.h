// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/period.h"
#include "core/domain/records/cycle.h"
#include "core/domain/records/phase.h"

#include <optional>

namespace milepost {

enum class Status { NoData, OnTrack, Behind, AtRisk, Done };

MILEPOST_WORDS(Status, {Status::NoData, "no data"}, {Status::OnTrack, "on track"}, {Status::Behind, "behind"},
               {Status::AtRisk, "at risk"}, {Status::Done, "done"})

/// How far progress may lag behind what is expected (NUMBERS: the bands are settings, these their defaults).
struct PaceBands
{
    double onTrack = -0.2; ///< on track from this pace gap on
    double behind = -0.4;  ///< behind from this one on, else at risk
};

/// The days of a cycle; none without a cycle, or with one that has no days.
std::optional<Period> spanOf(const Cycle *cycle);

/// The elapsed part of a cycle, 0 to 1: (day - from + 1) / (to - from + 1), clamped (milepostctl(1)).
double expectedProgress(const Period &cycle, QDate day);

/// The same by a phased target curve, if there is one (NUMBERS, Key results and objectives): linear between
/// its points, from 0 on the day before the cycle to 1 at its end, unless the curve itself says what is
/// expected there.
double expectedProgress(const Period &cycle, const QList<Phase> &phases, QDate day);

/// progress - expected, with progress from 0 to 1; nothing without both.
std::optional<double> paceGap(const std::optional<double> &progress, const std::optional<double> &expected);

/// What the pace says of something that is not done: no data without progress; on track without anything
/// expected (no cycle), else by the bands.
Status statusOf(const std::optional<double> &progress, const std::optional<double> &expected,
                const PaceBands &bands = {});

} // namespace milepost
