// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// Objectives and KPIs that are looked at together.
struct Board
{
    BoardId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    Visibility visibility = Visibility::Public;
    CycleId cycle = {};
    bool archived = false;
    double position = 0;
    QString name = {};
    QString description = {};
    static const RecordType<Board> &type();
    friend bool operator==(const Board &, const Board &) = default;
};

} // namespace milepost
