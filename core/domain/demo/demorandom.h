// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace milepost {

/// Chance that comes out the same on every machine: the standard fixes what std::mt19937 draws, but not what
/// its distributions make of it, so the transforms are ours.
class DemoRandom
{
public:
    explicit DemoRandom(quint32 seed) : m_engine(seed) {}

    double uniform();     ///< at least 0, below 1
    double normal();      ///< mean 0, deviation 1 (Marsaglia's polar method, 1964)
    int below(int count); ///< 0 to count - 1; \p count is at least 1
    bool happens(double chance) { return uniform() < chance; }

private:
    std::mt19937 m_engine;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace milepost
