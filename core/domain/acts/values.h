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

/// What recording many values came to.
struct ValuesSummary
{
    qint64 added = 0;
    qint64 corrected = 0; ///< another value was there; the reason is kept with it
    qint64 same = 0;
    friend bool operator==(const ValuesSummary &, const ValuesSummary &) = default;
};

/// Records many values of one board as one act, which is one undo. Where another value is, it is corrected
/// for \p reason; where the same is, nothing is done. Of two values of one thing and day the last counts.
/// Refused as a whole, with what recordValue() and correctValue() answer.
Result<Draft> recordValues(Situation &in, const QList<GivenValue> &values, const QString &reason);

/// What recordValues() would come to.
ValuesSummary summaryOf(const WorkingSet &state, const QList<GivenValue> &values);

/// What is recorded already on the date of a value, of the same thing.
struct PresentValue
{
    double value = 0; ///< of a ratio the quotient
    bool isSame = false;
    friend bool operator==(const PresentValue &, const PresentValue &) = default;
};
std::optional<PresentValue> presentValue(const WorkingSet &state, const GivenValue &given);

/// The KPIs whose series a decision about this value has to see.
QList<KpiId> seriesNeededBy(const GivenValue &given);
QList<KpiId> seriesNeededBy(const QList<GivenValue> &values);

} // namespace milepost
