// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importbatch.h"
#include "core/domain/result.h"
#include "core/exchange/textencoding.h"

#include <QStringList>

#include <optional>

namespace milepost {

enum class ColumnKind { Blank, Date, Number, Text };

/// What a column seems to hold, from the first rows. The import decides anew, on the whole column.
struct CsvColumnGuess
{
    ColumnKind kind = ColumnKind::Blank;
    ImportConvention convention = {};
    bool isOrderUnknown = false; ///< dates in which day and month cannot be told apart so far
};

/// A file before anybody has said what its columns mean, for a dialog.
struct CsvPreview
{
    QStringList headings = {};
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = ',';
    QList<QStringList> rows = {};       ///< the first ones
    QList<CsvColumnGuess> columns = {}; ///< as `headings`
    /// The first column of texts that tells rows of one date apart; none if no date comes twice.
    std::optional<qsizetype> series = {};
};

/// Errors: those of the file and of its text; see readCsv().
Result<CsvPreview> previewCsv(const QString &path, qsizetype rows = 20);
Result<CsvPreview> previewCsv(QByteArrayView bytes, const QString &source, qsizetype rows = 20);

} // namespace milepost
