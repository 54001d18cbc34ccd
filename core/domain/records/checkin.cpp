// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/checkin.h"

namespace milepost {

const RecordType<CheckIn> &CheckIn::type()
{
    static const RecordType<CheckIn> type(
        15, "check_in",
        {
            clearField<&CheckIn::keyResult>(1, "key_result_id").required().refersTo("key_result"),
            contentField<&CheckIn::part>(2, "part_id").refersTo("milestone_part"),
            contentField<&CheckIn::date>(3, "date").required(),
            contentField<&CheckIn::value>(4, "value").required(),
            contentField<&CheckIn::confidence>(5, "confidence"),
            contentField<&CheckIn::note>(6, "note"),
            contentField<&CheckIn::reason>(7, "reason"),
        },
        {"key_result_id"});
    return type;
}

} // namespace milepost
