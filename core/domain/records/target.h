// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// A target of a KPI, in force from a day on until the next one. Superseded, never edited.
struct Target
{
    TargetId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    KpiId kpi = {};
    QDate validFrom = {}; ///< invalid: from the beginning of time
    std::optional<double> value = {};
    std::optional<double> low = {};  ///< band
    std::optional<double> high = {}; ///< band
    double position = 0; ///< order of making: of two targets from one day on, the later made counts

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return kpi.value(); }
    static const RecordType<Target> &type();
    friend bool operator==(const Target &, const Target &) = default;
};

} // namespace milepost
