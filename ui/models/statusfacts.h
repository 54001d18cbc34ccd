// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/boardfigures.h"
#include "ui/models/roles.h"

namespace milepost {

/// How a status is toned. Done is good; no data is neutral, because nothing is known.
inline Tone toneOf(Status status)
{
    switch (status) {
    case Status::NoData:
        return Tone::Neutral;
    case Status::Behind:
        return Tone::Attention;
    case Status::AtRisk:
        return Tone::Bad;
    case Status::OnTrack:
    case Status::Done:
        return Tone::Good;
    }
    Q_UNREACHABLE();
}

inline Sign signOf(Status status)
{
    switch (status) {
    case Status::NoData:
        return Sign::Dash;
    case Status::Behind:
        return Sign::Exclamation;
    case Status::AtRisk:
        return Sign::Triangle;
    case Status::OnTrack:
    case Status::Done:
        return Sign::Check;
    }
    Q_UNREACHABLE();
}

/// Stale asks for attention: someone has to type a value. No target is not healthy, and not bad either.
inline Tone toneOf(Health health)
{
    switch (health) {
    case Health::NoData:
    case Health::NoTarget:
        return Tone::Neutral;
    case Health::Stale:
    case Health::Amber:
        return Tone::Attention;
    case Health::Good:
        return Tone::Good;
    case Health::Bad:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

inline Sign signOf(Health health)
{
    switch (health) {
    case Health::NoData:
        return Sign::Dash;
    case Health::NoTarget:
        return Sign::Circle;
    case Health::Stale:
        return Sign::Clock;
    case Health::Good:
        return Sign::Check;
    case Health::Amber:
        return Sign::Exclamation;
    case Health::Bad:
        return Sign::Triangle;
    }
    Q_UNREACHABLE();
}

/// What needs someone first comes first: bad, attention, good, and last what nothing is known of. Where the
/// words differ, so do the numbers.
inline int standingOf(Status status)
{
    switch (status) {
    case Status::AtRisk:
        return 1;
    case Status::Behind:
        return 3;
    case Status::OnTrack:
        return 6;
    case Status::Done:
        return 8;
    case Status::NoData:
        return 10;
    }
    Q_UNREACHABLE();
}

inline int standingOf(Health health)
{
    switch (health) {
    case Health::Bad:
        return 2;
    case Health::Amber:
        return 4;
    case Health::Stale:
        return 5;
    case Health::Good:
        return 7;
    case Health::NoTarget:
        return 9;
    case Health::NoData:
        return 10; // the same words as of a status
    }
    Q_UNREACHABLE();
}

} // namespace milepost
