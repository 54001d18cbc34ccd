// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rowreader.h"

#include "core/domain/texts.h"
#include "core/exchange/pointmerge.h"

#include <QSet>

#include <algorithm>

namespace milepost {
namespace {

bool isEarlier(const ImportBatch::Refused &left, const ImportBatch::Refused &right)
{
    return left.line < right.line;
}

void dropLines(std::vector<ImportBatch::Point> &points, const std::vector<qint32> &lines)
{
    std::erase_if(points, [&lines](const ImportBatch::Point &point) {
        return std::binary_search(lines.begin(), lines.end(), point.line);
    });
}

} // namespace

RowReader::RowReader(const CsvColumns &columns, const CsvMapping &mapping, const Conventions &conventions,
                     ImportBatch &batch)
    : m_columns(columns)
    , m_mapping(mapping)
    , m_conventions(conventions)
    , m_batch(batch)
    , m_names(columns, mapping)
{
}

QString RowReader::heading(std::size_t column) const
{
    return m_columns.headings[static_cast<qsizetype>(column)];
}

void RowReader::refuse(qint64 line, Error reason)
{
    ++m_batch.refusedRows;
    if (m_batch.refused.size() < ImportBatch::kMaxRefused)
        m_batch.refused.append({line, std::move(reason)});
}

void RowReader::addRagged(qsizetype found, qint64 line)
{
    ++m_batch.rows;
    refuse(line, Error{Error::Code::ImportRagged,
                       {QString::number(found), QString::number(m_columns.headings.size())}});
}

void RowReader::addRow(const CsvFields &fields, qint64 line)
{
    ++m_batch.rows;
    const std::string_view date = fields[m_columns.date];
    const auto day = m_conventions.dates.read(date);
    if (!day)
        return refuse(line, Error{Error::Code::ImportDate, {shortened(date), heading(m_columns.date)}});
    const auto series = m_names.seriesOf(fields);
    if (!series)
        return refuse(line, series.error());
    m_ofRow.clear();
    m_gapsOfRow = 0;
    for (std::size_t value = 0; value < m_columns.kpisPerRow(); ++value)
        if (!(m_columns.isRatio ? readRatio(fields) : readValue(fields, *series, value)))
            return refuse(line, m_reason);
    qint32 note = 0;
    if (!readNote(fields, note))
        return refuse(line, m_reason);

    for (Point &point : m_ofRow) {
        point.series += static_cast<qint32>(*series * m_columns.kpisPerRow());
        point.line = static_cast<qint32>(line);
        point.day = static_cast<qint32>(*day);
        point.note = note;
        m_batch.points.push_back(point);
    }
    m_batch.gaps += m_gapsOfRow;
    if (m_isUsed.size() <= *series)
        m_isUsed.resize(*series + 1);
    m_isUsed[*series] = true;
}

bool RowReader::readNumber(std::string_view text, std::size_t value, bool isPercent, double &number)
{
    const auto read = m_conventions.numbers[value].read(text, isPercent);
    if (!read)
        m_reason = faultOf(text, value);
    number = read.value_or(0);
    return read.has_value();
}

bool RowReader::readNote(const CsvFields &fields, qint32 &note)
{
    const std::string_view bytes = m_columns.note ? trimmed(fields[*m_columns.note]) : std::string_view();
    if (bytes.empty() || m_ofRow.empty())
        return true;
    const Result<QString> text =
        cleanText(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (!text) {
        m_reason = text.error();
        return false;
    }
    const auto known = m_notes.constFind(*text);
    note = known != m_notes.constEnd() ? *known : static_cast<qint32>(m_batch.notes.size());
    if (known == m_notes.constEnd()) {
        m_batch.notes.push_back(*text);
        m_notes.insert(*text, note);
    }
    return true;
}

Error RowReader::faultOf(std::string_view text, std::size_t value) const
{
    const auto fault = m_conventions.numbers[value].fault(text);
    if (fault == Error::Code::NumberTooLarge)
        return {Error::Code::NumberTooLarge, {shortened(text)}};
    if (fault == Error::Code::NumberTooSmall)
        return {Error::Code::NumberTooSmall, {shortened(text)}};
    return {Error::Code::ImportNumber, {shortened(text), heading(m_columns.values[value])}};
}

bool RowReader::readValue(const CsvFields &fields, std::size_t series, std::size_t value)
{
    const std::string_view text = trimmed(fields[m_columns.values[value]]);
    if (text.empty()) {
        ++m_gapsOfRow;
        return true;
    }
    Point &point = m_ofRow.emplace_back();
    point.series = static_cast<qint32>(value);
    return readNumber(text, value, m_names.isPercent(series, value), point.value);
}

bool RowReader::readRatio(const CsvFields &fields)
{
    const std::string_view numerator = trimmed(fields[m_columns.values[0]]);
    const std::string_view denominator = trimmed(fields[m_columns.values[1]]);
    if (numerator.empty() && denominator.empty()) {
        ++m_gapsOfRow;
        return true;
    }
    if (numerator.empty() || denominator.empty()) {
        m_reason =
            Error{Error::Code::ImportHalfRatio, {heading(m_columns.values[numerator.empty() ? 0 : 1])}};
        return false;
    }
    Point &point = m_ofRow.emplace_back();
    return readNumber(numerator, 0, false, point.numerator) &&
           readNumber(denominator, 1, false, point.denominator);
}

Done RowReader::finish()
{
    sortPoints(m_batch.points);
    if (mayCombine())
        refuseAll(combinePoints(m_batch.points, m_mapping.combine, m_columns.isRatio));
    else
        refuseDuplicates();
    if (m_columns.isRatio) {
        takeZeroDenominators(m_batch);
        refuseAll(takeUnfitRatios(m_batch.points));
    }
    sortRefused();
    return nameKpis();
}

/// A row is refused once and whole, even if it has values of several KPIs.
void RowReader::refuseDuplicates()
{
    std::vector<DuplicateRow> duplicates = takeDuplicates(m_batch.points);
    std::sort(duplicates.begin(), duplicates.end(), [](const DuplicateRow &left, const DuplicateRow &right) {
        return std::pair(left.line, left.series) < std::pair(right.line, right.series);
    });
    std::vector<qint32> lines;
    for (const DuplicateRow &row : duplicates) {
        if (!lines.empty() && lines.back() == row.line)
            continue;
        lines.push_back(row.line);
        const std::size_t perRow = m_columns.kpisPerRow();
        const auto kpi = static_cast<std::size_t>(row.series);
        refuse(row.line,
               Error{Error::Code::ImportDuplicate,
                     {m_names.nameOf(kpi / perRow, kpi % perRow),
                      QDate::fromJulianDay(row.day).toString(Qt::ISODate), QString::number(row.firstLine)}});
    }
    if (m_columns.kpisPerRow() > 1 && !lines.empty())
        dropLines(m_batch.points, lines);
}

void RowReader::refuseAll(std::vector<ImportBatch::Refused> &&refused)
{
    for (ImportBatch::Refused &row : refused)
        refuse(row.line, std::move(row.reason));
}

void RowReader::sortRefused()
{
    std::stable_sort(m_batch.refused.begin(), m_batch.refused.end(), isEarlier);
}

/// Leaves out series of which every row was refused; there is nothing to make a KPI of.
Done RowReader::nameKpis()
{
    const std::size_t perRow = m_columns.kpisPerRow();
    std::vector<qint32> place(m_isUsed.size() * perRow, -1);
    QSet<QString> names;
    for (std::size_t kpi = 0; kpi < place.size(); ++kpi) {
        if (!m_isUsed[kpi / perRow])
            continue;
        const QString name = m_names.nameOf(kpi / perRow, kpi % perRow);
        if (names.contains(name))
            return Error{Error::Code::ImportTwoKpis, {name}};
        names.insert(name);
        place[kpi] = static_cast<qint32>(m_batch.series.size());
        m_batch.series.push_back(name);
    }
    if (m_batch.series.size() < place.size())
        moveSeries(place);
    return {};
}

void RowReader::moveSeries(const std::vector<qint32> &place)
{
    for (Point &point : m_batch.points)
        point.series = place[static_cast<std::size_t>(point.series)];
    const std::vector<bool> noted = std::exchange(m_batch.isNoted, std::vector<bool>(m_batch.series.size()));
    for (std::size_t kpi = 0; kpi < noted.size(); ++kpi)
        if (noted[kpi])
            m_batch.isNoted[static_cast<std::size_t>(place[kpi])] = true;
}

} // namespace milepost
