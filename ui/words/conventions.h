// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"

namespace milepost {

/// How a column was read, by its example: "“03/04/2026” in column “Day” is read as 2026-04-03 (the day
/// first)". "" where the column has no example.
QString sentence(const ImportConvention &convention);

/// The same for where column and example stand beside it: "Tuesday, 13 October 2026, the day first",
/// "1234.5". "" where the column has no example.
QString reading(const ImportConvention &convention);

} // namespace milepost
