// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/exchange/csvmapping.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/textencoding.h"

#include <QStringList>

#include <functional>
#include <limits>

namespace milepost {

using CsvFields = std::vector<std::string_view>;

/// A CSV text with a heading: the frame that every pass over its rows shares. The bytes must outlive it.
class CsvTable
{
public:
    struct Visitor
    {
        std::function<void(const CsvFields &fields, qint64 line)> row = {};
        /// A row that has not as many fields as the heading.
        std::function<void(qsizetype found, qint64 line)> ragged = {};
        ImportProgress progress = {};                     ///< may be empty
        qint64 most = std::numeric_limits<qint64>::max(); ///< records to look at
    };

    /// Errors: as decodeText(), FileEmpty, ImportNoHeading, ImportQuote.
    static Result<CsvTable> open(QByteArrayView bytes, const QString &file);

    const QStringList &headings() const { return m_headings; }
    const CsvDialect &dialect() const { return m_dialect; }
    TextEncoding encoding() const { return m_text.encoding; }

    /// Visits the rows in order. Empty fields beyond the heading are cut off, and rows without any text are
    /// left out, as spreadsheets write both. Errors: ImportQuote, Cancelled.
    Done eachRow(const Visitor &visitor) const;

private:
    CsvTable() = default;

    DecodedText m_text;
    CsvDialect m_dialect;
    QStringList m_headings;
};

} // namespace milepost
