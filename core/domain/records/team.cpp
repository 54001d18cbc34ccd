// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/team.h"

namespace milepost {

const RecordType<Team> &Team::type()
{
    static const RecordType<Team> type(3, "team",
                                       {
                                           clearField<&Team::name>(1, "name").required(),
                                           clearField<&Team::parent>(2, "parent_id").refersTo("team"),
                                       });
    return type;
}

} // namespace milepost
