// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demo/demorandom.h"

#include <cmath>

namespace milepost {

double DemoRandom::uniform()
{
    constexpr double kRange = 4294967296.0; // 2^32
    return static_cast<double>(m_engine()) / kRange;
}

double DemoRandom::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double x = 0;
    double y = 0;
    double square = 0;
    do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    m_spare = y * factor;
    m_hasSpare = true;
    return x * factor;
}

int DemoRandom::below(int count)
{
    Q_ASSERT(count >= 1);
    return static_cast<int>(uniform() * count);
}

} // namespace milepost
