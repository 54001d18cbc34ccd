// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/domain/result.h"
#include "core/storage/engine.h"

#include <functional>
#include <memory>

namespace milepost {

/// Keeps the turn to write while a whole file is read, if others may have it open: who wants to write
/// meanwhile stands in the queue, and sees whom they wait for. Null for a copy, which has no peers.
std::unique_ptr<Engine::Turn> turnBeside(const Engine &engine);

/// Recomputes the journal's chain, every entry's digest and every row's content hash, and compares the schema
/// and the header with what this program makes, and lets SQLite check the file's structure, every index
/// against its table included (also in a copy: VACUUM INTO copies an index as it is). What SQLite cannot read
/// is a finding, and the rest is checked all the same. Reads every cell of every table once; time
/// and memory grow linearly. \p proceed is asked now and then with the share done (0 to 1); false cancels
/// (Error::Code::Cancelled).
Result<Verification> verify(const Engine &engine, const std::function<bool(double)> &proceed);

/// The same for a file that may be too damaged to be opened as a workspace. NotAWorkspace for what is none,
/// and what Engine::open answers for what is not there.
Result<Verification> verifyFile(const QString &path, const std::function<bool(double)> &proceed);

/// The same, and every reference from row to row.
Result<Verification> checkFile(const QString &path, const std::function<bool(double)> &proceed);

} // namespace milepost
