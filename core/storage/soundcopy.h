// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

namespace milepost {

class Engine;

/// WorkspaceUnsound if the file does not verify.
Done checkSound(const Engine &engine);

/// Writes a compact copy to \p temporary, unchecked, whose errors are told of \p path. WorkspaceUnsound if it
/// cannot be read, FileUnwritable, DiskFull.
Done copyUnchecked(const Engine &engine, const QString &temporary, const QString &path);

/// Writes a compact copy to \p path, which appears there when it is complete and has been verified like a
/// workspace. FileExists, FileUnwritable, DiskFull, each with \p path; WorkspaceUnsound if it does not
/// verify. A failure leaves nothing behind.
Done copySound(const Engine &engine, const QString &path);

} // namespace milepost
