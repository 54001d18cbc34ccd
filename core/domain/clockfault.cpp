// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/clockfault.h"

namespace milepost {
namespace {

using Kind = ClockFault::Kind;

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kToleranceMs = 5 * kMinuteMs;
constexpr qint64 kDayMs = kMinuteMs * 60 * 24;

// The computer may have slept between the two own times: only beyond both is it off.
ClockFault faultBy(const ClockSample &sample)
{
    if (sample.there - sample.after >= kToleranceMs)
        return {Kind::Behind, sample.there - sample.after};
    if (sample.before - sample.there >= kToleranceMs)
        return {Kind::Ahead, sample.before - sample.there};
    return {};
}

ClockFault inMinutes(const ClockFault &fault)
{
    return {fault.kind, fault.byMs - fault.byMs % kMinuteMs};
}

} // namespace

ClockFault clockFaultOf(const ClockEvidence &evidence)
{
    const bool hasSample = evidence.sample && evidence.sample->before <= evidence.sample->after;
    if (hasSample && evidence.isOtherClock)
        return inMinutes(faultBy(*evidence.sample));
    const qint64 outlived = evidence.lastEntryAt - evidence.now;
    if (evidence.lastEntryAt > 0 && outlived >= kDayMs)
        return inMinutes({Kind::Outlived, outlived});
    return {};
}

} // namespace milepost
