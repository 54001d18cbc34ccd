// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"

namespace milepost {

/// A value as someone gives it: of a KPI (plain, or both parts of a ratio), a key result, or a part of a
/// milestone.
struct GivenValue
{
    KpiId kpi = {};
    KeyResultId keyResult = {};
    MilestonePartId part = {};
    QDate date = {};
    std::optional<double> value = {};
    std::optional<double> numerator = {};
    std::optional<double> denominator = {};
    std::optional<double> confidence = {}; ///< 0 to 10, key results only
    QString note = {};
    QString reason = {}; ///< corrections only
};

/// Records a value on its date. Owners of the row and editors of the board. On a date that has the same
/// value: nothing to do. DateInFuture, ValueExists (a different value: correct it), NeedsRatio, NoRatio,
/// ZeroDenominator, DrivenByKpi, HasParts, NoConfidence, ConfidenceInvalid.
Result<Draft> recordValue(Situation &in, const GivenValue &given);

/// Replaces the value of a date, with a reason; the old one stays in the journal. ValueMissing,
/// ReasonMissing.
Result<Draft> correctValue(Situation &in, const GivenValue &given);

/// The KPIs whose series a decision about this value has to see.
QList<KpiId> seriesNeededBy(const GivenValue &given);

} // namespace milepost
