// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/importrun.h"
#include "tests/bench/table.h"
#include "tests/bench/workbench.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kKpisOfBoard = 10; // as the demo company makes its boards

/// From before the process exists to its word that the first picture is painted: loading the program's
/// libraries counts too, on both sides.
double millisecondsToFirstLine(const Workbench &bench, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(bench.environment());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments, QIODevice::ReadOnly);
    while (process.waitForReadyRead(60'000)) {
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        if (!process.canReadLine())
            continue;
        process.waitForFinished();
        return milliseconds;
    }
    throw Failed{program + u" did not say when it had painted: "_s +
                 QString::fromUtf8(process.readAllStandardError())};
}

/// A workspace with one board that is like the boards of the large one.
QString oneBoard(const Workbench &bench, int weeks)
{
    const QString path = bench.newWorkspace(u"one-board.milepost"_s);
    importApart(bench.profile(), path, bench.seriesFile(kKpisOfBoard, weeks));
    return path;
}

/// A board with kKpisOfBoard KPIs and nothing else: those made to size come after the handmade ones.
BoardId plainBoardOf(const Workbench &bench, const QString &path)
{
    Session session(bench.options());
    require(session.wait(session.open(path, Session::Read::Structure)), u"opening"_s);
    const BoardId board = session.state().of<Board>().all().last()->id;
    if (session.state().of<Kpi>().of(board).size() != kKpisOfBoard)
        throw Failed{u"the demo's last board is not as expected"_s};
    return board;
}

} // namespace

/// Start to first painted board. `milepost --measure-start FILE` prints a line once it has painted, and ends.
QList<Line> measureStart(Workbench &bench)
{
    const QString program = beside(u"milepost"_s);
    if (!QFileInfo(program).isExecutable()) {
        printSkipped(u"start"_s, u"there is no program milepost beside this one"_s);
        return {};
    }
    const int kpis = bench.isQuick() ? 600 : 5000;
    const int weeks = bench.isQuick() ? 52 : 260;
    const QString large = bench.demo(kpis, weeks);
    const QString small = oneBoard(bench, weeks);
    const BoardId plainBoard = plainBoardOf(bench, large);
    const auto start = [&](const QString &path, BoardId board) {
        return [&bench, program, path, board] {
            Profile(bench.profile()).rememberBoard(path, board);
            return millisecondsToFirstLine(bench, program, {u"--measure-start"_s, path});
        };
    };
    const auto window = [&] {
        return millisecondsToFirstLine(bench, beside(u"milepost_bench_window"_s), {});
    };
    const QList<double> medians =
        inTurn(bench.rounds(16), {start(large, {}), window, start(large, plainBoard), start(small, {})});
    const QString what = QStringLiteral("start: %1 KPIs x %2 weeks, against ").arg(kpis).arg(weeks);
    return {{what + u"a bare window"_s, medians[0], medians[1], u"ms"_s, 4},
            {what + u"one board"_s, medians[2], medians[3], u"ms"_s, 1.5}};
}

} // namespace milepost::bench
