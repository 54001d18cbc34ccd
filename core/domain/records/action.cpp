// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/action.h"

namespace milepost {

const RecordType<Action> &Action::type()
{
    static const RecordType<Action> type(
        16, "action",
        {
            clearField<&Action::board>(1, "board_id").required().refersTo("board"),
            contentField<&Action::subject>(2, "subject").required(),
            contentField<&Action::title>(3, "title").required(),
            contentField<&Action::owner>(4, "owner_id").refersTo("person"),
            contentField<&Action::due>(5, "due"),
            contentField<&Action::done>(6, "done"),
            contentField<&Action::doneOn>(7, "done_on"),
            contentField<&Action::note>(8, "note"),
            contentField<&Action::position>(9, "position"),
        },
        {"board_id"});
    return type;
}

} // namespace milepost
