// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/person.h"

namespace milepost {

const RecordType<Person> &Person::type()
{
    static const RecordType<Person> type(4, "person",
                                         {
                                             clearField<&Person::name>(1, "name").required(),
                                             clearField<&Person::nickname>(2, "nickname"),
                                             clearField<&Person::teams>(3, "teams"),
                                             clearField<&Person::leftOn>(4, "left_on"),
                                         });
    return type;
}

} // namespace milepost
