// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/importreport.h"

#include "app/milepostctl/jsonvalues.h"
#include "ui/words/conventions.h"
#include "ui/words/errors.h"

#include <QHash>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

constexpr qsizetype kMostLines = 10; // of refused rows, for people

QJsonArray jsonRefused(const ImportSummary &summary)
{
    QJsonArray list;
    for (const ImportBatch::Refused &row : summary.refused)
        list.append(QJsonObject{{u"line"_s, row.line > 0 ? QJsonValue(row.line) : QJsonValue()},
                                {u"reason"_s, said(row.reason)}});
    return list;
}

/// The line that an error of a file is about; 0 if it is about none. The heading is line 1.
qint64 lineOf(const Error &error)
{
    using enum Error::Code;
    static const QList<Error::Code> kOfHeading = {ImportColumn, ImportTwoKpis, ImportNoHeading,
                                                  NameEmpty,    NameControl,   NameTooLong};
    static const QHash<Error::Code, qsizetype> kPlaces = {
        {ImportQuote, 0}, {ImportEncoding, 1}, {TextControl, 2}, {ImportDateOrder, 2}, {ImportDatesMixed, 2}};
    if (kOfHeading.contains(error.code))
        return 1;
    return kPlaces.contains(error.code) ? error.values.value(kPlaces[error.code]).toLongLong() : 0;
}

QJsonObject jsonConvention(const ImportConvention &convention)
{
    QJsonObject object{{u"column"_s, convention.column}, {u"sample"_s, convention.sample}};
    if (convention.dates) {
        object.insert(u"dates"_s, wordOf(*convention.dates));
        object.insert(u"read_as"_s, jsonDate(convention.sampleDate));
    }
    if (convention.decimal) {
        object.insert(u"decimal"_s, wordOf(*convention.decimal));
        object.insert(u"percent"_s, wordOf(convention.scale));
        object.insert(u"ambiguous"_s, convention.isAmbiguous);
        object.insert(u"read_as"_s, jsonNumber(convention.sampleNumber));
    }
    return object;
}

QJsonArray jsonConventions(const ImportBatch &batch)
{
    QJsonArray list;
    for (const ImportConvention &convention : batch.conventions)
        list.append(jsonConvention(convention));
    return list;
}

/// What was left out without being refused, and what else there is to know.
QStringList notesOf(const ImportBatch &batch)
{
    QStringList notes;
    if (!batch.encoding.isEmpty() && !batch.encoding.startsWith(u"utf-8"))
        notes << u"The text is not UTF-8; it was read as %1."_s.arg(batch.encoding);
    for (const qint64 line : batch.zeroDenominatorLines)
        notes << u"Line %1: the denominator is 0, so there is a gap."_s.arg(line);
    const qint64 rest = batch.zeroDenominators - batch.zeroDenominatorLines.size();
    if (rest > 0)
        notes << u"%1 more with a denominator of 0."_s.arg(rest);
    return notes;
}

QString counts(const ImportBatch &batch, const ImportSummary &summary)
{
    const QLocale locale;
    QStringList parts = {u"%1 new"_s.arg(locale.toString(summary.added)),
                         u"%1 changed"_s.arg(locale.toString(summary.changed)),
                         u"%1 same"_s.arg(locale.toString(summary.same))};
    if (batch.gaps + batch.zeroDenominators > 0)
        parts << u"%1 gaps"_s.arg(locale.toString(batch.gaps + batch.zeroDenominators));
    QString refusedRows = u"%1 refused"_s.arg(locale.toString(summary.refused.size()));
    if (!summary.refused.isEmpty()) {
        const auto &first = summary.refused.first();
        refusedRows += u" (line %1: %2)"_s.arg(QString::number(first.line), said(first.reason));
    }
    parts << refusedRows;
    return parts.join(u", "_s);
}

QString textOf(const ImportBatch &batch, const ImportSummary &summary)
{
    QStringList lines = {counts(batch, summary)};
    for (qsizetype i = 1; i < qMin(summary.refused.size(), kMostLines); ++i)
        lines << u"  line %1: %2"_s.arg(QString::number(summary.refused[i].line),
                                        said(summary.refused[i].reason));
    if (summary.refused.size() > kMostLines)
        lines << u"  and %1 more"_s.arg(summary.refused.size() - kMostLines);
    for (const QString &note : notesOf(batch))
        lines << u"  " + note;
    for (const ImportConvention &convention : batch.conventions)
        if (const QString line = sentence(convention); !line.isEmpty())
            lines << u"  " + line;
    return lines.join(u'\n');
}

} // namespace

Outcome importReport(const ImportBatch &batch, const ImportSummary &summary, qint64 seq)
{
    Outcome outcome;
    outcome.object = QJsonObject{
        {u"new"_s, summary.added},
        {u"changed"_s, summary.changed},
        {u"same"_s, summary.same},
        {u"refused"_s, jsonRefused(summary)},
        {u"gaps"_s, batch.gaps + batch.zeroDenominators},
        {u"notes"_s, QJsonArray::fromStringList(notesOf(batch))},
        {u"conventions"_s, jsonConventions(batch)},
        {u"new_kpis"_s, summary.newKpis},
        {u"new_board"_s, summary.isNewBoard},
        {u"board"_s, batch.board},
        {u"seq"_s, seq > 0 ? QJsonValue(seq) : QJsonValue()},
    };
    outcome.text = textOf(batch, summary);
    return outcome;
}

Outcome refusedImport(const ImportBatch &batch, const ImportSummary &summary, const Error &error)
{
    ImportSummary told = summary;
    if (summary.refused.isEmpty())
        told.refused = {{0, error}};
    Outcome outcome = importReport(batch, told, 0);
    if (summary.refused.isEmpty())
        outcome.text.clear(); // the one line about the error says all
    outcome.exit = Exit::Refused;
    outcome.error = error;
    return outcome;
}

Outcome refusedFile(const QString &board, const Error &error)
{
    ImportBatch batch;
    batch.board = board;
    ImportSummary summary;
    summary.refused = {{lineOf(error), error}};
    Outcome outcome = refusedImport(batch, summary, error);
    outcome.text.clear();
    return outcome;
}

} // namespace milepost::ctl
