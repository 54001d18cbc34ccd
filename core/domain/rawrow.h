// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cell.h"

#include <QList>

#include <utility>

namespace milepost {

/// A row of any table as it lies in the file, its own tables included: for exports and restores.
struct RawRow
{
    QByteArray table = {};
    QList<std::pair<QByteArray, Cell>> cells = {}; ///< by column; null ones are left out
};

} // namespace milepost
