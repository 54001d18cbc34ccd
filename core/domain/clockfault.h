// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace milepost {

/// One look at the clock of whoever keeps the folder of a file, by the time that it gave to something written
/// there. All in UTC milliseconds; without sense if the own clock was set meanwhile (before > after).
struct ClockSample
{
    qint64 before = 0; ///< by the own clock, just before it was written
    qint64 there = 0;  ///< the time that it was given
    qint64 after = 0;  ///< by the own clock, when that was known
    friend bool operator==(const ClockSample &, const ClockSample &) = default;
};

/// What is wrong with the clock of this computer, if anything is. What is written under it is dated wrongly;
/// the order of entries does not follow it.
struct ClockFault
{
    enum class Kind {
        None,
        Behind,   ///< the clock of the folder's server
        Ahead,    ///< of it
        Outlived, ///< the last entry is yet to come by it: this clock was wrong, or that of its author
    };

    Kind kind = Kind::None;
    qint64 byMs = 0; ///< by how much, in whole minutes, so that it does not change all the time

    bool isThere() const { return kind != Kind::None; }
    friend bool operator==(const ClockFault &, const ClockFault &) = default;
};

/// What is known of clocks at one moment. All in UTC milliseconds.
struct ClockEvidence
{
    std::optional<ClockSample> sample = {};
    bool isOtherClock = false; ///< the sample is of another machine's, not of one's own
    qint64 now = 0;            ///< by the own clock
    qint64 lastEntryAt = 0;    ///< by the clock of its author; 0: there is none
};

/// Judges the own clock: by the server's where there is one, from five minutes on; else by the last entry of
/// the journal, from a day on.
ClockFault clockFaultOf(const ClockEvidence &evidence);

} // namespace milepost
