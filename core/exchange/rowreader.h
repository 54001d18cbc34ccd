// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnsurvey.h"

#include <QHash>

namespace milepost {

/// The second pass over a file: rows become points and refusals in a batch.
class RowReader
{
public:
    RowReader(const CsvColumns &columns, const CsvMapping &mapping, const Conventions &conventions,
              ImportBatch &batch);

    void addRow(const CsvFields &fields, qint64 line);
    void addRagged(qsizetype found, qint64 line);
    /// Sorts and combines the points, tells duplicates and zero denominators, and names the KPIs.
    /// Errors: ImportTwoKpis.
    Done finish();

private:
    using Point = ImportBatch::Point;

    bool readValue(const CsvFields &fields, std::size_t series, std::size_t value);
    bool readRatio(const CsvFields &fields);
    bool readNote(const CsvFields &fields, qint32 &note);
    bool readNumber(std::string_view text, std::size_t value, bool isPercent, double &number);
    Error faultOf(std::string_view text, std::size_t value) const;
    bool mayCombine() const { return m_mapping.combine != Combine::None; }
    QString heading(std::size_t column) const;

    void refuse(qint64 line, Error reason);
    void refuseDuplicates();
    void refuseAll(std::vector<ImportBatch::Refused> &&refused);
    void sortRefused();
    Done nameKpis();
    void moveSeries(const std::vector<qint32> &place);

    const CsvColumns &m_columns;
    const CsvMapping &m_mapping;
    const Conventions &m_conventions;
    ImportBatch &m_batch;
    KpiNames m_names;
    QHash<QString, qint32> m_notes; ///< each text once, with its place in the batch
    std::vector<bool> m_isUsed;     ///< series that have a row that was not refused
    std::vector<Point> m_ofRow;     ///< the points of the row at hand
    qint64 m_gapsOfRow = 0;
    Error m_reason; ///< why the row at hand is refused
};

} // namespace milepost
