// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/table.h"
#include "tests/bench/workbench.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QThread>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPauseMs = 200;
constexpr int kStillFor = 10;  // samples in a row that differ by less than a hundredth
constexpr int kPatience = 300; // samples
constexpr int kLeastSamples = 15;

/// What is in memory of a process now, the libraries that it shares with others included.
double mebibytesOf(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        throw Failed{u"the process that is measured has ended"_s};
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).trimmed().split(' ').first().toDouble() / 1024;
    throw Failed{u"/proc does not tell the memory"_s};
}

/// Starts the program, and asks again and again until what it holds in memory stays the same.
double restingMebibytes(const Workbench &bench, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(bench.environment());
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForStarted())
        throw Failed{program + u" does not start"_s};
    double last = 0;
    int still = 0;
    for (int sample = 0; sample < kPatience && (still < kStillFor || sample < kLeastSamples); ++sample) {
        QThread::msleep(kPauseMs);
        const double now = mebibytesOf(process.processId());
        still = qAbs(now - last) < last / 100 ? still + 1 : 0;
        last = now;
    }
    process.kill();
    process.waitForFinished();
    if (still < kStillFor)
        throw Failed{program + u" does not come to rest"_s};
    return last;
}

} // namespace

/// The memory of the program with a large workspace before it, when it has read all of it.
QList<Line> measureMemory(Workbench &bench)
{
    const QString program = beside(u"milepost"_s);
    if (!QFileInfo(program).isExecutable()) {
        printSkipped(u"memory"_s, u"there is no program milepost beside this one"_s);
        return {};
    }
    const int kpis = bench.isQuick() ? 600 : 5000;
    const int weeks = bench.isQuick() ? 52 : 260;
    const QString path = bench.demo(kpis, weeks);
    const double ours = restingMebibytes(bench, program, {path});
    const double bare = restingMebibytes(bench, beside(u"milepost_bench_window"_s), {u"--stay"_s});
    return {{QStringLiteral("memory: %1 KPIs x %2 weeks, against a bare window").arg(kpis).arg(weeks), ours,
             bare, u"MiB"_s, 2.5}};
}

} // namespace milepost::bench
