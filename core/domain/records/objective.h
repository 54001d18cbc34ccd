// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"
#include "core/domain/records/owner.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// What a board wants to achieve. It may be aligned to a parent objective, also of another board.
struct Objective
{
    ObjectiveId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    BoardId board = {};
    ObjectiveId parent = {};
    QString title = {};
    QString why = {};
    ObjectiveKind kind = ObjectiveKind::Committed;
    std::optional<double> weight = {}; ///< 0 or more; absent counts as 1
    QList<Owner> owners = {};
    double position = 0;
    bool archived = false;
    std::optional<double> grade = {}; ///< 0.0 to 1.0 in tenths, set by a person at closing

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return board.value(); }
    static const RecordType<Objective> &type();
    friend bool operator==(const Objective &, const Objective &) = default;
};

} // namespace milepost
