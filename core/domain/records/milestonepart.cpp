// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/milestonepart.h"

namespace milepost {

const RecordType<MilestonePart> &MilestonePart::type()
{
    static const RecordType<MilestonePart> type(
        11, "milestone_part",
        {
            clearField<&MilestonePart::keyResult>(1, "key_result_id").required().refersTo("key_result"),
            contentField<&MilestonePart::title>(2, "title").required(),
            contentField<&MilestonePart::weight>(3, "weight"),
            contentField<&MilestonePart::position>(4, "position"),
        },
        {"key_result_id"});
    return type;
}

} // namespace milepost
