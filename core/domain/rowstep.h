// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

namespace milepost {

/// What an entry did to one row: its fields before and after, by the names that the record's description
/// gives them. A field that has its default is left out; numbers are numbers, all else is text as it is
/// stored (dates as 2026-11-22, choices by their words, ids as numbers).
struct RowStep
{
    QString table = {}; ///< "kpi", "target", "measurement", …
    qint64 row = 0;
    bool existed = false;
    bool exists = false;
    QVariantMap before = {};
    QVariantMap after = {};
};

} // namespace milepost
