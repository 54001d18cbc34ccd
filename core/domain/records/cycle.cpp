// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/cycle.h"

namespace milepost {

const RecordType<Cycle> &Cycle::type()
{
    static const RecordType<Cycle> type(6, "cycle",
                                        {
                                            clearField<&Cycle::name>(1, "name").required(),
                                            clearField<&Cycle::from>(2, "from_date").required(),
                                            clearField<&Cycle::to>(3, "to_date").required(),
                                        });
    return type;
}

} // namespace milepost
