// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/workspace.h"

namespace milepost {

const RecordType<Workspace> &Workspace::type()
{
    static const RecordType<Workspace> type(1, "workspace",
                                            {
                                                clearField<&Workspace::name>(1, "name").required(),
                                                clearField<&Workspace::timeZone>(2, "time_zone").required(),
                                                clearField<&Workspace::createdAt>(3, "created_at").required(),
                                                clearField<&Workspace::minReader>(4, "min_reader").required(),
                                                clearField<&Workspace::minWriter>(5, "min_writer").required(),
                                            });
    return type;
}

} // namespace milepost
