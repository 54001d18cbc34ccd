// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// The measurements of a KPI, compared by whether they are the very same in memory: holding them keeps them
/// from being changed there. Asking costs nothing, and a false "no" only makes a row anew.
struct HeldSeries
{
    Series series = {};

    friend bool operator==(const HeldSeries &left, const HeldSeries &right)
    {
        return left.series.points().isSharedWith(right.series.points());
    }
};

/// All that the figures of a KPI are made of.
struct KpiInputs
{
    Kpi kpi = {};
    QList<Target> targets = {};
    QList<Kpi> parts = {}; ///< that its formula is computed from, at any depth
    QList<HeldSeries> series = {};
    bool isLoaded = false; ///< its own measurements are there, be they none

    friend bool operator==(const KpiInputs &, const KpiInputs &) = default;
};

/// All that the figures of a key result are made of.
struct KeyResultInputs
{
    KeyResult keyResult = {};
    QList<Owner> objectiveOwners = {};
    QList<CheckIn> checkIns = {};
    QList<MilestonePart> parts = {};
    std::optional<KpiInputs> driver = {};

    friend bool operator==(const KeyResultInputs &, const KeyResultInputs &) = default;
};

/// \p before are its inputs of an earlier state with the same KPIs, if there are any: what a formula is
/// computed from need not be looked up again then.
KpiInputs inputsOf(const WorkingSet &state, const Kpi &kpi, const KpiInputs *before = nullptr);
KeyResultInputs inputsOf(const WorkingSet &state, const Objective &objective, const KeyResult &keyResult,
                         const KeyResultInputs *before = nullptr);

} // namespace milepost
