// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/edits.h"

namespace milepost {

/// Calls \p visit with a default record of the type that has this journal tag, and answers whether there is
/// one.
template<class Visitor>
bool withRecordType(int tag, Visitor &&visit)
{
    bool found = false;
    forEachRecordType([&]<class Record>(const Record &record) {
        if (Record::type().tag() == tag) {
            found = true;
            visit(record);
        }
    });
    return found;
}

} // namespace milepost
