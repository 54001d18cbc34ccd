// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/clockfault.h"

#include <QString>

namespace milepost {

/// What is wrong with the clock of this computer, and what to do; empty where nothing is.
QString sentence(const ClockFault &fault);

} // namespace milepost
