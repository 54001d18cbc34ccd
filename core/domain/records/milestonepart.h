// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// One weighted part of a milestone.
struct MilestonePart
{
    MilestonePartId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    KeyResultId keyResult = {};
    QString title = {};
    std::optional<double> weight = {}; ///< 0 or more; absent counts as 1
    double position = 0;

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return keyResult.value(); }
    static const RecordType<MilestonePart> &type();
    friend bool operator==(const MilestonePart &, const MilestonePart &) = default;
};

} // namespace milepost
