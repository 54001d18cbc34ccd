// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"
#include "core/domain/records/owner.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// A figure that is watched over time.
struct Kpi
{
    KpiId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    BoardId board = {};
    QString name = {};
    QString unit = {}; ///< "%" means that values are fractions shown as percentages
    Direction direction = Direction::Up;
    Cadence cadence = Cadence::Month;
    Aggregate aggregate = Aggregate::Last;
    double amber = 0; ///< by how much a target may be missed and still be amber, in the KPI's unit
    QList<Owner> owners = {};
    QString definition = {}; ///< what is measured, and how
    QString source = {};
    Nature nature = Nature::Unsaid;
    Timing timing = Timing::Unsaid;
    KpiId guardrail = {}; ///< the KPI that keeps this one honest
    QString formula = {}; ///< for a derived KPI
    double position = 0;
    bool archived = false;

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return board.value(); }
    static const RecordType<Kpi> &type();
    friend bool operator==(const Kpi &, const Kpi &) = default;
};

} // namespace milepost
