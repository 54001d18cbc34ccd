// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/acts/values.h"
#include "core/domain/importbatch.h"

#include <QStringList>

namespace milepost {

/// The cells of a block as a spreadsheet shows them, row by row; rows may differ in length.
using PastedCells = QList<QStringList>;

/// A row of the board that a block is pasted on.
struct PasteRow
{
    GivenValue place = {}; ///< what its values are of
    QString name = {};
    bool takesValues = false; ///< of the one who pastes
    bool isPercent = false;   ///< its unit is "%"
    bool isRatio = false;     ///< it takes both parts, as "12/340"
    bool isMilestone = false; ///< 0 to 1
};

/// How a locale reads what a block leaves open.
struct PasteConvention
{
    DecimalMark decimal = DecimalMark::Point;
    DateOrder dates = DateOrder::DayFirst;
};

/// A block of cells, understood as values of rows of a board.
struct PastedBlock
{
    enum class Shape {
        Unclear, ///< none of the others
        Column,  ///< values downwards from the current row, of today
        Dated,   ///< dates and values of the current row
        Names,   ///< names and one value each, of today
        Table,   ///< names and dates, one of them down, the other across
    };
    enum class Why {
        NoSuchRow,
        SeveralSuchRows,
        TakesNoValues,
        NotANumber,
        NotADate,
        InFuture,
        NeedsBothParts,
        OutOfRange,
        BeyondTheLastRow
    };
    /// What is left out.
    struct LeftOut
    {
        QString text = {}; ///< the cell's
        Why why = Why::NotANumber;
        friend bool operator==(const LeftOut &, const LeftOut &) = default;
    };

    Shape shape = Shape::Unclear;
    QList<GivenValue> values = {};
    QList<LeftOut> leftOut = {};
    qsizetype rows = 0; ///< of the board that get values
};

/// Reads a block by what it looks like: one column of values goes down from row \p current, over the rows
/// that take values; a column of dates and one of values is the history of that row; names in the first
/// column (or row) are matched with the rows, exactly or, if only one fits, without regard to case; dates in
/// the first row (or column) say when. A heading above is passed over, blank cells are gaps. How numbers and
/// dates are read is found out from all of them together, else \p convention says it.
PastedBlock readPastedBlock(const PastedCells &cells, const QList<PasteRow> &rows, qsizetype current,
                            QDate today, const PasteConvention &convention);

} // namespace milepost
