// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvimport.h"

#include "core/exchange/rowreader.h"
#include "core/exchange/sourcefile.h"

#include <QFileInfo>

namespace milepost {
namespace {

using namespace Qt::StringLiterals;

/// The share of the work that is done when the first pass is.
constexpr double kSurveyShare = 0.4;

ImportProgress partOf(const ImportProgress &whole, double from, double to)
{
    if (!whole)
        return {};
    return [&whole, from, to](double part) { return whole(from + (to - from) * part); };
}

ImportBatch emptyBatch(const CsvTable &table, const CsvMapping &mapping, const CsvColumns &columns)
{
    ImportBatch batch;
    batch.board = mapping.board;
    batch.encoding = wordOf(table.encoding());
    batch.isRatio = columns.isRatio;
    batch.unit = mapping.unit;
    batch.direction = mapping.direction;
    batch.cadence = mapping.cadence;
    batch.target = mapping.target;
    return batch;
}

/// The first filter that no row passes, or all of them, which no row passes together.
Error nothingPasses(const QString &source, const QList<CsvFilter> &filters, const std::vector<bool> &isPassed)
{
    QStringList parts;
    for (qsizetype i = 0; i < filters.size(); ++i) {
        if (!isPassed[static_cast<std::size_t>(i)])
            return {Error::Code::ImportNoMatch, {source, filters[i].value.trimmed(), filters[i].column}};
        parts.append(filters[i].column + u'=' + filters[i].value);
    }
    return {Error::Code::ImportFiltered, {source, parts.join(u", "_s)}};
}

/// Looks at all rows. Errors also where there is none to look at.
Done surveyRows(const CsvTable &table, const CsvColumns &columns, const CsvMapping &mapping,
                ColumnSurvey &survey, const QString &source, const ImportProgress &progress)
{
    qint64 rows = 0;
    qint64 ragged = 0;
    std::vector<bool> isPassed(columns.filters.size());
    CsvTable::Visitor visitor;
    visitor.row = [&](const CsvFields &fields, qint64 line) {
        ++rows;
        if (columns.passes(fields))
            survey.addRow(fields, line);
        else if (survey.rows() == 0)
            columns.notePassed(fields, isPassed);
    };
    visitor.ragged = [&ragged](qsizetype, qint64) { ++ragged; };
    visitor.progress = partOf(progress, 0, kSurveyShare);
    if (const Done done = table.eachRow(visitor); !done)
        return done;
    if (rows + ragged == 0)
        return Error{Error::Code::ImportEmpty, {source}};
    if (survey.rows() + ragged == 0)
        return nothingPasses(source, mapping.filters, isPassed);
    return {};
}

Done readRows(const CsvTable &table, const CsvColumns &columns, RowReader &reader,
              const ImportProgress &progress)
{
    CsvTable::Visitor visitor;
    visitor.row = [&](const CsvFields &fields, qint64 line) {
        if (columns.passes(fields))
            reader.addRow(fields, line);
    };
    visitor.ragged = [&](qsizetype found, qint64 line) { reader.addRagged(found, line); };
    visitor.progress = partOf(progress, kSurveyShare, 1);
    return table.eachRow(visitor);
}

} // namespace

Result<ImportBatch> readCsv(QByteArrayView bytes, const QString &source, const CsvMapping &mapping,
                            const ImportProgress &progress)
{
    if (bytes.isEmpty())
        return Error{Error::Code::FileEmpty, {source}};
    const auto table = CsvTable::open(bytes, source);
    if (!table)
        return table.error();
    const auto columns = resolveColumns(table->headings(), mapping);
    if (!columns)
        return columns.error();
    ColumnSurvey survey(*columns, mapping, table->dialect().separator);
    if (const Done done = surveyRows(*table, *columns, mapping, survey, source, progress); !done)
        return done.error();
    const auto conventions = survey.conventions();
    if (!conventions)
        return conventions.error();

    ImportBatch batch = emptyBatch(*table, mapping, *columns);
    batch.source = QFileInfo(source).fileName();
    batch.conventions = survey.described(*conventions);
    batch.points.reserve(survey.points());
    RowReader reader(*columns, mapping, *conventions, batch);
    if (const Done done = readRows(*table, *columns, reader, progress); !done)
        return done.error();
    if (const Done done = reader.finish(); !done)
        return done.error();
    return batch;
}

Result<ImportBatch> readCsv(const QString &path, const CsvMapping &mapping, const ImportProgress &progress)
{
    const auto file = SourceFile::open(path, kLargestCsv);
    if (!file)
        return file.error();
    return readCsv((*file)->bytes(), path, mapping, progress);
}

} // namespace milepost
