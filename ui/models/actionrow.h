// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/subject.h"
#include "core/domain/workingset.h"
#include "ui/models/roles.h"

#include <optional>

namespace milepost {

/// One action as people read it. A value, so that a model can tell by comparing what a change has touched.
struct ActionRow
{
    ActionId id = {};
    BoardId board = {};
    Subject subject = {};
    QString title = {};
    QString about = {}; ///< the name of the objective, key result, KPI or board
    QString boardName = {};
    PersonId owner = {};
    QList<OwnerFact> owners = {}; ///< one, or none
    QDate due = {};
    bool isDone = false;
    QDate doneOn = {};
    bool isOverdue = false;
    QString note = {};    ///< see FactCauseAction
    QString foundBy = {}; ///< what the filter compares with, see foldedForFilter()

    bool isEditable = false; ///< by this person: its owner, or an editor of the board

    QString ownerName() const { return owners.value(0).name; }
    friend bool operator==(const ActionRow &, const ActionRow &) = default;
};

/// Which actions are meant: those about one thing, or (nothing) those of all boards that one may see and that
/// are not archived.
using ActionScope = std::optional<Subject>;

/// The actions that \p reader may see: open ones first, by due day (those without one last), then the done
/// ones, the latest done first.
QList<ActionRow> actionRows(const WorkingSet &state, PersonId reader, const ActionScope &scope, QDate day);

} // namespace milepost
