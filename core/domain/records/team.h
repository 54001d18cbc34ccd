// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// A team; teams nest.
struct Team
{
    TeamId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    QString name = {};
    TeamId parent = {};

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return parent.value(); }
    static const RecordType<Team> &type();
    friend bool operator==(const Team &, const Team &) = default;
};

} // namespace milepost
