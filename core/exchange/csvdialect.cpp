// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <optional>

namespace milepost {
namespace {

constexpr qsizetype kSampleBytes = qsizetype{256} * 1024;
constexpr std::size_t kSampleRecords = 30;
/// Where two split equally well, the comma comes last: it is also a decimal sign and part of sentences.
constexpr std::array kSeparators = {'\t', ';', '|', ','};

/// How many fields a record has, not counting empty ones beyond those of the heading.
std::size_t countOf(const std::vector<std::string_view> &fields, std::size_t headings)
{
    std::size_t count = fields.size();
    while (count > headings && fields[count - 1].empty())
        --count;
    return count;
}

std::vector<std::size_t> fieldCounts(QByteArrayView sample, const CsvDialect &dialect, bool isWhole)
{
    CsvReader reader(sample, dialect);
    std::vector<std::size_t> counts;
    while (counts.size() < kSampleRecords && reader.next() == CsvReader::Step::Row)
        counts.push_back(countOf(reader.fields(), counts.empty() ? reader.fields().size() : counts.front()));
    if (!isWhole && counts.size() > 1 && counts.size() < kSampleRecords)
        counts.pop_back();
    return counts;
}

/// How well a separator splits: the share of records with as many fields as the heading; 0 if that has only
/// one.
double evenness(QByteArrayView sample, const CsvDialect &dialect, bool isWhole)
{
    const auto counts = fieldCounts(sample, dialect, isWhole);
    if (counts.empty() || counts.front() < 2)
        return 0;
    const auto even = std::count(counts.begin(), counts.end(), counts.front());
    return static_cast<double>(even) / static_cast<double>(counts.size());
}

/// Excel's `sep=;`, with or without quotes round it.
std::optional<CsvDialect> namedSeparator(QByteArrayView text)
{
    qsizetype length = 0;
    while (length < text.size() && length < 16 && text[length] != '\n' && text[length] != '\r')
        ++length;
    QByteArray line = text.first(length).toByteArray();
    if (line.size() > 2 && line.startsWith('"') && line.endsWith('"'))
        line = line.sliced(1, line.size() - 2);
    if (line.size() != 5 || line.first(4).toLower() != "sep=" || length == text.size())
        return std::nullopt;
    const bool isPair = text[length] == '\r' && length + 1 < text.size() && text[length + 1] == '\n';
    return CsvDialect{line[4], length + (isPair ? 2 : 1), 2};
}

} // namespace

CsvDialect detectDialect(QByteArrayView text)
{
    if (const auto named = namedSeparator(text))
        return *named;
    const bool isWhole = text.size() <= kSampleBytes;
    const QByteArrayView sample = text.first(std::min(text.size(), kSampleBytes));
    CsvDialect best;
    double most = 0;
    for (const char separator : kSeparators) {
        const CsvDialect dialect{separator, 0, 1};
        const double share = evenness(sample, dialect, isWhole);
        if (share <= most)
            continue;
        best = dialect;
        most = share;
    }
    return best;
}

} // namespace milepost
