// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardcolumn.h"
#include "ui/models/boardrow.h"

namespace milepost {

/// Under which headings the rows of a board are gathered.
enum class Grouping { None, Owner, Team, Status };

/// How someone wants to see a board: which rows, in which order, under which headings.
struct Arrangement
{
    QString filter = {}; ///< words, all of which a row has to contain
    Grouping grouping = Grouping::None;
    int sortColumn = -1; ///< a BoardColumn; -1 is the board's own order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    friend bool operator==(const Arrangement &, const Arrangement &) = default;
};

/// The rows of a board as they are to be seen. A row that the filter keeps brings those above it, and one
/// that is kept for its title brings those below it too. Sorting leaves key results under their objectives,
/// and rows without a value behind the others. A group holds the key results and KPIs that belong to it; an
/// objective stands in each group that has a key result of it.
QList<BoardBranch> arranged(const QList<BoardBranch> &rows, const Arrangement &arrangement);

/// The headings of arranged rows that are groups carry this id or a positive one; "Keep running" does not.
inline constexpr qint64 kNoGroupId = -2;

} // namespace milepost
