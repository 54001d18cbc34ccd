// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvtable.h"

#include "core/exchange/csvcolumns.h"
#include "core/exchange/numberconvention.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr qint64 kRowsBetweenReports = 8192;

bool isBlank(const CsvFields &fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [](std::string_view field) { return trimmed(field).empty(); });
}

/// How many fields there are up to the last one that says something, but no fewer than `least`.
std::size_t fieldsInUse(const CsvFields &fields, std::size_t least)
{
    std::size_t count = fields.size();
    while (count > least && trimmed(fields[count - 1]).empty())
        --count;
    return count;
}

Error openQuote(const CsvReader &reader)
{
    return Error{Error::Code::ImportQuote, {QString::number(reader.line())}};
}

void visit(const CsvReader &reader, std::size_t headings, const CsvTable::Visitor &visitor)
{
    const CsvFields &fields = reader.fields();
    if (isBlank(fields))
        return;
    const std::size_t found = fieldsInUse(fields, headings);
    if (found == headings)
        visitor.row(fields, reader.line());
    else if (visitor.ragged)
        visitor.ragged(static_cast<qsizetype>(found), reader.line());
}

} // namespace

Result<CsvTable> CsvTable::open(QByteArrayView bytes, const QString &file)
{
    auto text = decodeText(bytes, file);
    if (!text)
        return text.error();
    while (text->utf8.endsWith('\x1A')) // Ctrl-Z, by which DOS knew the end of a text
        text->utf8.chop(1);
    if (text->utf8.isEmpty())
        return Error{Error::Code::FileEmpty, {file}};
    CsvTable table;
    table.m_text = *std::move(text);
    table.m_dialect = detectDialect(table.m_text.utf8);
    CsvReader reader(table.m_text.utf8, table.m_dialect);
    const CsvReader::Step step = reader.next();
    if (step == CsvReader::Step::OpenQuote)
        return openQuote(reader);
    if (step == CsvReader::Step::End || isBlank(reader.fields()))
        return Error{Error::Code::ImportNoHeading, {file}};
    table.m_headings = headingsOf(reader.fields());
    while (table.m_headings.last().isEmpty())
        table.m_headings.removeLast();
    return table;
}

Done CsvTable::eachRow(const Visitor &visitor) const
{
    CsvReader reader(m_text.utf8, m_dialect);
    CsvReader::Step step = reader.next(); // the heading
    const auto headings = static_cast<std::size_t>(m_headings.size());
    for (qint64 rows = 1; rows <= visitor.most && (step = reader.next()) == CsvReader::Step::Row; ++rows) {
        visit(reader, headings, visitor);
        if (rows % kRowsBetweenReports != 0 || !visitor.progress)
            continue;
        const double part = static_cast<double>(reader.position()) / static_cast<double>(m_text.utf8.size());
        if (visitor.progress(part) == Proceed::Cancel)
            return Error{Error::Code::Cancelled, {}};
    }
    if (step == CsvReader::Step::OpenQuote)
        return openQuote(reader);
    return {};
}

} // namespace milepost
