// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// How a CSV text is laid out.
struct CsvDialect
{
    char separator = ',';
    qsizetype start = 0;  ///< bytes before the heading: Excel's `sep=;` line
    qint64 firstLine = 1; ///< physical line of the first record

    friend bool operator==(const CsvDialect &, const CsvDialect &) = default;
};

/// Reads records as RFC 4180 has them and as spreadsheets write them: quotes with doubled quotes, line breaks
/// in quoted fields, CRLF, LF and CR, no line end at the end, blank lines (skipped), spaces around quotes,
/// text after a closing quote (kept, as Excel does), quotes inside an unquoted field (literal), ="5" (5, as
/// Excel shows it). Works on UTF-8 without copying: fields are views into the text, or into the reader until
/// the next row.
class CsvReader
{
public:
    enum class Step {
        Row,
        End,
        OpenQuote, ///< a quoted field never ends; line() is where it begins
    };

    CsvReader(QByteArrayView text, const CsvDialect &dialect);

    Step next();
    const std::vector<std::string_view> &fields() const { return m_fields; }
    qint64 line() const { return m_rowLine; } ///< physical line on which the row begins
    qsizetype position() const { return m_at - m_begin; }

private:
    struct Unescaped
    {
        std::size_t field;
        std::size_t from;
        std::size_t length;
    };

    bool isStop(const char *at) const;
    const char *pastSpaces(const char *at) const;
    void skipBlankLines();
    void takeLineEnd();
    bool takeField();
    bool takeQuoted(const char *from);
    bool findQuote();
    void takeTail(std::size_t from, const char *after);
    void pointAtUnescaped();

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    char m_separator;
    qint64 m_line;
    qint64 m_rowLine;
    std::vector<std::string_view> m_fields;
    std::string m_scratch; ///< the fields of this row that had doubled quotes
    std::vector<Unescaped> m_unescaped;
};

/// Finds the separator (comma, semicolon, TAB or |) that splits the first records most evenly, or takes the
/// one that a `sep=` line names.
CsvDialect detectDialect(QByteArrayView text);

} // namespace milepost
