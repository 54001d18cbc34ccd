// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"
#include "ui/models/roles.h"

namespace milepost {

/// One row of a board as people read it: words and facts, no colours. A value, so that a model can tell which
/// rows a change has touched by comparing.
struct BoardRow
{
    RowKind kind = RowKind::Other;
    qint64 id = 0;       ///< of the record; of a section heading: -1
    bool isPart = false; ///< a part of a milestone
    QString title = {};
    QString secondary = {}; ///< said softly after the title: from where to where
    QList<OwnerFact> owners = {};
    std::optional<double> number = {};
    QString unit = {};
    QString value = {};
    QString typed = {}; ///< the value as it stands in an editor
    QString target = {};
    ProgressFact progress = {};
    SparklineFact line = {};
    StatusFact status = {};
    UpdateFact update = {};
    bool isEditable = false; ///< a value can be typed here by this person
    QString hint = {};       ///< how to type it, or why one cannot

    friend bool operator==(const BoardRow &, const BoardRow &) = default;
};

/// A row with the rows below it.
struct BoardBranch
{
    BoardRow row = {};
    QList<BoardBranch> children = {};
};

/// The rows of a board on a day, for a person: objectives with their key results, then its KPIs under a
/// heading.
QList<BoardBranch> rowsOf(const WorkingSet &state, PersonId reader, BoardId board, QDate day);

/// The people and teams behind owners, as an avatar shows them.
QList<OwnerFact> ownerFacts(const WorkingSet &state, const QList<Owner> &owners);

} // namespace milepost
