// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

#include <QDateTime>
#include <QTimeZone>

namespace milepost {

/// The time zone of the workspace; UTC where this machine does not know it.
inline QTimeZone zoneOf(const WorkingSet &state)
{
    const QTimeZone zone(state.workspace().timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// An instant as the clocks of the workspace show it.
inline QDateTime localTime(const WorkingSet &state, qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, zoneOf(state));
}

} // namespace milepost
