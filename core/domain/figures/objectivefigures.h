// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"

namespace milepost {

/// The figures of an objective from those of its key results, archived ones left out, where they are at hand
/// already.
ObjectiveFigures figuresOf(const WorkingSet &state, const Objective &objective,
                           const QList<KeyResultFigures> &keyResults, QDate day);

} // namespace milepost
