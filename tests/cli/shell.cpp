// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"

#include "tests/support/printing.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace milepost::test {

QJsonObject Answer::json() const
{
    INFO("standard output: " << out.toStdString() << "\nstandard error: " << err.toStdString());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    REQUIRE(error.error == QJsonParseError::NoError);
    REQUIRE(document.isObject());
    return document.object();
}

qsizetype Answer::complaints() const
{
    return err.count('\n');
}

Shell::Shell()
{
    REQUIRE(m_folder.isValid());
}

Answer Shell::runLimited(int kilobytes, const QStringList &arguments) const
{
    // Units of 512 bytes, by POSIX.
    const QString line = u"ulimit -f %1; exec \"$0\" \"$@\""_s.arg(kilobytes * 2);
    QProcess process;
    start(process, u"/bin/sh"_s, QStringList{u"-c"_s, line, QStringLiteral(MILEPOSTCTL)} + arguments);
    return answerOf(process);
}

void Shell::start(QProcess &process, const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"TZ"_s, QString::fromLatin1(m_zone));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
}

Answer Shell::answerOf(QProcess &process)
{
    REQUIRE(process.waitForFinished(120'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer Shell::run(const QStringList &arguments) const
{
    QProcess process;
    start(process, QStringLiteral(MILEPOSTCTL), arguments);
    return answerOf(process);
}

Answer Shell::interrupted(const QStringList &arguments, const QString &file, int signal) const
{
    QProcess process;
    start(process, QStringLiteral(MILEPOSTCTL), arguments);
    REQUIRE(process.waitForStarted());
    while (!QFile::exists(path(file)) && !process.waitForFinished(1)) {
    }
    REQUIRE(process.state() == QProcess::Running);
    REQUIRE(kill(static_cast<pid_t>(process.processId()), signal) == 0);
    return answerOf(process);
}

// Globals first: what follows "--" in the arguments is never an option.
QStringList Shell::withGlobals(const QString &profile, const QStringList &arguments)
{
    return QStringList{u"-w"_s, u"W.milepost"_s, u"--profile"_s, profile, u"--json"_s} + arguments;
}

Answer Shell::as(const QString &profile, const QStringList &arguments) const
{
    return run(withGlobals(profile, arguments));
}

std::unique_ptr<QProcess> Shell::begin(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    start(*process, QStringLiteral(MILEPOSTCTL), withGlobals(u"ann"_s, arguments));
    REQUIRE(process->waitForStarted());
    return process;
}

QJsonObject Shell::ok(const QStringList &arguments) const
{
    const Answer answer = (*this)(arguments);
    INFO(arguments.join(u' ').toStdString() << ": " << answer.err.toStdString());
    REQUIRE(answer.exit == 0);
    CHECK(answer.err.isEmpty());
    return answer.json();
}

void Shell::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

QByteArray Shell::read(const QString &name) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void Shell::found() const
{
    ok(words("--today 2026-03-10 new --name Acme --person Ann"));
    ok(words("--today 2026-03-10 board add Support"));
    ok(words("--today 2026-03-10 person add Bob"));
    const Answer joined = as(u"bob"_s, words("--today 2026-03-10 join Bob"));
    REQUIRE(joined.exit == 0);
}

QJsonObject Shell::board(const QString &name, const QStringList &options) const
{
    return named(ok(QStringList{u"show"_s, name} + options)[u"boards"_s], name);
}

QJsonObject named(const QJsonValue &list, const QString &name)
{
    for (const QJsonValue value : list.toArray()) { // clazy:exclude=range-loop-reference
        const QJsonObject object = value.toObject();
        if (object[u"name"_s].toString() == name || object[u"title"_s].toString() == name)
            return object;
    }
    FAIL("there is no " << name.toStdString());
    return {};
}

QStringList words(const char *line)
{
    QStringList list;
    QString word;
    bool isQuoted = false;
    bool isWord = false;
    for (const QChar letter : QString::fromUtf8(line)) {
        if (letter == u'\'') {
            isQuoted = !isQuoted;
            isWord = true;
        } else if (letter == u' ' && !isQuoted) {
            if (isWord)
                list << word;
            word.clear();
            isWord = false;
        } else {
            word += letter;
            isWord = true;
        }
    }
    if (isWord)
        list << word;
    return list;
}

} // namespace milepost::test
