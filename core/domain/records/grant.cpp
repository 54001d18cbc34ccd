// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/grant.h"

namespace milepost {

const RecordType<Grant> &Grant::type()
{
    static const RecordType<Grant> type(
        8, "board_grant",
        {
            clearField<&Grant::board>(1, "board_id").required().refersTo("board"),
            clearField<&Grant::person>(2, "person_id").refersTo("person"),
            clearField<&Grant::team>(3, "team_id").refersTo("team"),
            clearField<&Grant::role>(4, "role").required(),
        },
        {"board_id"});
    return type;
}

} // namespace milepost
