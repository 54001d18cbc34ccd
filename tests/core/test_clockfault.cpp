// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/clockfault.h"
#include "core/domain/idsource.h"
#include "tests/support/printing.h"

#include <QRandomGenerator>

using namespace milepost;

namespace {

using Kind = ClockFault::Kind;

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kNow = 1795345200000; // 2026-11-22 11:00 UTC

/// A look at a server whose clock is ahead by so much, which took a second.
ClockEvidence serverAhead(qint64 ms)
{
    return {ClockSample{kNow - 1000, kNow - 500 + ms, kNow}, true, kNow, kNow - kDay};
}

} // namespace

TEST_CASE("a clock that is off from the server's by five minutes or more is at fault", "[clocks]")
{
    CHECK(clockFaultOf(serverAhead(0)) == ClockFault());
    CHECK(clockFaultOf(serverAhead(4 * kMinute)) == ClockFault());
    CHECK(clockFaultOf(serverAhead(-4 * kMinute)) == ClockFault());
    CHECK(clockFaultOf(serverAhead(3 * kHour + 700)) == ClockFault{Kind::Behind, 3 * kHour});
    CHECK(clockFaultOf(serverAhead(-3 * kHour - 700)) == ClockFault{Kind::Ahead, 3 * kHour});
    CHECK(clockFaultOf(serverAhead(3653 * kDay + 700)) == ClockFault{Kind::Behind, 3653 * kDay});
}

TEST_CASE("a computer that slept, or whose clock was set, while it looked is not at fault for that",
          "[clocks]")
{
    ClockEvidence slept = serverAhead(0);
    slept.sample->after += 2 * kHour;
    CHECK(clockFaultOf(slept) == ClockFault());
    ClockEvidence set = serverAhead(0);
    set.sample->after -= 2 * kHour;
    CHECK(clockFaultOf(set) == ClockFault());
}

TEST_CASE("without a server the last entry tells of a clock that has lost its time", "[clocks]")
{
    // One's own disk goes by one's own clock, however wrong.
    ClockEvidence alone{ClockSample{kNow, kNow, kNow}, false, kNow, kNow - kDay};
    CHECK(clockFaultOf(alone) == ClockFault());
    alone.lastEntryAt = kNow + kDay - 1; // such as a day's of a company made for show
    CHECK(clockFaultOf(alone) == ClockFault());
    alone.lastEntryAt = kNow + 3653 * kDay;
    CHECK(clockFaultOf(alone) == ClockFault{Kind::Outlived, 3653 * kDay});

    // Where the server agrees it was the author's clock that was wrong.
    ClockEvidence shared = serverAhead(0);
    shared.lastEntryAt = kNow + 3653 * kDay;
    CHECK(clockFaultOf(shared) == ClockFault());
    CHECK(clockFaultOf({}) == ClockFault());
}

TEST_CASE("ids are as good under a clock that has lost its time, or is far ahead", "[clocks]")
{
    const qint64 clock = GENERATE(qint64{0}, qint64{-1}, kNow, kNow + kDay * 365 * 100);
    QRandomGenerator random(7);
    const qint64 one = IdSource::atClock(clock, random).nextValue();
    const qint64 other = IdSource::atClock(clock, random).nextValue();

    CHECK(one > 0);
    CHECK(other > 0);
    CHECK(qAbs(one - other) > 4096); // what a decision may use
}
