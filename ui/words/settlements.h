// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/keptwrite.h"

#include <QString>

namespace milepost {

/// What became of the changes that were under way when the program last ended, a line for each.
QString textOf(const QList<Settlement> &settlements);

} // namespace milepost
