// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/dateconvention.h"
#include "core/exchange/kpinames.h"
#include "core/exchange/numberconvention.h"

#include <string>

namespace milepost {

/// How the columns that matter are read.
struct Conventions
{
    DateConvention dates = {};
    std::vector<NumberConvention> numbers = {}; ///< as CsvColumns::values
};

/// The first pass over a file: looks at every value before any is read, since "1,234" and 03/04/2026 mean
/// nothing by themselves.
class ColumnSurvey
{
public:
    ColumnSurvey(const CsvColumns &columns, const CsvMapping &mapping, char separator);

    void addRow(const CsvFields &fields, qint64 line);

    qint64 rows() const { return m_rows; } ///< that passed the filters
    /// At most how many points there will be.
    std::size_t points() const;
    /// Errors: ImportDateOrder, ImportMapping for a date format that makes no sense.
    Result<Conventions> conventions() const;
    /// The same for people, with an example of each column.
    QList<ImportConvention> described(const Conventions &conventions) const;

private:
    Result<DateConvention> dates() const;
    Error orderUnknown() const;
    NumberConvention numbers(std::size_t value, DecimalMark fallback) const;
    std::optional<DecimalMark> chosenMark(std::size_t value) const;
    DecimalMark fallback() const;

    const CsvColumns &m_columns;
    const CsvMapping &m_mapping;
    char m_separator;
    KpiNames m_names;
    qint64 m_rows = 0;
    DateEvidence m_dates;
    std::vector<NumberEvidence> m_numbers;
    std::string m_dateSample;
    std::vector<std::string> m_samples;
};

/// The example of a convention.
ImportConvention describeDates(const QString &column, const std::string &sample,
                               const DateConvention &convention);
ImportConvention describeNumbers(const QString &column, const std::string &sample,
                                 const NumberConvention &convention);

/// Text of a file for a message, which is one line: the beginning of a long one, without control characters.
QString shortened(std::string_view text);

} // namespace milepost
