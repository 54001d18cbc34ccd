// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvcolumns.h"

#include "core/domain/texts.h"
#include "core/exchange/numberconvention.h"
#include "core/exchange/seriesnames.h"

#include <algorithm>

namespace milepost {
namespace {

using namespace Qt::StringLiterals;

Error misfit(const QStringList &roles)
{
    return Error{Error::Code::ImportMapping, roles};
}

bool isEverything(const CsvMapping &mapping)
{
    return mapping.values == QStringList{u"*"_s};
}

Done checkOptions(const CsvMapping &mapping)
{
    const bool isRatio = !mapping.numerator.isEmpty() || !mapping.denominator.isEmpty();
    if (mapping.date.isEmpty())
        return misfit({u"date"_s});
    if (isRatio && !mapping.values.isEmpty())
        return misfit({u"value"_s, u"numerator"_s});
    if (isRatio && mapping.numerator.isEmpty())
        return misfit({u"numerator"_s});
    if (isRatio && mapping.denominator.isEmpty())
        return misfit({u"denominator"_s});
    if (!isRatio && mapping.values.isEmpty())
        return misfit({u"value"_s});
    if (!mapping.name.isEmpty() && !mapping.series.isEmpty())
        return misfit({u"name"_s, u"series"_s});
    if (isRatio && mapping.combine != Combine::None && mapping.combine != Combine::Sum)
        return Error{Error::Code::ImportCombine, {}};
    return {};
}

/// Finds columns by name.
class Lookup
{
public:
    explicit Lookup(const QStringList &headings) : m_headings(headings) {}

    Result<std::size_t> find(const QString &name) const
    {
        const QString wanted = asHeading(name);
        const QList<std::size_t> exact = matching(wanted, Qt::CaseSensitive);
        const QList<std::size_t> found = exact.isEmpty() ? matching(wanted, Qt::CaseInsensitive) : exact;
        if (found.size() > 1)
            return Error{Error::Code::ImportTwoKpis, {wanted}};
        if (found.isEmpty())
            return Error{Error::Code::ImportColumn, QStringList{name} + m_headings};
        return found.first();
    }

private:
    QList<std::size_t> matching(const QString &name, Qt::CaseSensitivity sensitivity) const
    {
        QList<std::size_t> found;
        for (qsizetype i = 0; i < m_headings.size(); ++i)
            if (m_headings[i].compare(name, sensitivity) == 0)
                found.append(static_cast<std::size_t>(i));
        return found;
    }

    const QStringList &m_headings;
};

Done resolveFilters(CsvColumns &columns, const Lookup &lookup, const QList<CsvFilter> &filters)
{
    for (const CsvFilter &filter : filters) {
        const auto column = lookup.find(filter.column);
        if (!column)
            return column.error();
        columns.filters.push_back({*column, filter.value.trimmed().toStdString()});
    }
    return {};
}

bool isTaken(const CsvColumns &columns, std::size_t column)
{
    return column == columns.date || column == columns.series || column == columns.note ||
           std::any_of(columns.filters.begin(), columns.filters.end(),
                       [column](const CsvColumns::Filter &filter) { return filter.column == column; });
}

/// All columns that have a heading and no other job.
QStringList everyValue(const CsvColumns &columns)
{
    QStringList names;
    for (qsizetype i = 0; i < columns.headings.size(); ++i)
        if (!columns.headings[i].isEmpty() && !isTaken(columns, static_cast<std::size_t>(i)))
            names.append(columns.headings[i]);
    return names;
}

Done resolveValues(CsvColumns &columns, const Lookup &lookup, const QStringList &names)
{
    for (const QString &name : names) {
        const auto column = lookup.find(name);
        if (!column)
            return column.error();
        const bool isTwice =
            std::find(columns.values.begin(), columns.values.end(), *column) != columns.values.end();
        if (isTwice && !columns.isRatio)
            return Error{Error::Code::ImportTwoKpis, {name}};
        columns.values.push_back(*column);
    }
    return {};
}

QStringList valueNames(const CsvColumns &columns, const CsvMapping &mapping)
{
    if (columns.isRatio)
        return {mapping.numerator, mapping.denominator};
    return isEverything(mapping) ? everyValue(columns) : mapping.values;
}

Done resolveName(CsvColumns &columns, const QString &name)
{
    if (name.isEmpty())
        return {};
    if (columns.kpisPerRow() > 1)
        return misfit({u"name"_s, u"value"_s});
    const auto clean = cleanName(name.trimmed());
    if (!clean)
        return clean.error();
    columns.name = *clean;
    return {};
}

Done checkValues(const CsvColumns &columns)
{
    if (columns.values.empty())
        return Error{Error::Code::ImportColumn, QStringList{u"*"_s} + columns.headings};
    for (const std::size_t column : columns.values)
        if (const auto name = cleanName(columns.headings[static_cast<qsizetype>(column)].trimmed()); !name)
            return name.error();
    return {};
}

} // namespace

bool CsvColumns::Filter::passes(const std::vector<std::string_view> &fields) const
{
    return column < fields.size() && trimmed(fields[column]) == value;
}

bool CsvColumns::passes(const std::vector<std::string_view> &fields) const
{
    return std::all_of(filters.begin(), filters.end(),
                       [&fields](const Filter &filter) { return filter.passes(fields); });
}

void CsvColumns::notePassed(const std::vector<std::string_view> &fields, std::vector<bool> &isPassed) const
{
    for (std::size_t i = 0; i < filters.size(); ++i)
        if (filters[i].passes(fields))
            isPassed[i] = true;
}

QStringList headingsOf(const std::vector<std::string_view> &fields)
{
    QStringList headings;
    for (const std::string_view field : fields)
        headings.append(asHeading(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()))));
    return headings;
}

Result<CsvColumns> resolveColumns(const QStringList &headings, const CsvMapping &mapping)
{
    if (const Done options = checkOptions(mapping); !options)
        return options.error();
    CsvColumns columns;
    columns.headings = headings;
    columns.isRatio = !mapping.numerator.isEmpty();
    const Lookup lookup(columns.headings);
    const auto date = lookup.find(mapping.date);
    if (!date)
        return date.error();
    columns.date = *date;
    if (!mapping.series.isEmpty()) {
        const auto series = lookup.find(mapping.series);
        if (!series)
            return series.error();
        columns.series = *series;
    }
    if (!mapping.note.isEmpty()) {
        const auto note = lookup.find(mapping.note);
        if (!note)
            return note.error();
        columns.note = *note;
    }
    if (const Done filters = resolveFilters(columns, lookup, mapping.filters); !filters)
        return filters.error();
    if (const Done values = resolveValues(columns, lookup, valueNames(columns, mapping)); !values)
        return values.error();
    if (const Done checked = checkValues(columns); !checked)
        return checked.error();
    if (const Done named = resolveName(columns, mapping.name); !named)
        return named.error();
    return columns;
}

} // namespace milepost
