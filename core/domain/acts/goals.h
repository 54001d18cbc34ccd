// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"

namespace milepost {

// Each request holds a record as it shall be, without id and position; the act checks it and completes it.

/// For editors of the board. WeightInvalid; ObjectiveLoop; NameUnknown for a parent that the asker cannot
/// see.
Result<Draft> addObjective(Situation &in, Objective objective);

/// For editors of the board. \p parts for a milestone. KindNeeds and KindRefuses (the values of each kind,
/// see NUMBERS), RangeReversed, LevelsOutOfOrder, WeightInvalid, PrivateMetric.
struct AddKeyResult
{
    KeyResult keyResult = {};
    QList<MilestonePart> parts = {};
};
Result<Draft> addKeyResult(Situation &in, const AddKeyResult &request);

/// For editors of the board. \p target (value, or low and high) holds from the beginning of time.
struct AddKpi
{
    Kpi kpi = {};
    std::optional<Target> target = {};
};
Result<Draft> addKpi(Situation &in, const AddKpi &request);

/// A KPI's target from a day on. It supersedes; nothing is edited. For editors.
Result<Draft> setTarget(Situation &in, Target target);

/// For editors, and for whoever answers for what it is about.
Result<Draft> addAction(Situation &in, Action action);
/// For its owner and for editors. Already done: nothing to do.
Result<Draft> finishAction(Situation &in, ActionId action);

/// For commenters and above.
Result<Draft> addComment(Situation &in, const Subject &subject, const QString &text);

/// Checks that a key result has what its kind needs and nothing that it has no use for.
Done checkKeyResult(const KeyResult &keyResult, bool hasParts);
/// Checks that the KPI may drive key results of this board: a metric of a private board may do so only there.
Done checkDriver(const Situation &in, KpiId kpi, BoardId board);
/// Checks that no metric of a private board is used on another one, neither as a driver nor as a guardrail.
/// PrivateMetric.
Done checkPrivateMetrics(const WorkingSet &state);
/// Checks that going from parent to parent never comes back. ObjectiveLoop, TeamLoop; ObjectiveBarred, which
/// does not tell why, where the way back leads over something that the asker may not see.
Done checkLoop(const WorkingSet &state, PersonId asker, const Objective &objective);
Done checkLoop(const WorkingSet &state, const Team &team);
/// Checks that owners are there and work here. NameUnknown, PersonLeft.
Done checkOwners(const WorkingSet &state, const QList<Owner> &owners);
/// Checks a band or a single target against the KPI's direction.
Done checkTarget(const Kpi &kpi, const Target &target);

} // namespace milepost
