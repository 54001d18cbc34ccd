// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/workbench.h"

#include <QFile>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

/// A workspace with one board of this many KPIs, half a year of weeks each; made once and kept.
QString oneBoardOf(const Workbench &bench, int rows)
{
    const QString path = bench.kept(QStringLiteral("board-%1.milepost").arg(rows));
    if (QFile::exists(path))
        return path;
    ImportBatch batch;
    batch.board = u"Bench"_s;
    batch.source = u"bench.csv"_s;
    const QList<QDate> weeks = weeksOf(26);
    for (qint32 row = 0; row < rows; ++row) {
        batch.series.push_back(u"Series "_s + QString::number(row).rightJustified(5, u'0'));
        for (qint32 week = 0; week < weeks.size(); ++week)
            batch.points.push_back({row, week + 2, qint32(weeks[week].toJulianDay()), 0,
                                    double((row * 37 + week * 11) % 1000) / 10, 0, 0});
    }
    const QString draft = bench.newWorkspace(u"board.milepost"_s);
    {
        Session session(bench.options());
        require(session.wait(session.open(draft, Session::Read::Everything)), u"opening"_s);
        const auto imported = require(
            session.wait(session.import(std::make_shared<const ImportBatch>(batch), false)), u"importing"_s);
        if (imported.refused)
            require(Done(*imported.refused), u"importing"_s);
    }
    if (!QFile::rename(draft, path))
        throw Failed{u"the board could not be kept"_s};
    return path;
}

} // namespace

/// A board in someone's hands: scrolling, filtering, recording. Fixed bounds, because people's patience is
/// fixed.
QList<Line> measureBoard(Workbench &bench)
{
    const QString program = beside(u"milepost_bench_board"_s);
    const int rows = bench.isQuick() ? 500 : 5000;
    const QString file = oneBoardOf(bench, rows);
    QList<double> scroll;
    QList<double> filter;
    QList<double> record;
    for (int round = 0; round < bench.rounds(5); ++round) {
        const QString copy = bench.scratch(QStringLiteral("board-%1.milepost").arg(round));
        if (!QFile::copy(file, copy))
            throw Failed{u"the board could not be copied"_s};
        const QByteArray said = runProgram(program, {copy, bench.profile()}).trimmed();
        const QList<QByteArray> numbers = said.split(' ');
        if (numbers.size() != 3)
            throw Failed{u"the board said "_s + QString::fromUtf8(said)};
        scroll.append(numbers.value(0).toDouble());
        filter.append(numbers.value(1).toDouble());
        record.append(numbers.value(2).toDouble());
    }
    const QString what = QStringLiteral("board of %1 rows: ").arg(rows);
    return {{what + u"95 % of scrolled frames"_s, medianOf(scroll), {}, u"ms"_s, 16},
            {what + u"the slowest key in the filter"_s, medianOf(filter), {}, u"ms"_s, 50},
            {what + u"standstill when recording"_s, medianOf(record), {}, u"ms"_s, 100}};
}

} // namespace milepost::bench
