// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/situation.h"
#include "core/services/session.h"

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

} // namespace undoing

} // namespace milepost
