// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/choices.h"

#include <optional>

namespace milepost {

/// The grade to propose at closing: progress in tenths, 0.0 to 1.0; a person sets it (NUMBERS, after Google's
/// OKR playbook). Nothing is proposed without data.
std::optional<double> proposedGrade(const std::optional<double> &progress);

/// Whether \p grade is a success: 1.0 is expected of a committed objective, 0.7 of an aspirational one.
bool isSuccess(double grade, ObjectiveKind kind);

} // namespace milepost
