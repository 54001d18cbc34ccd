// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace milepost::bench {

/// Imports a CSV file as the window does, in a process of its own: reading and writing on other threads, an
/// event loop on the main one, whose longest pause is measured.
int runImport(const QString &profile, const QString &workspace, const QString &csv);

/// What such a process found.
struct ImportRun
{
    double milliseconds = 0;
    double mebibytes = 0;    ///< the most memory it had
    double longestPause = 0; ///< milliseconds in which the event loop did nothing else
};
ImportRun importApart(const QString &profile, const QString &workspace, const QString &csv);

} // namespace milepost::bench
