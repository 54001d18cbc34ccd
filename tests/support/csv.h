// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvimport.h"
#include "tests/support/printing.h"

// What the tests of CSV files have in common.
namespace milepost::tests {

using namespace Qt::StringLiterals;

using Code = Error::Code;

const QString kFile = u"f.csv"_s;

inline CsvMapping dated()
{
    CsvMapping mapping;
    mapping.board = u"Board"_s;
    mapping.date = u"date"_s;
    return mapping;
}

inline CsvMapping values(const QStringList &columns)
{
    CsvMapping mapping = dated();
    mapping.values = columns;
    return mapping;
}

inline CsvMapping seriesOf(const QString &column, const QStringList &columns)
{
    CsvMapping mapping = values(columns);
    mapping.series = column;
    return mapping;
}

inline CsvMapping ratio(Combine combine = Combine::None)
{
    CsvMapping mapping = dated();
    mapping.numerator = u"late"_s;
    mapping.denominator = u"all"_s;
    mapping.combine = combine;
    return mapping;
}

inline ImportBatch read(const QByteArray &text, const CsvMapping &mapping)
{
    auto batch = readCsv(text, kFile, mapping);
    if (!batch)
        FAIL("error " << int(batch.error().code) << ' ' << batch.error().values.join(u'|').toStdString());
    return *std::move(batch);
}

inline Error errorOf(const QByteArray &text, const CsvMapping &mapping)
{
    const auto batch = readCsv(text, kFile, mapping);
    REQUIRE_FALSE(batch);
    return batch.error();
}

/// All points as "SERIES DATE VALUE" or "SERIES DATE NUMERATOR/DENOMINATOR".
inline QStringList told(const ImportBatch &batch)
{
    QStringList lines;
    for (const ImportBatch::Point &point : batch.points) {
        const QString value =
            batch.isRatio
                ? QString(QString::number(point.numerator) + u'/' + QString::number(point.denominator))
                : QString::number(point.value);
        lines.append(batch.series[static_cast<std::size_t>(point.series)] + u' ' +
                     batch.dateOf(point).toString(Qt::ISODate) + u' ' + value);
    }
    return lines;
}

/// All refusals as "LINE VALUES".
inline QStringList refusals(const ImportBatch &batch)
{
    QStringList lines;
    for (const ImportBatch::Refused &refused : batch.refused)
        lines.append(QString::number(refused.line) + u' ' + refused.reason.values.join(u", "_s));
    return lines;
}

inline QStringList names(const ImportBatch &batch)
{
    return {batch.series.begin(), batch.series.end()};
}

} // namespace milepost::tests
