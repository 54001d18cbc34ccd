// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// The workspace itself: one row.
struct Workspace
{
    WorkspaceId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    QString name = {};
    QByteArray timeZone = {}; ///< IANA name; days begin and end in it
    qint64 createdAt = 0;     ///< UTC milliseconds
    int minReader = 0;        ///< oldest schema version whose programs may read this file
    int minWriter = 0;        ///< oldest schema version whose programs may write to it
    static const RecordType<Workspace> &type();
    friend bool operator==(const Workspace &, const Workspace &) = default;
};

} // namespace milepost
