// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

/// A file is made under a temporary name beside its own, and gets its own when it is complete: whoever finds
/// it there finds all of it, also after a crash. What a killed program leaves hinders nobody, since no two
/// such names are the same.
namespace milepost::placing {

QString temporaryNameFor(const QString &path);
/// Syncs \p temporary and gives it its name. FileExists if that is taken by now; FileUnwritable. The
/// temporary is then still there.
Done putInPlace(const QString &temporary, const QString &path);
/// Removes a temporary and what SQLite may have left beside it.
void discard(const QString &temporary);

} // namespace milepost::placing
