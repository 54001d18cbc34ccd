// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

namespace milepost {
namespace {

std::string_view viewOf(const char *from, const char *to)
{
    return {from, static_cast<std::size_t>(to - from)};
}

/// ="5" is how spreadsheets are made to take 5 as text.
std::string_view withoutFormula(std::string_view field)
{
    const bool isText = field.size() > 2 && field.starts_with("=\"") && field.ends_with('"');
    return isText ? field.substr(2, field.size() - 3) : field;
}

} // namespace

CsvReader::CsvReader(QByteArrayView text, const CsvDialect &dialect)
    : m_begin(text.data())
    , m_at(m_begin + dialect.start)
    , m_end(m_begin + text.size())
    , m_separator(dialect.separator)
    , m_line(dialect.firstLine)
    , m_rowLine(dialect.firstLine)
{
}

CsvReader::Step CsvReader::next()
{
    m_fields.clear();
    m_scratch.clear();
    m_unescaped.clear();
    skipBlankLines();
    m_rowLine = m_line;
    if (m_at == m_end)
        return Step::End;
    for (;;) {
        if (!takeField())
            return Step::OpenQuote;
        if (m_at == m_end || *m_at != m_separator)
            break;
        ++m_at;
    }
    takeLineEnd();
    pointAtUnescaped();
    return Step::Row;
}

bool CsvReader::isStop(const char *at) const
{
    return at == m_end || *at == m_separator || *at == '\n' || *at == '\r';
}

const char *CsvReader::pastSpaces(const char *at) const
{
    while (at != m_end && (*at == ' ' || (*at == '\t' && m_separator != '\t')))
        ++at;
    return at;
}

void CsvReader::skipBlankLines()
{
    while (m_at != m_end) {
        const char *at = pastSpaces(m_at);
        if (at != m_end && *at != '\n' && *at != '\r')
            return;
        m_at = at;
        takeLineEnd();
    }
}

void CsvReader::takeLineEnd()
{
    if (m_at == m_end)
        return;
    const bool isPair = *m_at == '\r' && m_at + 1 != m_end && m_at[1] == '\n';
    m_at += isPair ? 2 : 1;
    ++m_line;
}

bool CsvReader::takeField()
{
    const char *from = m_at;
    const char *text = pastSpaces(from);
    if (text != m_end && *text == '"')
        return takeQuoted(text + 1);
    // The innermost loop of an import: locals stay in registers.
    const char *const end = m_end;
    const char separator = m_separator;
    while (text != end && *text != separator && *text != '\n' && *text != '\r')
        ++text;
    m_at = text;
    m_fields.push_back(withoutFormula(viewOf(from, text)));
    return true;
}

/// Moves on to the next quote, counting the lines it passes.
bool CsvReader::findQuote()
{
    for (; m_at != m_end && *m_at != '"'; ++m_at)
        m_line += *m_at == '\n' || (*m_at == '\r' && (m_at + 1 == m_end || m_at[1] != '\n'));
    return m_at != m_end;
}

bool CsvReader::takeQuoted(const char *from)
{
    const qint64 line = m_line;
    const std::size_t scratch = m_scratch.size();
    for (m_at = from;;) {
        if (!findQuote()) {
            m_rowLine = line;
            return false;
        }
        if (m_at + 1 == m_end || m_at[1] != '"')
            break;
        m_scratch.append(from, m_at + 1);
        m_at += 2;
        from = m_at;
    }
    const char *after = pastSpaces(m_at + 1);
    if (isStop(after) && m_scratch.size() == scratch) {
        m_fields.push_back(viewOf(from, m_at));
        m_at = after;
        return true;
    }
    m_scratch.append(from, m_at);
    takeTail(scratch, after);
    return true;
}

/// Ends an unescaped field, with whatever stands between its closing quote and the separator.
void CsvReader::takeTail(std::size_t from, const char *after)
{
    if (isStop(after)) {
        m_at = after;
    } else {
        const char *tail = ++m_at;
        while (!isStop(m_at))
            ++m_at;
        m_scratch.append(tail, m_at);
    }
    m_unescaped.push_back({m_fields.size(), from, m_scratch.size() - from});
    m_fields.emplace_back();
}

void CsvReader::pointAtUnescaped()
{
    // Only now, because the scratch may have moved while it grew.
    for (const Unescaped &part : m_unescaped)
        m_fields[part.field] = withoutFormula(std::string_view(m_scratch).substr(part.from, part.length));
}

} // namespace milepost
