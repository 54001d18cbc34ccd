// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepostctl/commands.h"
#include "core/domain/number.h"
#include "ui/words/translations.h"

#include <QCoreApplication>
#include <QLocale>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <langinfo.h>

using namespace Qt::StringLiterals;
using namespace milepost;

namespace {

/// What a user can do about it is told as an error; Qt's own remarks would be more lines than the one
/// allowed.
void keepQuiet(QtMsgType, const QMessageLogContext &, const QString &) {}

/// Qt wants UTF-8 and says so at length where the locale is another.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::string_view(nl_langinfo(CODESET)) != "UTF-8")
        setenv("LC_ALL", "C.UTF-8", 1);
}

void addGlobals(CLI::App &app)
{
    ctl::option(app, "-w,--workspace", "The workspace to work on")->type_name("FILE");
    ctl::option(app, "--profile", "The profile: who you are ($MILEPOST_PROFILE)")->type_name("DIR");
    ctl::option(app, "--today", "Take noon of that day as the present")->type_name("DATE");
    ctl::option(app, "--passphrase-fd", "Read the passphrase from this file descriptor")->type_name("N");
    ctl::flag(app, "--json", "Print exactly one JSON object");
    ctl::flag(app, "--key-file", "With new and join: keep the key in a file of the profile");
}

void addCommands(ctl::Commands &commands)
{
    ctl::addFileCommands(commands);
    ctl::addPeopleCommands(commands);
    ctl::addBoardCommands(commands);
    ctl::addGoalCommands(commands);
    ctl::addNoteCommands(commands);
    ctl::addEditCommands(commands);
    ctl::addValueCommands(commands);
    ctl::addImportCommand(commands);
    ctl::addShowCommand(commands);
    ctl::addHistoryCommands(commands);
    ctl::addMaintenanceCommands(commands);
    ctl::addLiveCommands(commands);
}

ctl::Outcome run(const CLI::App &app, const ctl::Commands &commands)
{
    constexpr qint64 kMostDescriptors = 1'000'000;
    ctl::Arguments globals(app);
    ctl::Globals where{globals.word("--workspace"), globals.word("--profile"), {}};
    if (globals.has("--today"))
        where.today = globals.date("--today");
    globals.integer("--passphrase-fd", 0, kMostDescriptors, 0);
    if (globals.has("--workspace") && where.workspace.isEmpty())
        globals.refuse(ctl::usage(u"-w needs the name of a file"_s));
    if (globals.error())
        return ctl::wrongArguments(*globals.error());
    ctl::Context context(where);
    ctl::Arguments arguments(*commands.chosen());
    ctl::Outcome outcome = commands.chosenRun()(context, arguments);
    outcome.remark = context.settled();
    return outcome;
}

void parse(CLI::App &app, std::vector<std::string> words)
{
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    app.parse(std::move(words));
}

// Where several values follow one option, CLI11 cannot tell them from what else a command takes: first they
// are taken for the latter.
void parseEitherWay(CLI::App &app, const std::vector<std::string> &words)
{
    try {
        parse(app, words);
    } catch (const CLI::ExtrasError &) {
        parse(app, ctl::spread(words));
    }
}

QString whatIsWrong(const CLI::App &app, const CLI::ParseError &error)
{
    if (!dynamic_cast<const CLI::RequiredError *>(&error) || !app.get_subcommands().empty())
        return ctl::withoutMarks(error.what());
    const std::vector<std::string> rest = app.remaining();
    return rest.empty() ? u"a command is missing"_s
                        : u"there is no command “%1”"_s.arg(ctl::withoutMarks(rest.front()));
}

ctl::Outcome parseAndRun(CLI::App &app, const ctl::Commands &commands, const std::vector<std::string> &words)
{
    try {
        parseEitherWay(app, words);
    } catch (const CLI::Success &success) {
        app.exit(success); // --help and --version
        return {};
    } catch (const CLI::ParseError &error) {
        return ctl::wrongArguments(ctl::usage(whatIsWrong(app, error)));
    }
    return run(app, commands);
}

} // namespace

// CLI11 throws out of here only for a mistake in what we ourselves describe to it.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char *argv[])
{
    useUtf8();
    qInstallMessageHandler(keepQuiet);
    // A full disk and a closed pipe are answers to a write, not ends of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    loadEnglish(application);

    CLI::App app("The command line of Milepost: boards, trends and recognition for a team, in one file.",
                 "milepostctl");
    app.fallthrough();
    app.require_subcommand(1);
    app.set_version_flag("--version", "milepostctl " MILEPOST_VERSION);
    addGlobals(app);
    ctl::Commands commands(app);
    addCommands(commands);

    const Result<std::vector<std::string>> words = ctl::readable(argc, argv);
    if (!words)
        return ctl::tell(ctl::wrongArguments(words.error()), false);
    const ctl::Outcome outcome = parseAndRun(app, commands, *words);
    return ctl::tell(outcome, app.get_option("--json")->count() > 0);
}
