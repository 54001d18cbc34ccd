// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/importrun.h"
#include "tests/bench/workbench.h"

#include <QElapsedTimer>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kDates = 200;
constexpr double kBound = 1.5;

/// Microseconds a row.
struct Costs
{
    QList<double> open;
    QList<double> verify;
    QList<double> load;
};

double perRow(const QElapsedTimer &timer, int rows)
{
    return double(timer.nsecsElapsed()) / 1e3 / rows;
}

QString imported(const Workbench &bench, int series)
{
    const QString path = bench.newWorkspace(QStringLiteral("linear-%1.milepost").arg(series));
    importApart(bench.profile(), path, bench.seriesFile(series, kDates));
    return path;
}

void measureOnce(const Workbench &bench, const QString &path, int rows, Costs &costs)
{
    Session session(bench.options());
    QElapsedTimer timer;
    timer.start();
    require(session.wait(session.open(path, Session::Read::Structure)), u"opening"_s);
    costs.open.append(perRow(timer, rows));
    timer.start();
    const Verification checked = require(session.wait(session.verify()), u"verifying"_s);
    costs.verify.append(perRow(timer, rows));
    if (!checked.findings.isEmpty())
        throw Failed{path + u" does not verify"_s};
    timer.start();
    require(session.wait(session.loadEverything()), u"loading"_s);
    costs.load.append(perRow(timer, rows));
}

} // namespace

/// The time for each row must not grow with the rows: largest size against smallest, a third size between.
QList<Line> measureLinear(Workbench &bench)
{
    const int most = bench.isQuick() ? 1000 : 5000;
    const QList<int> series = {most / 10, most * 3 / 10, most};
    QStringList paths;
    for (const int count : series)
        paths.append(imported(bench, count));
    QList<Costs> costs(series.size());
    for (int round = 0; round < 5; ++round)
        for (qsizetype i = 0; i < series.size(); ++i)
            measureOnce(bench, paths[i], series[i] * kDates, costs[i]);

    QList<Line> lines;
    for (qsizetype larger = 1; larger < series.size(); ++larger) {
        const auto name = [&](const QString &act) {
            return QStringLiteral("linear: %1, a row of %2 against of %3")
                .arg(act)
                .arg(series[larger] * kDates)
                .arg(series.first() * kDates);
        };
        const auto line = [&](const QString &act, const QList<double> &large, const QList<double> &small) {
            lines.append({name(act), medianOf(large), medianOf(small), u"us"_s, kBound});
        };
        line(u"open"_s, costs[larger].open, costs.first().open);
        line(u"verify"_s, costs[larger].verify, costs.first().verify);
        line(u"load"_s, costs[larger].load, costs.first().load);
    }
    return lines;
}

} // namespace milepost::bench
