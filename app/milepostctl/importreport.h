// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/milepostctl/outcome.h"
#include "core/domain/acts/importing.h"

namespace milepost::ctl {

/// What an import did, or would do: counts of values, refused rows, and how the columns were read. \p seq is
/// that of its entry, 0 if there is none.
Outcome importReport(const ImportBatch &batch, const ImportSummary &summary, qint64 seq);
/// The same, and why nothing was written. Where no row was refused, the whole was: then `refused` holds the
/// reason, without a line.
Outcome refusedImport(const ImportBatch &batch, const ImportSummary &summary, const Error &error);
/// The same for a file that could not be read: with the line, where the reason is about one.
Outcome refusedFile(const QString &board, const Error &error);

} // namespace milepost::ctl
