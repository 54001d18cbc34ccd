// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/device.h"

namespace milepost {

const RecordType<Device> &Device::type()
{
    static const RecordType<Device> type(
        5, "device",
        {
            clearField<&Device::person>(1, "person_id").required().refersTo("person"),
            clearField<&Device::name>(2, "name").required(),
            clearField<&Device::joinedAt>(3, "joined_at").required(),
            clearField<&Device::signingKey>(4, "signing_key"),
            clearField<&Device::sealingKey>(5, "sealing_key"),
            clearField<&Device::program>(6, "program").from(2),
            clearField<&Device::schema>(7, "schema").from(2),
        });
    return type;
}

} // namespace milepost
