// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/ordering.h"

#include <QStringList>

class QMimeData;

namespace milepost {

// Rows of boards while they are dragged: what is carried, and where it may be let go.

/// What rows are carried as; nothing outside this program reads it.
QString rowMimeType();
/// The row with this id of this workspace as it is carried.
QMimeData *carried(const WorkingSet &state, qint64 id);
/// What is carried, if it is a row of this workspace that is still there.
std::optional<Named> carriedRow(const WorkingSet &state, const QMimeData *data);

/// The same for a board, which is dragged to another place among the boards.
QString boardMimeType();
QMimeData *carriedBoard(const WorkingSet &state, BoardId board);
BoardId carriedBoard(const WorkingSet &state, const QMimeData *data);

/// Where a view says that something is let go: on a row, or between two.
struct DropPlace
{
    BoardId board = {};
    qint64 on = 0; ///< the record below which it would come in the tree; 0: at the top, or below a heading
    qint64 before =
        0; ///< the record that it would come before there; 0: the last place, or on the row itself
    bool isOnRow = false;
};

/// The place that is meant: what is let go on a row of its own kind comes before it, a key result on an
/// objective becomes its last, an objective among key results comes after their objective. Nothing where it
/// cannot be let go.
std::optional<Spot> spotOf(const WorkingSet &state, const Named &row, const DropPlace &place);

} // namespace milepost
