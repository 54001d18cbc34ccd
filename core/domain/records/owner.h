// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codec.h"

namespace milepost {

/// Who answers for something: a person or a team, exactly one of the two.
struct Owner
{
    PersonId person = {};
    TeamId team = {};
    friend bool operator==(const Owner &, const Owner &) = default;
};

/// Stored as "p123 t456": kept in the row, so that a private board seals its owners with it.
template<>
struct Codec<QList<Owner>>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(const QList<Owner> &owners);
    static bool read(const Cell &cell, QList<Owner> &owners);
};

/// Stored as "123 456".
template<>
struct Codec<QList<TeamId>>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(const QList<TeamId> &teams);
    static bool read(const Cell &cell, QList<TeamId> &teams);
};

} // namespace milepost
