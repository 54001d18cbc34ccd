// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QString>

namespace milepost {

/// What went wrong, where, and what to do about it: one line for people, in the language of the program.
QString sentence(const Error &error);

} // namespace milepost
