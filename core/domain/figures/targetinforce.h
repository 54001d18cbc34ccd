// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/bounds.h"
#include "core/domain/records/choices.h"
#include "core/domain/records/target.h"

#include <QList>

namespace milepost {

/// The target in force on \p day: the one with the latest `valid from` that is not after it, where an absent
/// one is the beginning of time; of two from one day on, the later made (NUMBERS, KPIs: superseded, never
/// edited, so a new target does not rewrite the past). Null if there is none yet.
const Target *targetInForce(const QList<const Target *> &targets, QDate day);

/// Where a KPI of this direction is good by \p target: from its value up, down from it, or within its band.
/// Empty if nothing is asked for: no target, a neutral KPI, or a target that lacks what the direction needs.
Bounds boundsOf(const Target *target, Direction direction);

} // namespace milepost
