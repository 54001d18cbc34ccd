// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/boardtext.h"
#include "app/milepostctl/commands.h"
#include "app/milepostctl/jsonvalues.h"
#include "app/milepostctl/logentry.h"
#include "core/domain/localtime.h"
#include "ui/words/figures.h"
#include "ui/words/filling.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

using Kind = Named::Kind;

/// Whose history it is: a KPI's, or a key result's own.
struct Subject
{
    KpiId kpi = {};
    KeyResultId keyResult = {};
    MilestonePartId part = {};
    QString unit = {};
};

Subject subjectOf(const WorkingSet &state, const Named &named)
{
    Subject subject;
    if (named.kind == Kind::Kpi) {
        subject.kpi = KpiId(named.id);
    } else if (named.kind == Kind::Part) {
        subject.part = MilestonePartId(named.id);
        subject.keyResult = state.find(subject.part)->keyResult;
    } else {
        const KeyResult &keyResult = *state.find(KeyResultId(named.id));
        subject.keyResult = keyResult.id;
        subject.kpi = keyResult.kpi; // a driven one has no values of its own
        subject.unit = keyResult.unit;
    }
    if (const Kpi *kpi = state.find(subject.kpi))
        subject.unit = kpi->unit;
    return subject;
}

QString partTitle(const WorkingSet &state, MilestonePartId id)
{
    const MilestonePart *part = state.find(id);
    return part ? part->title : QString();
}

QJsonObject jsonPoint(const WorkingSet &state, const HistoryPoint &point)
{
    QJsonArray corrections;
    for (const Correction &correction : point.correctedFrom)
        corrections.append(QJsonObject{{u"value"_s, jsonNumber(correction.value)},
                                       {u"author"_s, jsonText(personName(state, correction.author))},
                                       {u"at"_s, jsonInstant(correction.at)},
                                       {u"reason"_s, correction.reason}});
    return {
        {u"date"_s, jsonDate(point.date)},
        {u"value"_s, jsonNumber(point.value)},
        {u"numerator"_s, jsonNumber(point.numerator)},
        {u"denominator"_s, jsonNumber(point.denominator)},
        {u"confidence"_s, jsonNumber(point.confidence)},
        {u"part"_s, jsonText(partTitle(state, point.part))},
        {u"note"_s, point.note},
        {u"author"_s, jsonText(personName(state, point.author))},
        {u"corrected_from"_s, corrections},
    };
}

QString timeText(const WorkingSet &state, qint64 at)
{
    return localTime(state, at).toString(u"yyyy-MM-dd HH:mm");
}

/// Every digit: a history is what was given, not what is shown of it.
QString exact(std::optional<double> value, const QString &unit = {})
{
    if (!value)
        return figure(value, unit);
    const QString digits = typedFigure(*value, unit);
    return unit.isEmpty() ? digits : QString(digits + u' ' + unit);
}

QList<QStringList> rowsOf(const WorkingSet &state, const HistoryPoint &point, const QString &unit)
{
    const QString ratio = point.numerator && point.denominator
                              ? QString(exact(point.numerator) + u" / "_s + exact(point.denominator))
                              : QString();
    QList<QStringList> rows = {{point.date.toString(Qt::ISODate), exact(point.value, unit), ratio,
                                inLine(partTitle(state, point.part)), personName(state, point.author),
                                inLine(point.note)}};
    for (const Correction &correction : point.correctedFrom)
        rows << QStringList{u"  was"_s,
                            exact(correction.value, unit),
                            {},
                            {},
                            personName(state, correction.author),
                            timeText(state, correction.at) + u": "_s + inLine(correction.reason)};
    return rows;
}

Outcome runHistory(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    const Named named = context.thing(arguments.word("NAME"), Kind::Kpi | Kind::KeyResult | Kind::Part);
    if (context.hasFailed())
        return context.failure();
    const Subject subject = subjectOf(context.state(), named);
    const Result<History> history =
        subject.kpi.isValid() ? context.wait(context.session().history(subject.kpi))
                              : context.wait(context.session().history(subject.keyResult, subject.part));
    if (!history)
        return refused(history.error());
    QJsonArray points;
    QList<QStringList> rows;
    for (const HistoryPoint &point : *history) {
        points.append(jsonPoint(context.state(), point));
        rows += rowsOf(context.state(), point, subject.unit);
    }
    Outcome outcome;
    outcome.object = QJsonObject{{u"id"_s, jsonId(named.id)}, {u"name"_s, named.name}, {u"points"_s, points}};
    outcome.text = rows.isEmpty() ? u"There are no values yet."_s : aligned(rows, {false, true});
    return outcome;
}

Outcome runLog(Context &context, Arguments &arguments)
{
    const qint64 since = arguments.integer("--since", 0, std::numeric_limits<qint64>::max(), 0);
    if (!context.open(arguments))
        return context.failure();
    const Result<QList<LogEntry>> log = context.wait(context.session().log(since));
    if (!log)
        return refused(log.error());
    QJsonArray entries;
    QList<QStringList> rows;
    for (const LogEntry &entry : *log) {
        entries.append(jsonEntry(context.state(), entry));
        rows << QStringList{QString::number(entry.seq), timeText(context.state(), entry.at),
                            personName(context.state(), entry.author), textOf(entry)};
    }
    Outcome outcome;
    outcome.object = QJsonObject{{u"entries"_s, entries}};
    outcome.text = rows.isEmpty() ? u"There is nothing after that."_s : aligned(rows, {true});
    return outcome;
}

Outcome takenBack(Context &context, const Result<Receipt> &receipt)
{
    Outcome outcome = context.told(receipt);
    if (receipt) {
        const QVariantMap &values = receipt->change.values;
        outcome.object->insert(u"of"_s, values.value(u"of"_s).toString().toLongLong());
        outcome.object->insert(u"act"_s, values.value(u"act"_s).toString());
    }
    return outcome;
}

Outcome runUndo(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    return takenBack(context, context.wait(context.session().undo()));
}

Outcome runRedo(Context &context, Arguments &arguments)
{
    if (!context.open(arguments))
        return context.failure();
    return takenBack(context, context.wait(context.session().redo()));
}

} // namespace

void addHistoryCommands(Commands &commands)
{
    CLI::App &history = commands.add("history", "Every value of a KPI or key result", runHistory);
    takes(history, "NAME", "The KPI, key result or part");
    CLI::App &log = commands.add("log", "The journal", runLog);
    option(log, "--since", "Only entries after this one");
    commands.add("undo", "Take back your last entry", runUndo);
    commands.add("redo", "Do again what you last undid", runRedo);
}

} // namespace milepost::ctl
