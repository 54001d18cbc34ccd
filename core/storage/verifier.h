// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/domain/result.h"

#include <functional>

namespace milepost {

class Engine;

/// Recomputes the journal's chain, every entry's digest and every row's content hash, and compares the schema
/// and the header with what this program makes. Reads every cell of every table once; time and memory grow
/// linearly. \p proceed is asked now and then with the share done (0 to 1); false cancels
/// (Error::Code::Cancelled).
Result<Verification> verify(const Engine &engine, const std::function<bool(double)> &proceed);

} // namespace milepost
