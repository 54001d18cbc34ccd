// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace milepost {

/// Makes a new workspace at \p path of the export \p source (see jsonexport.h). It is read as it comes, never
/// held whole. RestoreMalformed says where it is no such export, RestoreUnfit which row does not fit the
/// journal; FileExists for the workspace, SourceMissing, FileIsDirectory, FileUnreadable and FileEmpty for
/// the source.
Done restoreJson(Session &session, const QString &source, const QString &path);

} // namespace milepost
