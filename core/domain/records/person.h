// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/owner.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// Someone who works here, or did.
struct Person
{
    PersonId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    QString name = {};
    QString nickname = {};
    QList<TeamId> teams = {};
    QDate leftOn = {}; ///< the day they left; invalid while they are here

    bool isActive() const { return !leftOn.isValid(); }
    static const RecordType<Person> &type();
    friend bool operator==(const Person &, const Person &) = default;
};

} // namespace milepost
