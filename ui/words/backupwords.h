// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backup.h"

#include <QString>

namespace milepost {

/// Why a backup was made.
QString label(BackupReason reason);
/// Where it lies: on this machine, beside the workspace, or both.
QString placesOf(const Backup &backup);

} // namespace milepost
