// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/period.h"

#include <optional>

namespace milepost {

/// Whether a value is overdue on \p day: the last complete period of the cadence has none, nor has the
/// running one (milepostctl(1)). \p latest is any day in the latest period that has a value, none if there
/// never was one.
bool isOverdue(const std::optional<QDate> &latest, Cadence cadence, QDate day);

/// The same for something that is only watched from \p span's first day to its last: nothing is due of a
/// period that was over before, nor once it has ended.
bool isOverdueWithin(const Period &span, const std::optional<QDate> &latest, Cadence cadence, QDate day);

} // namespace milepost
