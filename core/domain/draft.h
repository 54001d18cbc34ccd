// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/edits.h"

#include <QVariantMap>

#include <functional>

namespace milepost {

/// What a journal entry says was done. Codes and values, never sentences; ids rather than names, so that the
/// journal of a private board tells nothing. The words are a contract (`log`); released ones never change.
enum class Act {
    CreateWorkspace,
    Migrate,
    Join,
    UpdateDevice,
    AddTeam,
    AddPerson,
    PersonLeaves,
    AddCycle,
    AddBoard,
    ShareBoard,
    UnshareBoard,
    AddObjective,
    AddKeyResult,
    AddKpi,
    SetTarget,
    AddAction,
    FinishAction,
    AddComment,
    Edit,
    Move,
    Archive,
    BringBack,
    Align,
    SetCycle,
    CarryOver,
    Delete,
    Record,
    Correct,
    Paste,
    Import,
    Demo,
    Undo,
    Redo,
    Restore,
};

MILEPOST_WORDS(Act, {Act::CreateWorkspace, "create_workspace"}, {Act::Migrate, "migrate"},
               {Act::Join, "join"}, {Act::UpdateDevice, "update_device"}, {Act::AddTeam, "add_team"},
               {Act::AddPerson, "add_person"}, {Act::PersonLeaves, "person_leaves"},
               {Act::AddCycle, "add_cycle"}, {Act::AddBoard, "add_board"}, {Act::ShareBoard, "share_board"},
               {Act::UnshareBoard, "unshare_board"}, {Act::AddObjective, "add_objective"},
               {Act::AddKeyResult, "add_key_result"}, {Act::AddKpi, "add_kpi"},
               {Act::SetTarget, "set_target"}, {Act::AddAction, "add_action"},
               {Act::FinishAction, "finish_action"}, {Act::AddComment, "add_comment"}, {Act::Edit, "edit"},
               {Act::Move, "move"}, {Act::Archive, "archive"}, {Act::BringBack, "bring_back"},
               {Act::Align, "align"}, {Act::SetCycle, "set_cycle"}, {Act::CarryOver, "carry_over"},
               {Act::Delete, "delete"}, {Act::Record, "record"}, {Act::Correct, "correct"},
               {Act::Paste, "paste"}, {Act::Import, "import"}, {Act::Demo, "demo"}, {Act::Undo, "undo"},
               {Act::Redo, "redo"}, {Act::Restore, "restore"})

/// True for acts that `undo` takes back. Grants, joining, leaving and what the program does by itself are
/// not.
bool isUndoable(Act act);

/// A write that has been decided on but not made: what is done, in the journal's terms, and what it does to
/// the records. Drafts are made by pure functions over a WorkingSet, once to tell the person at once and once
/// more on the rows as they stand under the write lock.
struct Draft
{
    Act act = Act::Edit;
    /// What the entry is about: an id under "subject", and what else its sentence needs. Ids are text.
    QVariantMap values = {};
    Edits edits = {};
    /// For writes too large to hold at once: fills the next part, false when there is none left.
    std::function<bool(Edits &)> more = {};
    /// The step of the schema that is taken in the same transaction, before the rows; 0: none.
    int schemaStep = 0;
    /// Asked after the last part: true takes the whole write back.
    std::function<bool()> isCancelled = {};
    /// Nothing has to change ("a date that has the same value"): no entry is written, and that is a success.
    bool nothingToDo = false;
};

/// What one committed entry changed, as everyone learns of it: the writer, other windows, other machines.
struct ChangeSet
{
    qint64 seq = 0;
    PersonId author = {};
    Act act = Act::Edit;
    QVariantMap values = {};
    Edits edits = {};
    bool isTooLarge = false; ///< the edits were not kept: reload what is shown
};

} // namespace milepost
