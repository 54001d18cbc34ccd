// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace milepost {

/// \p value as a person would type it: with so many decimals (0 to 4), or, where \p digits is negative (to
/// -4), in tens, hundreds…
double typedValue(double value, int digits);

} // namespace milepost
