// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"
#include "ui/models/rowkey.h"

#include <memory>

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
    OwnerFact team = {};       ///< of the first owner; no name: none
    QString foundByTitle = {}; ///< what the filter compares with, see foldedForFilter()
    QString foundBy = {};      ///< the same of title, owners and status together
    std::optional<double> number = {};
    QString unit = {};
    QString value = {};
    QString typed = {}; ///< the value as it stands in an editor
    QString target = {};
    QString span = {}; ///< from where to where
    ProgressFact progress = {};
    std::optional<double> pace = {};       ///< by how much progress is ahead of the calendar
    std::optional<double> confidence = {}; ///< 0 to 10
    SparklineFact line = {};
    StatusFact status = {};
    int standing = 0; ///< a number for what the status says: worse ones are lower
    UpdateFact update = {};
    qsizetype overdueActions = 0; ///< about this very row
    bool hasMonths = false;       ///< its values are numbers of which each month has one
    bool isEditable = false;      ///< a value can be typed here by this person
    QString hint = {};            ///< how to type it, or why one cannot

    RowKey key() const { return {kind, isPart, id}; }
    friend bool operator==(const BoardRow &, const BoardRow &) = default;
};

/// A row that never changes: whoever shows it shares it. What has become of it is another row.
using RowRef = std::shared_ptr<const BoardRow>;

/// A row with the rows below it.
struct BoardBranch
{
    RowRef row = {};
    QList<BoardBranch> children = {};
};

/// The keys of rows that stand side by side.
QList<RowKey> keysOf(const QList<BoardBranch> &branches);
/// How many rows there are, those below included and headings left out.
qsizetype countOf(const QList<BoardBranch> &branches);

/// \p text as the filter compares it: without case, accents and double spaces.
QString foldedForFilter(const QString &text);

/// The rows of a board on a day, for a person: objectives with their key results, then its KPIs under a
/// heading. All of them are made anew; BoardRows remembers.
QList<BoardBranch> rowsOf(const WorkingSet &state, PersonId reader, BoardId board, QDate day);

/// The people and teams behind owners, as an avatar shows them.
QList<OwnerFact> ownerFacts(const WorkingSet &state, const QList<Owner> &owners);
/// "Maya Kern, Jo Okafor".
QString namesOf(const QList<OwnerFact> &owners);

} // namespace milepost
