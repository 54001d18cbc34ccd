// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

#include <optional>

namespace milepost {

/// A row of any table, by the number that the journal has for the table.
struct RowPlace
{
    int table = 0;
    qint64 row = 0;
    friend bool operator==(const RowPlace &, const RowPlace &) = default;
    friend size_t qHash(const RowPlace &place, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, place.table, place.row);
    }
};

/// The first record that would be left pointing at something that \p edits remove. Measurements are not
/// looked through: they always go with their KPI.
std::optional<RowPlace> recordLeftBehind(const WorkingSet &state, const Edits &edits);

/// The first thing that \p edits point at and that is no longer there.
std::optional<RowPlace> missingReference(const WorkingSet &state, const Edits &edits);

} // namespace milepost
