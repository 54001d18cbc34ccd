// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/migration.h"

namespace milepost {

const RecordType<Migration> &Migration::type()
{
    static const RecordType<Migration> type(2, "migration",
                                            {
                                                clearField<&Migration::at>(1, "at").required(),
                                                clearField<&Migration::program>(2, "program").required(),
                                            });
    return type;
}

} // namespace milepost
