// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/target.h"

namespace milepost {

const RecordType<Target> &Target::type()
{
    static const RecordType<Target> type(13, "target",
                                         {
                                             clearField<&Target::kpi>(1, "kpi_id").required().refersTo("kpi"),
                                             contentField<&Target::validFrom>(2, "valid_from"),
                                             contentField<&Target::value>(3, "value"),
                                             contentField<&Target::low>(4, "low"),
                                             contentField<&Target::high>(5, "high"),
                                             contentField<&Target::position>(6, "position").required(),
                                         },
                                         {"kpi_id"});
    return type;
}

} // namespace milepost
