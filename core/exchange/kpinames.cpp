// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kpinames.h"

#include "core/exchange/numberconvention.h"

namespace milepost {

using namespace Qt::StringLiterals;

KpiNames::KpiNames(const CsvColumns &columns, const CsvMapping &mapping)
    : m_columns(columns)
    , m_mapping(mapping)
    , m_isUnitPercent(!columns.isRatio && mapping.unit == u"%"_s)
    , m_dependsOnName(!columns.isRatio && !mapping.unit && !mapping.percentKpis.isEmpty())
{
}

Result<std::size_t> KpiNames::seriesOf(const CsvFields &fields)
{
    if (!m_columns.series)
        return std::size_t{0};
    auto series = m_series.indexOf(fields[*m_columns.series]);
    if (!series && series.error().code == Error::Code::NameEmpty)
        return Error{Error::Code::ImportNoSeries,
                     {m_columns.headings[static_cast<qsizetype>(*m_columns.series)]}};
    return series;
}

std::size_t KpiNames::seriesCount() const
{
    return m_columns.series ? m_series.names().size() : 1;
}

const QString &KpiNames::heading(std::size_t value) const
{
    return m_columns.headings[static_cast<qsizetype>(m_columns.values[value])];
}

QString KpiNames::nameOf(std::size_t series, std::size_t value) const
{
    if (m_columns.series && m_columns.kpisPerRow() == 1)
        return m_series.names()[series];
    if (m_columns.series)
        return m_series.names()[series] + u", " + heading(value);
    if (!m_columns.name.isEmpty())
        return m_columns.name;
    return m_columns.isRatio ? QString(heading(0) + u" / " + heading(1)) : heading(value);
}

bool KpiNames::isPercent(std::size_t series, std::size_t value)
{
    return m_isUnitPercent || (m_dependsOnName && isAmongPercentKpis(series, value));
}

bool KpiNames::isAmongPercentKpis(std::size_t series, std::size_t value)
{
    m_percent.resize(seriesCount() * m_columns.kpisPerRow());
    char &known = m_percent[series * m_columns.kpisPerRow() + value];
    if (known == '\0')
        known = m_mapping.percentKpis.contains(nameOf(series, value)) ? 'y' : 'n';
    return known == 'y';
}

} // namespace milepost
