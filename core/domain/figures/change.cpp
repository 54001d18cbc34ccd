// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/change.h"

#include "core/domain/figures/health.h"

namespace milepost {
namespace {

Turn turnTowards(double before, double after)
{
    if (before == after)
        return Turn::Same;
    return after > before ? Turn::Better : Turn::Worse;
}

} // namespace

Change changeBetween(double before, double after, const QString &unit)
{
    if (unit == u"%")
        return {(after - before) * 100, Change::In::PercentagePoints};
    return {after - before, Change::In::Unit};
}

Turn turnOf(double before, double after, Direction direction, const Bounds &band)
{
    switch (direction) {
    case Direction::Up:
        return turnTowards(before, after);
    case Direction::Down:
        return turnTowards(-before, -after);
    case Direction::Band:
        return band.isEmpty() ? Turn::Neither : turnTowards(-missedBy(before, band), -missedBy(after, band));
    case Direction::Neutral:
        return before == after ? Turn::Same : Turn::Neither;
    }
    Q_UNREACHABLE();
}

} // namespace milepost
