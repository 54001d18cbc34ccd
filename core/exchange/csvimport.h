// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"
#include "core/domain/result.h"
#include "core/exchange/csvmapping.h"

#include <QByteArrayView>

namespace milepost {

/// Reads a CSV file into what it says about KPIs. Nothing is compared or written; rows that cannot be read
/// are in the batch as refused. Twice over the file: once for the conventions of its columns, once for the
/// values. Errors: those of the file (missing, a directory, unreadable, too large, empty), of its text
/// (TextControl, ImportEncoding, ImportQuote, ImportNoHeading), of the mapping (ImportMapping, ImportColumn,
/// ImportTwoKpis, ImportCombine, NameControl), ImportDateOrder, ImportEmpty for a heading without rows (file)
/// and for filters that no row passes (file, value, column; or file, filters if only all of them together are
/// too much), Cancelled.
Result<ImportBatch> readCsv(const QString &path, const CsvMapping &mapping,
                            const ImportProgress &progress = {});

/// The same for bytes; `source` is the name of the file they came from.
Result<ImportBatch> readCsv(QByteArrayView bytes, const QString &source, const CsvMapping &mapping,
                            const ImportProgress &progress = {});

} // namespace milepost
