// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"
#include "core/domain/records/owner.h"
#include "core/domain/records/phase.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// How one sees that an objective is reached (NUMBERS: reach, stay above, stay below, stay between,
/// milestone, baseline).
struct KeyResult
{
    KeyResultId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    ObjectiveId objective = {};
    QString title = {};
    KeyResultKind kind = KeyResultKind::Reach;
    std::optional<double> start = {};   ///< reach: where it began
    std::optional<double> target = {};  ///< reach: where it shall be; above and below: the threshold
    std::optional<double> low = {};     ///< between
    std::optional<double> high = {};    ///< between
    std::optional<double> commit = {};  ///< reach with three levels: counts 0.3
    std::optional<double> stretch = {}; ///< reach with three levels: counts 1.0
    QString unit = {};
    Cadence cadence = Cadence::Month;
    std::optional<double> weight = {}; ///< 0 or more; absent counts as 1
    QList<Owner> owners = {};
    KpiId kpi = {}; ///< the KPI that drives it; its value follows
    QList<Phase> phases = {};
    double position = 0;
    bool archived = false;

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return objective.value(); }
    static const RecordType<KeyResult> &type();
    friend bool operator==(const KeyResult &, const KeyResult &) = default;
};

} // namespace milepost
