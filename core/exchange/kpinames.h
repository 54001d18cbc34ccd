// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvcolumns.h"
#include "core/exchange/csvtable.h"
#include "core/exchange/seriesnames.h"

namespace milepost {

/// Which KPIs the rows of a file are about. A KPI is a series (one without a name if there is no series
/// column) and one of the value columns.
class KpiNames
{
public:
    KpiNames(const CsvColumns &columns, const CsvMapping &mapping);

    /// Errors: ImportNoSeries, NameControl.
    Result<std::size_t> seriesOf(const CsvFields &fields);
    std::size_t seriesCount() const;
    /// "SERIES", "HEADING", "SERIES, HEADING", "NUMERATOR / DENOMINATOR" or the name that was given.
    QString nameOf(std::size_t series, std::size_t value) const;
    /// Whether isPercent() can differ between series; if not, it may be asked with any.
    bool dependsOnName() const { return m_dependsOnName; }
    /// Whether bare numbers for this KPI may be percent. Never for ratios.
    bool isPercent(std::size_t series, std::size_t value);

private:
    const QString &heading(std::size_t value) const;
    bool isAmongPercentKpis(std::size_t series, std::size_t value);

    const CsvColumns &m_columns;
    const CsvMapping &m_mapping;
    bool m_isUnitPercent;
    bool m_dependsOnName;
    SeriesNames m_series;
    std::vector<char> m_percent; ///< what isPercent() found: 0 not yet, else 'y' or 'n'
};

} // namespace milepost
