// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// What a person says of a key result on a day: its value, and how confident they are.
struct CheckIn
{
    CheckInId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    KeyResultId keyResult = {};
    MilestonePartId part = {}; ///< of a milestone with parts: which one
    QDate date = {};
    double value = 0;
    std::optional<double> confidence = {}; ///< 0 to 10, a person's judgement, never computed
    QString note = {};
    QString reason = {}; ///< why this value replaced the one before it; empty if it is the first

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return keyResult.value(); }
    static const RecordType<CheckIn> &type();
    friend bool operator==(const CheckIn &, const CheckIn &) = default;
};

} // namespace milepost
