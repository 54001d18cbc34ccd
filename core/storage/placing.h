// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QFileDevice>

/// A file is made under a temporary name beside its own, and gets its own when it is complete: whoever finds
/// it there finds all of it, also after a crash. What a killed program leaves hinders nobody, since no two
/// such names are the same.
namespace milepost::placing {

QString temporaryNameFor(const QString &path);
/// Syncs \p temporary and gives it its name. FileExists if that is taken by now; FileUnwritable. The
/// temporary is then still there.
Done putInPlace(const QString &temporary, const QString &path);
/// Copies a file that nobody has open, and has the copy read back before it appears at \p path. FileExists,
/// FileUnreadable (\p source), FileUnwritable, DiskFull (\p path). A failure leaves nothing behind.
Done copyFile(const QString &source, const QString &path, QFileDevice::Permissions permissions);
/// Removes a temporary and what SQLite may have left beside it.
void discard(const QString &temporary);

} // namespace milepost::placing
