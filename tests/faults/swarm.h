// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace milepost::faults {

/// How many writers, of how many writes each, are killed how often, while how many readers look.
struct SwarmSize
{
    int writers = 50;
    int writes = 200;
    int kills = 2000;
    int readers = 10;
    unsigned seed = 1;
};

/// Runs it and tells what came of it; false if anything was lost, doubled or seen wrong.
bool runSwarm(const SwarmSize &size);

enum class Telling { Numbers, Longest };
/// Which writes a writer makes.
struct Numbers
{
    int writer = 1;
    int first = 1;
    int last = 1;
};
/// One process of it: writes, and tells the number of each that is committed in a line; at the end, if it
/// shall, how long the longest took. \p profile: a folder of its own, on this machine.
int runWriter(const QString &path, const QString &profile, Numbers numbers,
              Telling telling = Telling::Numbers);
/// One process of it: looks until it is killed, and ends only when it has seen what must not be.
int runReader(const QString &path);
/// Tells whether the file holds so many writes, everything fits, and nothing is missing in the sum.
int runCheck(const QString &path, qint64 writes);

} // namespace milepost::faults
