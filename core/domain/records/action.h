// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/subject.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// Something to be done for an objective, key result or KPI.
struct Action
{
    ActionId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    BoardId board = {};
    Subject subject = {}; ///< what it is about
    QString title = {};
    PersonId owner = {};
    QDate due = {};
    bool done = false;
    QDate doneOn = {};
    QString note = {}; ///< fact, cause, action
    double position = 0;

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return subject.id; }
    static const RecordType<Action> &type();
    friend bool operator==(const Action &, const Action &) = default;
};

} // namespace milepost
