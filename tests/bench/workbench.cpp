// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workbench.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStorageInfo>

namespace milepost::bench {

using namespace Qt::StringLiterals;

void require(const Done &done, const QString &doing)
{
    if (done)
        return;
    const Error &error = done.error();
    throw Failed{doing + u": error "_s + QString::number(int(error.code)) + u' ' +
                 error.values.join(u", "_s) + u' ' + error.detail};
}

Workbench::Workbench(const QString &home, bool quick)
    : m_home(home)
    , m_quick(quick)
    , m_scratch((QDir().mkpath(home), home + u"/run-XXXXXX"_s))
{
    if (!m_scratch.isValid())
        throw Failed{m_scratch.errorString()};
}

QString Workbench::kept(const QString &name) const
{
    return m_home + u'/' + name;
}

QString Workbench::fileSystem() const
{
    return QString::fromLatin1(QStorageInfo(m_home).fileSystemType());
}

QProcessEnvironment Workbench::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"MILEPOST_PROFILE"_s, profile());
    return environment;
}

QString Workbench::newWorkspace(const QString &name) const
{
    const QString path = scratch(name);
    QFile::remove(path);
    Session session(options());
    require(session.wait(session.create(path, u"Bench"_s, u"Ann"_s)), u"creating a workspace"_s);
    return path;
}

QString Workbench::demo(int kpis, int weeks) const
{
    const DemoSize size{24, kpis, weeks};
    const QString path = kept(QStringLiteral("demo-%1-%2-%3.milepost").arg(kpis).arg(weeks).arg(size.seed));
    if (QFile::exists(path))
        return path;
    Session session(options());
    require(session.wait(session.createDemo(path, size)), u"making a demo company"_s);
    return path;
}

QList<QDate> weeksOf(int dates)
{
    const QDate last(2024, 12, 30);
    QList<QDate> list;
    for (int week = 0; week < dates; ++week)
        list.append(last.addDays(-7LL * (dates - 1 - week)));
    return list;
}

QString Workbench::seriesFile(int series, int dates) const
{
    const QString path = scratch(QStringLiteral("%1x%2.csv").arg(series).arg(dates));
    QFile file(path);
    if (file.exists())
        return path;
    if (!file.open(QIODevice::WriteOnly))
        throw Failed{file.errorString()};
    QRandomGenerator random(1);
    file.write("series,date,value\n");
    for (int i = 0; i < series; ++i) {
        const QByteArray name = "Series " + QByteArray::number(i).rightJustified(5, '0');
        for (const QDate &date : weeksOf(dates))
            file.write(name + ',' + date.toString(Qt::ISODate).toLatin1() + ',' +
                       QByteArray::number(double(random.bounded(1, 100'000)) / 100, 'f', 2) + '\n');
    }
    return path;
}

QString beside(const QString &program)
{
    return QCoreApplication::applicationDirPath() + u'/' + program;
}

QByteArray runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted())
        throw Failed{program + u": "_s + process.errorString()};
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw Failed{program + u": "_s + QString::fromUtf8(process.readAllStandardError())};
    return process.readAllStandardOutput();
}

} // namespace milepost::bench
