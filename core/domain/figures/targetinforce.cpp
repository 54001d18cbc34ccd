// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/targetinforce.h"

#include <tuple>

namespace milepost {
namespace {

bool isSupersededBy(const Target &target, const Target &other)
{
    const auto rank = [](const Target &one) {
        return std::tuple(one.validFrom.isValid(), one.validFrom.toJulianDay(), one.position, one.id);
    };
    return rank(target) < rank(other);
}

} // namespace

const Target *targetInForce(const QList<const Target *> &targets, QDate day)
{
    const Target *latest = nullptr;
    for (const Target *target : targets) {
        const bool hasBegun = !target->validFrom.isValid() || target->validFrom <= day;
        if (hasBegun && (!latest || isSupersededBy(*latest, *target)))
            latest = target;
    }
    return latest;
}

Bounds boundsOf(const Target *target, Direction direction)
{
    if (!target)
        return {};
    switch (direction) {
    case Direction::Up:
        return {target->value, std::nullopt};
    case Direction::Down:
        return {std::nullopt, target->value};
    case Direction::Band:
        return {target->low, target->high};
    case Direction::Neutral:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace milepost
