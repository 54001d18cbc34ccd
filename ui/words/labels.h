// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"
#include "core/domain/records/choices.h"

#include <QString>

namespace milepost {

// What people read for each choice, as it stands in a cell or a list; WordTable has what files and scripts
// say.

QString label(Status status);
QString label(Health health);
QString label(Visibility visibility);
QString label(Role role);
QString label(ObjectiveKind kind);
QString label(KeyResultKind kind);
QString label(Cadence cadence);
QString label(Direction direction);
QString label(Aggregate aggregate);
QString label(Nature nature); ///< empty where it is unsaid
QString label(Timing timing); ///< empty where it is unsaid

} // namespace milepost
