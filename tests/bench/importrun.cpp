// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/importrun.h"

#include "core/exchange/csvimport.h"
#include "tests/bench/workbench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QThread>
#include <QTimer>

#include <cstdio>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

using Batch = std::shared_ptr<const ImportBatch>;

/// A timer that ticks often, and remembers the longest time between two ticks.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(std::chrono::milliseconds(2));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_last.start();
        m_timer.start();
    }
    void beat() { m_longest = qMax(m_longest, double(m_last.nsecsElapsed()) / 1e6), m_last.start(); }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    double m_longest = 0;
};

/// VmHWM rather than getrusage's maximum, which a child inherits from the process that started it.
double mostMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        throw Failed{u"there is no /proc"_s};
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toDouble() / 1024;
    throw Failed{u"/proc does not tell the memory"_s};
}

Batch readBatch(const QString &csv)
{
    CsvMapping mapping;
    mapping.board = u"Imported"_s;
    mapping.date = u"date"_s;
    mapping.values = QStringList{u"value"_s};
    mapping.series = u"series"_s;
    return std::make_shared<const ImportBatch>(require(readCsv(csv, mapping), u"reading the CSV file"_s));
}

/// Runs \p job on a thread of its own while the event loop turns.
template<class Job>
void runBeside(Job job)
{
    QEventLoop loop;
    const std::unique_ptr<QThread> thread(QThread::create(std::move(job)));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
}

template<class Answer>
Answer waitTurning(const QFuture<Answer> &future)
{
    QEventLoop loop;
    QFutureWatcher<Answer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    loop.exec();
    return future.result();
}

} // namespace

int runImport(const QString &profile, const QString &workspace, const QString &csv)
{
    Session session({profile, {}});
    require(session.wait(session.open(workspace, Session::Read::Board)), u"opening"_s);
    Heartbeat heart;
    QElapsedTimer timer;
    timer.start();
    Batch batch;
    runBeside([&batch, &csv] { batch = readBatch(csv); });
    const Session::Imported imported = require(waitTurning(session.import(batch, false)), u"importing"_s);
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    QCoreApplication::processEvents();
    heart.beat();
    if (imported.summary.added != qint64(batch->points.size()))
        throw Failed{u"not every value was imported"_s};
    std::printf("%f %f %f\n", milliseconds, mostMebibytes(), heart.longest());
    return 0;
}

ImportRun importApart(const QString &profile, const QString &workspace, const QString &csv)
{
    const QByteArray answer =
        runProgram(QCoreApplication::applicationFilePath(), {u"--run-import"_s, profile, workspace, csv});
    const QList<QByteArray> numbers = answer.trimmed().split(' ');
    if (numbers.size() != 3)
        throw Failed{u"the importing process said "_s + QString::fromUtf8(answer)};
    return {numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble()};
}

} // namespace milepost::bench
