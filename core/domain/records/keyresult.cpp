// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/keyresult.h"

namespace milepost {

const RecordType<KeyResult> &KeyResult::type()
{
    static const RecordType<KeyResult> type(
        10, "key_result",
        {
            clearField<&KeyResult::objective>(1, "objective_id").required().refersTo("objective"),
            contentField<&KeyResult::title>(2, "title").required(),
            contentField<&KeyResult::kind>(3, "kind"),
            contentField<&KeyResult::start>(4, "start"),
            contentField<&KeyResult::target>(5, "target"),
            contentField<&KeyResult::low>(6, "low"),
            contentField<&KeyResult::high>(7, "high"),
            contentField<&KeyResult::commit>(8, "commit_level"),
            contentField<&KeyResult::stretch>(9, "stretch"),
            contentField<&KeyResult::unit>(10, "unit"),
            contentField<&KeyResult::cadence>(11, "cadence"),
            contentField<&KeyResult::weight>(12, "weight"),
            contentField<&KeyResult::owners>(13, "owners"),
            contentField<&KeyResult::kpi>(14, "kpi_id").refersTo("kpi"),
            contentField<&KeyResult::phases>(15, "phases"),
            contentField<&KeyResult::position>(16, "position"),
            contentField<&KeyResult::archived>(17, "archived"),
        },
        {"objective_id"});
    return type;
}

} // namespace milepost
