// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// A span of days in which objectives are pursued; both ends belong to it.
struct Cycle
{
    CycleId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    QString name = {};
    QDate from = {};
    QDate to = {};
    static const RecordType<Cycle> &type();
    friend bool operator==(const Cycle &, const Cycle &) = default;
};

} // namespace milepost
