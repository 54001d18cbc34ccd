// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/board.h"

namespace milepost {

const RecordType<Board> &Board::type()
{
    static const RecordType<Board> type(7, "board",
                                        {
                                            clearField<&Board::visibility>(1, "visibility"),
                                            clearField<&Board::cycle>(2, "cycle_id").refersTo("cycle"),
                                            clearField<&Board::archived>(3, "archived"),
                                            contentField<&Board::position>(4, "position"),
                                            contentField<&Board::name>(5, "name").required(),
                                            contentField<&Board::description>(6, "description"),
                                        });
    return type;
}

} // namespace milepost
