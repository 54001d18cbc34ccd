// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/demovalue.h"

#include <cmath>

namespace milepost {

double typedValue(double value, int digits)
{
    constexpr double kPowers[] = {1, 10, 100, 1000, 10000};
    const double power = kPowers[std::abs(digits)];
    const double result = digits >= 0 ? std::round(value * power) / power : std::round(value / power) * power;
    return result == 0 ? 0 : result; // never -0
}

} // namespace milepost
