// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/measurement.h"

namespace milepost {

const RecordType<Measurement> &Measurement::type()
{
    static const RecordType<Measurement> type(
        14, "measurement",
        {
            clearField<&Measurement::kpi>(1, "kpi_id").required().refersTo("kpi"),
            contentField<&Measurement::date>(2, "date").required(),
            contentField<&Measurement::value>(3, "value"),
            contentField<&Measurement::numerator>(4, "numerator"),
            contentField<&Measurement::denominator>(5, "denominator"),
            contentField<&Measurement::note>(6, "note"),
            contentField<&Measurement::reason>(7, "reason"),
        },
        {"kpi_id, date"});
    return type;
}

} // namespace milepost
