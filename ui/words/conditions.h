// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"

#include <QString>

namespace milepost {

/// Why the file can not be had as it should, and what to do; empty where it can.
QString sentence(const Condition &condition);
/// The same in a word or two, for a place without room; empty where all is well.
QString label(const Condition &condition);

} // namespace milepost
