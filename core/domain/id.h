// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace milepost {

/// The id of one record. Ids are types: what finds a person cannot be asked for a board.
/// A positive 63-bit number made by the client (see IdSource); 0 means "none".
template<class Record>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) {}

    constexpr qint64 value() const { return m_value; }
    constexpr bool isValid() const { return m_value > 0; }
    /// Ids are text in JSON, whose numbers cannot hold 63 bits.
    QString toString() const { return QString::number(m_value); }

    friend constexpr bool operator==(Id left, Id right) { return left.m_value == right.m_value; }
    friend constexpr std::strong_ordering operator<=>(Id left, Id right)
    {
        return left.m_value <=> right.m_value;
    }
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using WorkspaceId = Id<struct Workspace>;
using MigrationId = Id<struct Migration>;
using PersonId = Id<struct Person>;
using DeviceId = Id<struct Device>;
using TeamId = Id<struct Team>;
using CycleId = Id<struct Cycle>;
using BoardId = Id<struct Board>;
using GrantId = Id<struct Grant>;
using ObjectiveId = Id<struct Objective>;
using KeyResultId = Id<struct KeyResult>;
using MilestonePartId = Id<struct MilestonePart>;
using KpiId = Id<struct Kpi>;
using TargetId = Id<struct Target>;
using MeasurementId = Id<struct Measurement>;
using CheckInId = Id<struct CheckIn>;
using ActionId = Id<struct Action>;
using CommentId = Id<struct Comment>;

} // namespace milepost
