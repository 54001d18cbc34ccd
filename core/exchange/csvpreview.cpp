// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvpreview.h"

#include "core/exchange/columnsurvey.h"
#include "core/exchange/sourcefile.h"

#include <QSet>

namespace milepost {
namespace {

constexpr qint64 kRowsLookedAt = 10'000;

struct ColumnEvidence
{
    DateEvidence dates;
    NumberEvidence numbers;
    std::string sample;

    void add(std::string_view text, qint64 line)
    {
        dates.add(text, line);
        numbers.add(text, false);
        if (sample.empty())
            sample = trimmed(text.substr(0, 400));
    }
};

/// Numbers before dates, except where all could be either: 2024, 2025 are years.
ColumnKind kindOf(const ColumnEvidence &evidence)
{
    if (evidence.numbers.numbers() == 0)
        return ColumnKind::Blank;
    if (evidence.dates.unreadable() == 0)
        return ColumnKind::Date; // never days that spreadsheets count: they are numbers like any other
    return evidence.numbers.unreadable() * 2 < evidence.numbers.numbers() ? ColumnKind::Number
                                                                          : ColumnKind::Text;
}

CsvColumnGuess guess(const QString &heading, const ColumnEvidence &evidence, char separator)
{
    CsvColumnGuess guess;
    guess.kind = kindOf(evidence);
    guess.convention.column = heading;
    guess.convention.sample = shortened(evidence.sample);
    const DecimalMark usual = separator == ';' ? DecimalMark::Comma : DecimalMark::Point;
    if (guess.kind == ColumnKind::Date) {
        guess.isOrderUnknown = !evidence.dates.order();
        guess.convention =
            describeDates(heading, evidence.sample, {evidence.dates.order().value_or(DateOrder::Plain), {}});
        if (guess.isOrderUnknown)
            guess.convention.sampleDate = {};
    } else if (guess.kind == ColumnKind::Number) {
        guess.convention = describeNumbers(
            heading, evidence.sample,
            {evidence.numbers.decimal().value_or(usual), PercentScale::None, evidence.numbers.isAmbiguous()});
    }
    return guess;
}

QStringList asTexts(const CsvFields &fields, qsizetype count)
{
    QStringList texts;
    for (qsizetype i = 0; i < count; ++i) {
        const std::string_view field = fields[static_cast<std::size_t>(i)];
        texts.append(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())));
    }
    return texts;
}

bool areAllDifferent(const QList<QStringList> &rows, qsizetype first, qsizetype second)
{
    QSet<std::pair<QString, QString>> seen;
    for (const QStringList &row : rows)
        seen.insert({row[first], row[second]});
    return seen.size() == rows.size();
}

std::optional<qsizetype> seriesOf(const CsvPreview &preview)
{
    const auto date = std::find_if(preview.columns.begin(), preview.columns.end(),
                                   [](const auto &column) { return column.kind == ColumnKind::Date; });
    if (date == preview.columns.end())
        return std::nullopt;
    const qsizetype dates = date - preview.columns.begin();
    if (areAllDifferent(preview.rows, dates, dates))
        return std::nullopt;
    for (qsizetype i = 0; i < preview.columns.size(); ++i)
        if (preview.columns[i].kind == ColumnKind::Text && areAllDifferent(preview.rows, dates, i))
            return i;
    return std::nullopt;
}

} // namespace

Result<CsvPreview> previewCsv(QByteArrayView bytes, const QString &source, qsizetype rows)
{
    const auto table = CsvTable::open(bytes, source);
    if (!table)
        return table.error();
    CsvPreview preview{table->headings(), table->encoding(), table->dialect().separator, {}, {}, {}};
    std::vector<ColumnEvidence> evidence(static_cast<std::size_t>(preview.headings.size()));
    CsvTable::Visitor visitor;
    visitor.most = kRowsLookedAt;
    visitor.row = [&](const CsvFields &fields, qint64 line) {
        if (preview.rows.size() < rows)
            preview.rows.append(asTexts(fields, preview.headings.size()));
        for (std::size_t i = 0; i < evidence.size(); ++i)
            evidence[i].add(fields[i], line);
    };
    if (const Done done = table->eachRow(visitor); !done)
        return done.error();
    for (std::size_t i = 0; i < evidence.size(); ++i)
        preview.columns.append(
            guess(preview.headings[static_cast<qsizetype>(i)], evidence[i], preview.separator));
    preview.series = seriesOf(preview);
    return preview;
}

Result<CsvPreview> previewCsv(const QString &path, qsizetype rows)
{
    const auto file = SourceFile::open(path, kLargestCsv);
    if (!file)
        return file.error();
    return previewCsv((*file)->bytes(), path, rows);
}

} // namespace milepost
