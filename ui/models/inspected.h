// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lookup.h"
#include "ui/models/fieldfact.h"
#include "ui/models/roles.h"

namespace milepost {

/// What the inspector says of one objective, key result, part or KPI at a glance. A value, so that one sees
/// by comparing whether anything has changed.
struct Inspected
{
    Named thing = {};
    BoardId board = {};
    QString boardName = {};
    Subject subject = {}; ///< what actions and comments are about; none for a part
    bool isEditor = false;
    FieldFact title = {};
    QString softLine = {}; ///< "KPI, process, leading · lower is better"
    FieldFact owners = {}; ///< without a name for what has none (a part)
    QString value = {};
    QString target = {};
    QString unit = {};
    StatusFact status = {};
    SparklineFact line = {};
    qint64 valuesOf = 0;   ///< the thing whose values these are: itself, or the KPI that it follows
    QString followed = {}; ///< the name of that KPI
    QList<FieldFact> definition = {};

    friend bool operator==(const Inspected &, const Inspected &) = default;
};

/// The thing with this id as it is in \p state on a day; nothing if it is not there for the reader. Who may
/// see and edit what is asked of \p rights, the state of today, also where \p state is a past one.
std::optional<Inspected> inspect(const WorkingSet &state, const WorkingSet &rights, PersonId reader,
                                 qint64 id, QDate day);

/// The names that a text can be completed to, for this person.
QStringList completionsFor(const WorkingSet &state, PersonId reader, Completes what);

} // namespace milepost
