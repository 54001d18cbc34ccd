// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/milepostctl/boardjson.h"

namespace milepost::ctl {

/// Rows of cells in columns as wide as their widest cell; the first column to the left, numbers to the right
/// where \p right says so.
QString aligned(const QList<QStringList> &rows, const QList<bool> &right = {});

/// A board for people: its objectives with their key results, then its KPIs.
QString textBoard(const BoardView &view, const Board &board, const BoardFigures &figures);

} // namespace milepost::ctl
