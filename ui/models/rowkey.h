// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QHashFunctions>

namespace milepost {

/// Which row it is, whatever it says.
struct RowKey
{
    RowKind kind = RowKind::Other;
    bool isPart = false;
    qint64 id = 0;

    friend bool operator==(const RowKey &, const RowKey &) = default;
};

inline size_t qHash(const RowKey &key, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(key.kind), key.isPart, key.id);
}

} // namespace milepost
