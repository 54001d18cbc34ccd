// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cell.h"
#include "core/domain/rawrow.h"
#include "core/domain/result.h"

#include <functional>

namespace milepost {

class Engine;

/// Every table as it lies in the file, the journal included: what an export holds and a restore brings back.
namespace rawtables {

Done readAll(const Engine &engine, const std::function<bool(const RawRow &)> &take);

/// Makes a workspace at \p path of rows; \p next answers nothing at the end. RestoreUnfit if a row fits no
/// table, or the result does not verify. A failure leaves nothing behind.
Done restore(const QString &path, const std::function<Result<std::optional<RawRow>>()> &next);

} // namespace rawtables

} // namespace milepost
