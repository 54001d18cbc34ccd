// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "app/milepostctl/importreport.h"
#include "app/milepostctl/progressline.h"
#include "core/domain/number.h"
#include "core/exchange/csvimport.h"
#include "core/exchange/dateformat.h"
#include "ui/words/errors.h"

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

/// Headings parted by commas; one that holds a comma stands in quotes, doubled where they are part of it.
QStringList headingsOf(const QString &list)
{
    QStringList headings;
    QString heading;
    bool isQuoted = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QChar letter = list[i];
        const bool isDoubled = isQuoted && letter == u'"' && i + 1 < list.size() && list[i + 1] == u'"';
        if (isDoubled)
            heading += list[++i];
        else if (letter == u'"' && (isQuoted || heading.trimmed().isEmpty()))
            isQuoted = !isQuoted;
        else if (letter == u',' && !isQuoted)
            headings << std::exchange(heading, QString()).trimmed();
        else
            heading += letter;
    }
    headings << heading.trimmed();
    return headings;
}

void checkColumns(Arguments &arguments)
{
    const bool hasPart = arguments.has("--numerator") || arguments.has("--denominator");
    const bool hasBoth = arguments.has("--numerator") && arguments.has("--denominator");
    if (hasPart && !hasBoth)
        arguments.refuse(usage(u"a ratio needs both --numerator and --denominator"_s));
    else if (hasPart && arguments.has("--value"))
        arguments.refuse(usage(u"give --value, or both parts of a ratio, not all three"_s));
    else if (!hasPart && !arguments.has("--value"))
        arguments.refuse(usage(u"--value is missing, or --numerator and --denominator"_s));
}

QString readDateFormat(Arguments &arguments)
{
    const QString format = arguments.word("--date-format");
    if (arguments.has("--date-format") && !DateFormat::compile(format))
        arguments.refuse(usage(u"“%1” after --date-format is no format of a date; write it like dd.MM.yyyy, "
                               "%d.%m.%Y or DD.MM.YYYY"_s.arg(format)));
    return format;
}

std::optional<Combine> readCombine(Arguments &arguments)
{
    const std::optional<Combine> combine = arguments.choice<Combine>("--combine");
    if (combine && *combine != Combine::Sum && arguments.has("--numerator"))
        arguments.refuse({Error::Code::ImportCombine});
    return combine;
}

CsvMapping readMapping(Arguments &arguments)
{
    CsvMapping mapping;
    mapping.board = arguments.name("--board");
    mapping.date = arguments.word("--date");
    if (arguments.has("--value"))
        mapping.values = headingsOf(arguments.word("--value"));
    mapping.numerator = arguments.word("--numerator");
    mapping.denominator = arguments.word("--denominator");
    mapping.series = arguments.word("--series");
    mapping.note = arguments.word("--note");
    mapping.name = arguments.name("--name");
    mapping.combine = readCombine(arguments).value_or(Combine::None);
    mapping.dateFormat = readDateFormat(arguments);
    mapping.decimal = arguments.choice<DecimalMark>("--decimal");
    for (const auto &[column, value] : arguments.pairs("--filter"))
        mapping.filters.append({column, value});
    if (arguments.has("--unit"))
        mapping.unit = arguments.text("--unit");
    mapping.direction = arguments.choice<Direction>("--good");
    mapping.cadence = arguments.choice<Cadence>("--cadence");
    mapping.target = arguments.number("--target", arguments.word("--unit"));
    if (mapping.target && mapping.direction == Direction::Band)
        arguments.refuse({Error::Code::KindRefuses, {wordOf(Direction::Band), u"target"_s}});
    checkColumns(arguments);
    return mapping;
}

/// The board that is meant, also where its name was typed in another case; what else is there to know of it.
Done resolveBoard(Context &context, CsvMapping &mapping)
{
    const Result<Named> board =
        lookUp(context.state(), context.session().me(), mapping.board, Named::Kind::Board);
    if (!board)
        return board.error().code == Error::Code::NameAmbiguous ? Done(board.error()) : Done();
    mapping.board = board->name;
    for (const Kpi *kpi : context.state().of<Kpi>().of(BoardId(board->id)))
        if (kpi->unit == u"%")
            mapping.percentKpis.insert(kpi->name);
    return {};
}

