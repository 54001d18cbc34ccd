// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codec.h"

namespace milepost {

/// What an action or a comment is about.
struct Subject
{
    enum class Kind { None, Objective, KeyResult, Kpi, Board };

    Kind kind = Kind::None;
    qint64 id = 0;

    static Subject of(ObjectiveId id) { return {Kind::Objective, id.value()}; }
    static Subject of(KeyResultId id) { return {Kind::KeyResult, id.value()}; }
    static Subject of(KpiId id) { return {Kind::Kpi, id.value()}; }
    static Subject of(BoardId id) { return {Kind::Board, id.value()}; }

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// Stored as "kpi:123".
template<>
struct Codec<Subject>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(const Subject &subject);
    static bool read(const Cell &cell, Subject &subject);
};

} // namespace milepost
