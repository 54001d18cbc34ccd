// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"
#include "core/services/session.h"
#include "core/services/thingchange.h"

namespace milepost {

class Engine;

/// Undo and redo are the journal's: whose last act is taken back, and how, is read from there, so both
/// survive a restart. All run on the database thread.
namespace undoing {

/// The person's last act that is not undone; seq 0 if there is none.
Result<UndoStep> nextUndo(const Engine &engine, PersonId person);
/// The act that the person undid last and that nothing of theirs has followed; seq 0 if there is none.
Result<UndoStep> nextRedo(const Engine &engine, PersonId person);

/// The compensating entry. NothingToUndo, NothingToRedo; TouchedSince if someone has changed the same rows or
/// built on them since; and what checkCompensation answers.
Result<Draft> undo(const Engine &engine, Situation &in);
Result<Draft> redo(const Engine &engine, Situation &in);

/// Whether a person may take back an entry by its number: an act of their own as undo would; of another's
/// only what was done on a board that they edit, and no import, pasted block or comment. Of an entry that
/// undid something, taking it back means doing it again. NotUndoable, NotAllowed, and what require() answers.
Done mayTakeBack(const WorkingSet &state, PersonId person, const LogEntry &entry);
/// The compensating entry for any entry; refused as undo() and mayTakeBack() are.
Result<Draft> takeBack(const Engine &engine, Situation &in, qint64 seq);

} // namespace undoing

} // namespace milepost
