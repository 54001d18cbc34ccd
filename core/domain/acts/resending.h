// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keptwrite.h"
#include "core/domain/situation.h"

namespace milepost {

/// What has to be kept of \p draft to send it again: its edits, and which rows it removes as they stood in
/// \p state. Without edits if they come in parts, or are too many to be kept.
KeptWrite keptOf(const Draft &draft, const WorkingSet &state);

/// The same write on rows as they stand later, if nobody has changed those that it changes, its author still
/// has the right to it, and it fits what is there. TouchedSince, ValueExists, and what checkCompensation()
/// answers.
Result<Draft> resend(Situation &in, const KeptWrite &kept);

/// The KPIs whose measurements resend() has to see.
QList<KpiId> seriesNeededBy(const KeptWrite &kept);

} // namespace milepost
