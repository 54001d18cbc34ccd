// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "app/milepostctl/jsonvalues.h"
#include "app/milepostctl/progressline.h"
#include "core/exchange/jsonexport.h"
#include "core/exchange/jsonrestore.h"
#include "ui/words/filling.h"
#include "ui/words/findings.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace milepost::ctl {
namespace {

QJsonObject jsonProblem(const Finding &finding)
{
    return {
        {u"kind"_s, wordOf(finding.kind)},
        {u"table"_s, jsonText(finding.table)},
        {u"id"_s, jsonId(finding.id)},
        {u"seq"_s, finding.seq > 0 ? QJsonValue(finding.seq) : QJsonValue()},
        {u"text"_s, sentence(finding)},
    };
}

Outcome verified(const QString &path, const Verification &verification)
{
    const bool isSound = verification.findings.isEmpty();
    const QLocale locale;
    QJsonArray problems;
    QStringList lines = {u"%1 entries, %2 rows: %3"_s.arg(
        locale.toString(verification.entries), locale.toString(verification.rows),
        isSound ? u"everything fits"_s : u"something does not fit"_s)};
    for (const Finding &finding : verification.findings) {
        problems.append(jsonProblem(finding));
        lines << u"  " + sentence(finding);
    }
    Outcome outcome;
    outcome.object = QJsonObject{{u"ok"_s, isSound},
                                 {u"entries"_s, verification.entries},
                                 {u"rows"_s, verification.rows},
                                 {u"problems"_s, problems}};
    outcome.text = lines.join(u'\n');
    if (!isSound) {
        outcome.exit = Exit::Refused;
        outcome.error = Error{Error::Code::WorkspaceDamaged,
                              {path, withoutStop(sentence(verification.findings.first()))}};
    }
    return outcome;
}

/// A file so damaged that it cannot be opened is checked all the same.
Outcome runVerify(Context &context, Arguments &arguments)
{
    if (!context.accepts(arguments))
        return context.failure();
    const ProgressLine progress(u"Verifying"_s);
    const Result<Verification> verification =
        context.wait(context.session().verifyFile(context.path(), progress.reporter()));
    return verification ? verified(context.path(), *verification) : refused(verification.error());
}

/// The same, with all that SQLite can check by itself.
Outcome runCheck(Context &context, Arguments &arguments)
{
    if (!context.accepts(arguments))
        return context.failure();
    const ProgressLine progress(u"Checking"_s);
    const Result<Verification> verification =
        context.wait(context.session().checkFile(context.path(), progress.reporter()));
    return verification ? verified(context.path(), *verification) : refused(verification.error());
}

Outcome keptIn(const QString &path)
{
    Outcome outcome;
    outcome.object =
        QJsonObject{{u"path"_s, QFileInfo(path).absoluteFilePath()}, {u"bytes"_s, QFileInfo(path).size()}};
    outcome.text = u"Written to %1"_s.arg(path);
    return outcome;
}

/// The file to be written.
QString target(Arguments &arguments)
{
    const QString path = arguments.word("OUT");
    if (path.isEmpty())
        arguments.refuse(usage(u"OUT needs the name of a file"_s));
    return path;
}

Outcome runBackup(Context &context, Arguments &arguments)
{
    const QString path = target(arguments);
    if (!context.open(arguments, Session::Read::Frame))
        return context.failure();
    const Done done = context.wait(context.session().copyTo(path));
    return done ? keptIn(path) : refused(done.error());
}

Outcome runExport(Context &context, Arguments &arguments)
{
    const QString path = target(arguments);
    if (!context.open(arguments, Session::Read::Frame))
        return context.failure();
    const Done done = exportJson(context.session(), path);
    return done ? keptIn(path) : refused(done.error());
}

Outcome runRestore(Context &context, Arguments &arguments)
{
    if (!context.accepts(arguments))
        return context.failure();
    if (const Done done = restoreJson(context.session(), arguments.word("IN"), context.path()); !done)
        return refused(done.error());
    if (!context.open(arguments, Session::Read::Frame))
        return context.failure();
    Outcome outcome = keptIn(context.path());
    outcome.object->insert(u"id"_s, jsonId(context.state().workspace().id));
    outcome.object->insert(u"seq"_s, context.state().seq);
    return outcome;
}

} // namespace

void addMaintenanceCommands(Commands &commands)
{
    commands.add("verify", "Check the journal and every row", runVerify);
    commands.add("check", "The same, with SQLite's own checks of every index and reference", runCheck);
    CLI::App &backup = commands.add("backup", "Write a checked copy of the file", runBackup);
    takes(backup, "OUT", "Where to; a file that exists is left alone");
    CLI::App &out = commands.add("export", "Write the whole workspace as JSON", runExport);
    takes(out, "OUT", "Where to; a file that exists is left alone");
    CLI::App &in = commands.add("restore", "Make a new workspace of an export", runRestore);
    takes(in, "IN", "The export");
}

} // namespace milepost::ctl
