// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codec.h"

namespace milepost {

/// A point of a phased target curve: by the end of this day, this share (0 to 1) is expected.
struct Phase
{
    QDate date = {};
    double expected = 0;
    friend bool operator==(const Phase &, const Phase &) = default;
};

/// Stored as "2026-10-31:0.2 2026-11-30:0.6".
template<>
struct Codec<QList<Phase>>
{
    static constexpr ColumnType kType = ColumnType::Text;
    static Cell write(const QList<Phase> &phases);
    static bool read(const Cell &cell, QList<Phase> &phases);
};

} // namespace milepost
