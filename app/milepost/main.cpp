// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/milepost/appearance.h"
#include "ui/delegates/plaintext.h"
#include "ui/pages/mainwindow.h"
#include "ui/words/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>

using namespace milepost;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    QString file;
    QString profile;
    std::optional<QDate> today;
    bool measuresStart = false;
    QString language = {}; ///< instead of the person's own
};

Arguments readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Goals, figures and thanks of a team, in one file."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(u"profile"_s, QApplication::translate("main", "Folder of the profile."),
                                     u"folder"_s);
    const QCommandLineOption today(
        u"today"_s, QApplication::translate("main", "Pretend that it is this day."), u"date"_s);
    QCommandLineOption measure(u"measure-start"_s);
    measure.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption language(u"language"_s, {}, u"language"_s);
    language.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({profile, today, measure, language});
    parser.addPositionalArgument(u"file"_s, QApplication::translate("main", "Workspace to open."),
                                 u"[file]"_s);
    parser.process(application);
    Arguments arguments{parser.positionalArguments().value(0),
                        parser.value(profile),
                        {},
                        parser.isSet(measure),
                        parser.value(language)};
    if (!parser.isSet(today))
        return arguments;
    arguments.today = QDate::fromString(parser.value(today), Qt::ISODate);
    if (!arguments.today->isValid()) {
        QTextStream(stderr) << u"milepost: --today takes a day such as 2026-11-18\n"_s;
        std::exit(2);
    }
    return arguments;
}

/// Opens what was named, what was open last unless something else was chosen, or on the very first start the
/// demo.
void openFirst(MainWindow &window, const Settings &settings, const Arguments &arguments)
{
    const QString last = window.files().recentPaths().value(0);
    if (!arguments.file.isEmpty())
        window.files().openPath(arguments.file);
    else if (last.isEmpty())
        window.files().openDemo();
    else if (settings.start() != StartWith::Welcome && QFileInfo::exists(last))
        window.files().openPath(last);
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"milepost"_s);
    QApplication::setApplicationDisplayName(u"Milepost"_s);
    QApplication::setApplicationVersion(QStringLiteral(MILEPOST_VERSION));
    QApplication::setDesktopFileName(u"org.milepost.Milepost"_s);
    loadEnglish(application);
    loadTranslation(application, preferredLanguages());
    const Arguments arguments = readArguments(application);
    loadTranslation(application, {arguments.language});

    Session session({arguments.profile, arguments.today});
    QLocale::setDefault(Settings(session.profile()).locale());
    Appearance appearance(session.profile(), application);
    PlainTextOnly plainText;
    application.installEventFilter(&plainText);
    MainWindow window(session);
    window.chooseTheme(appearance.choice());
    QObject::connect(&window, &MainWindow::themeChosen, &appearance, &Appearance::choose);
    QObject::connect(&window, &MainWindow::textSizeChosen, &appearance, &Appearance::chooseTextSize);
    if (arguments.measuresStart)
        QObject::connect(&window, &MainWindow::painted, &application, [&sinceStart] {
            std::printf("%lld\n", sinceStart.elapsed());
            std::fflush(stdout);
            QApplication::quit();
        });
    openFirst(window, Settings(session.profile()), arguments);
    window.show();
    return QApplication::exec();
}