Error firstRefusal(const ImportSummary &summary)
{
    const ImportBatch::Refused &first = summary.refused.first();
    return {Error::Code::ImportRefused,
            {QString::number(summary.refused.size()), QString::number(first.line), said(first.reason)}};
}

Outcome preview(Context &context, const std::shared_ptr<const ImportBatch> &batch, bool skipRefused)
{
    const ProgressLine progress(u"Comparing"_s);
    const Result<ImportSummary> summary = context.wait(context.session().previewImport(batch));
    if (isInterrupted())
        return refusedImport(*batch, {}, {Error::Code::Cancelled});
    if (!summary)
        return refusedImport(*batch, {}, summary.error());
    if (!summary->refused.isEmpty() && !skipRefused)
        return refusedImport(*batch, *summary, firstRefusal(*summary));
    return importReport(*batch, *summary, 0);
}

Outcome import(Context &context, const std::shared_ptr<const ImportBatch> &batch, bool skipRefused)
{
    const ProgressLine progress(u"Importing"_s);
    const Result<Session::Imported> imported =
        context.wait(context.session().import(batch, skipRefused, progress.reporter()));
    if (!imported)
        return refusedImport(*batch, {}, imported.error());
    if (imported->refused)
        return refusedImport(*batch, imported->summary, firstRefusal(imported->summary));
    Outcome outcome = importReport(*batch, imported->summary, imported->receipt.change.seq);
    if (const std::optional<Error> &why = imported->receipt.noBackup)
        outcome.text += u"\nNo backup was made before: %1"_s.arg(said(*why));
    return outcome;
}

Result<ImportBatch> readFile(const QString &path, const CsvMapping &mapping)
{
    const ProgressLine progress(u"Reading"_s);
    return readCsv(path, mapping, [report = progress.reporter()](double part) {
        return report(part) ? Proceed::GoOn : Proceed::Cancel;
    });
}

Outcome readAndImport(Context &context, const Arguments &arguments, CsvMapping &mapping)
{
    if (!context.open(arguments))
        return context.failure();
    if (const Done done = resolveBoard(context, mapping); !done)
        return refused(done.error());
    Result<ImportBatch> read = readFile(arguments.word("FILE"), mapping);
    if (!read)
        return read.error().code == Error::Code::ImportMapping ? wrongArguments(read.error())
                                                               : refusedFile(mapping.board, read.error());
    const auto batch = std::make_shared<const ImportBatch>(*std::move(read));
    const bool skipRefused = arguments.has("--skip-refused");
    return arguments.has("--dry-run") ? preview(context, batch, skipRefused)
                                      : import(context, batch, skipRefused);
}

/// Whatever refuses an import, scripts get its object.
Outcome runImport(Context &context, Arguments &arguments)
{
    CsvMapping mapping = readMapping(arguments);
    const Outcome outcome = readAndImport(context, arguments, mapping);
    if (outcome.exit != Exit::Refused || outcome.object)
        return outcome;
    ImportBatch batch;
    batch.board = mapping.board;
    return refusedImport(batch, {}, *outcome.error);
}

} // namespace

void addImportCommand(Commands &commands)
{
    CLI::App &import = commands.add("import", "Read a CSV file into KPIs", runImport);
    takes(import, "FILE", "The file");
    option(import, "--board", "The board; made, public, if it is missing")->required();
    option(import, "--date", "The column of the dates")->required();
    option(import, "--value", "Columns of values, parted by commas, or '*'");
    option(import, "--numerator", "The column of a ratio's numerators");
    option(import, "--denominator", "The column of a ratio's denominators");
    option(import, "--series", "One KPI for each text in this column");
    option(import, "--note", "The column of notes on the values of a row");
    option(import, "--name", "What the one KPI is called");
    option(import, "--combine", "Several rows of a date: sum, mean or last");
    option(import, "--unit", "For new KPIs");
    option(import, "--good", "For new KPIs: up, down, band or neutral");
    option(import, "--cadence", "For new KPIs: day, week, month, quarter or year");
    option(import, "--target", "For new KPIs, from the beginning of time");
    option(import, "--date-format", "As dd.MM.yyyy or %d.%m.%Y, where the file does not tell");
    option(import, "--decimal", "The decimal sign: , or .");
    options(import, "--filter", "COLUMN=VALUE: only these rows");
    flag(import, "--dry-run", "Tell what would change, and change nothing");
    flag(import, "--skip-refused", "Import the rest where rows are refused");
}

} // namespace milepost::ctl
