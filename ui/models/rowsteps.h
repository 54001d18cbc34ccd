// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowkey.h"

#include <QList>

namespace milepost {

/// One step from one list of rows to another, in the terms in which a model tells its views.
struct TableStep
{
    enum class Kind { Remove, Move, Reorder, Insert };

    Kind kind = Kind::Remove;
    int first = 0;
    int last = 0;          ///< of Remove, Reorder and Insert; places count as they are before the step
    int to = 0;            ///< of Move: where the row at `first` stands afterwards
    QList<int> order = {}; ///< of Reorder: for each place from `first` on, where its row stood before

    friend bool operator==(const TableStep &, const TableStep &) = default;
};

/// The steps that turn \p from into \p to, neither of which holds a row twice. Few and exact where little has
/// changed: a row that only moves is moved. Where there would be very many, whole stretches are exchanged,
/// because each step costs a view a look at all its rows. Rows to insert are those of \p to at the places
/// named.
QList<TableStep> stepsBetween(const QList<RowKey> &from, const QList<RowKey> &to);

} // namespace milepost
