// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// One step of the schema that this file has taken.
/// Its id is the schema version that the step led to.
struct Migration
{
    MigrationId id = {};
    qint64 rev = 0;       ///< journal sequence of the last change; kept by storage, no part of the content
    qint64 at = 0;        ///< UTC milliseconds
    QString program = {}; ///< version of the program that took it
    static const RecordType<Migration> &type();
    friend bool operator==(const Migration &, const Migration &) = default;
};

} // namespace milepost
