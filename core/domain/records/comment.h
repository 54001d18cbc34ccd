// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/subject.h"
#include "core/domain/recordtype.h"

#include <QDate>
#include <QString>

namespace milepost {

/// What someone said about an objective, key result, KPI or board.
struct Comment
{
    CommentId id = {};
    qint64 rev = 0; ///< journal sequence of the last change; kept by storage, no part of the content
    BoardId board = {};
    Subject subject = {}; ///< what it is about
    PersonId author = {};
    qint64 at = 0; ///< UTC milliseconds
    QString text = {};

    /// What it hangs on: records are looked up by this.
    qint64 parentKey() const { return subject.id; }
    static const RecordType<Comment> &type();
    friend bool operator==(const Comment &, const Comment &) = default;
};

} // namespace milepost
