// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/figures/grade.h"

#include "core/domain/figures/bounds.h"

namespace milepost {

std::optional<double> proposedGrade(const std::optional<double> &progress)
{
    if (!progress)
        return std::nullopt;
    return std::round(std::clamp(*progress, 0.0, 1.0) * 10 + kNoise) / 10;
}

bool isSuccess(double grade, ObjectiveKind kind)
{
    return isAtLeast(grade, kind == ObjectiveKind::Committed ? 1.0 : 0.7);
}

} // namespace milepost
