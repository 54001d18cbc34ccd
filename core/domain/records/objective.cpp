// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/objective.h"

namespace milepost {

const RecordType<Objective> &Objective::type()
{
    static const RecordType<Objective> type(
        9, "objective",
        {
            clearField<&Objective::board>(1, "board_id").required().refersTo("board"),
            contentField<&Objective::parent>(2, "parent_id").refersTo("objective"),
            contentField<&Objective::title>(3, "title").required(),
            contentField<&Objective::why>(4, "why"),
            contentField<&Objective::kind>(5, "kind"),
            contentField<&Objective::weight>(6, "weight"),
            contentField<&Objective::owners>(7, "owners"),
            contentField<&Objective::position>(8, "position"),
            contentField<&Objective::archived>(9, "archived"),
            contentField<&Objective::grade>(10, "grade"),
        },
        {"board_id", "parent_id"});
    return type;
}

} // namespace milepost
