// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace milepost {
/// A scope for the columns' names: other tables have a title column too.
namespace boardcolumns {

/// The columns of a board's table, in the order in which they stand unless someone has chosen another.
/// Profiles keep them by number: new ones come last.
enum BoardColumn {
    TitleColumn,
    OwnersColumn,
    ValueColumn,
    TargetColumn,
    ProgressColumn,
    LineColumn,
    StatusColumn,
    UpdatedColumn,
    SpanColumn,       ///< from where to where
    PaceColumn,       ///< progress against the elapsed part of the cycle
    ConfidenceColumn, ///< 0 to 10, a person's judgement
    BoardColumnCount
};

} // namespace boardcolumns

using boardcolumns::BoardColumn;

} // namespace milepost
