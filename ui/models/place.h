// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "ui/models/roles.h"

#include <QMetaType>

namespace milepost {

/// Where one can go in the window: a page, and on a board perhaps a row of it.
struct Place
{
    enum class Kind { Home, Actions, Alignment, Cycles, Backups, Board };
    Kind kind = Kind::Board;
    BoardId board = {};               ///< of a board
    RowKind rowKind = RowKind::Other; ///< of the row to choose
    qint64 row = 0;                   ///< the record's id; 0: no row in particular

    static Place of(Kind page) { return {page, {}, RowKind::Other, 0}; }
    static Place ofBoard(BoardId board) { return {Kind::Board, board, RowKind::Other, 0}; }
    /// True if both are the same page, whatever row is chosen on it.
    bool isSamePage(const Place &other) const { return kind == other.kind && board == other.board; }
    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace milepost

Q_DECLARE_METATYPE(milepost::Place)
