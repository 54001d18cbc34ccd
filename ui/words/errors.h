// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QString>

namespace milepost {

/// Where people are told, and so by which names they know what they gave: as the window calls it, or by the
/// options of the command line.
enum class Door { Window, CommandLine };

/// What went wrong, where, and what to do about it: one line for people, in the language of the program.
QString sentence(const Error &error, Door door = Door::Window);

} // namespace milepost
