// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

namespace milepost {

class Engine;

/// What belongs to taking a step of the schema besides the step itself.
namespace upgrading {

/// Puts a sound copy of the file as it is beside it: "team.before-2.milepost", before the step to version 2.
/// What copySound() answers.
Done backUp(const Engine &engine, int version);

} // namespace upgrading

} // namespace milepost
