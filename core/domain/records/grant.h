// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// A role on a board for a person or for a team, exactly one of the two.
struct Grant
{
    GrantId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    BoardId board = {};
    PersonId person = {};
    TeamId team = {};
    Role role = Role::Viewer;

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return board.value(); }
    static const RecordType<Grant> &type();
    friend bool operator==(const Grant &, const Grant &) = default;
};

} // namespace milepost
