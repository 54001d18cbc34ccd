// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/schema.h"
#include "tests/bench/figure.h"
#include "tests/bench/importrun.h"
#include "tests/bench/workbench.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr int kDates = 200;
constexpr qint64 kFirstKpi = qint64{1} << 60;
constexpr qint64 kFirstId = kFirstKpi + 1'000'000;

/// Our own table of measurements, with the columns that a CSV file can fill first: the shell's .import fills
/// a row from the left, and leaves NULL what the file does not have.
QString measurementTable()
{
    const QString start = u"CREATE TABLE measurement ("_s;
    for (const QString &statement : schema::all()) {
        if (!statement.startsWith(start))
            continue;
        QStringList columns = statement.mid(start.size(), statement.lastIndexOf(u')') - start.size())
                                  .trimmed()
                                  .split(u",\n    "_s);
        const auto isForSealing = [](const QString &column) {
            return column.startsWith(u"sealed "_s) || column.startsWith(u"key_generation "_s);
        };
        std::stable_partition(columns.begin(), columns.end(), std::not_fn(isForSealing));
        return start + columns.join(u", "_s) + u") STRICT;\n"_s;
    }
    throw Failed{u"there is no table of measurements"_s};
}

QString measurementIndexes()
{
    QString text;
    for (const QString &statement : schema::all())
        if (statement.contains(u" ON measurement ("_s))
            text += statement + u";\n"_s;
    return text;
}

/// The same values as seriesFile(), as rows of the table.
QString rowsFile(const Workbench &bench, int series)
{
    const QString path = bench.scratch(u"rows.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Failed{file.errorString()};
    QRandomGenerator random(1);
    qint64 id = kFirstId;
    for (int i = 0; i < series; ++i)
        for (const QDate &date : weeksOf(kDates))
            file.write(QByteArray::number(id++) + ",3," + QByteArray::number(kFirstKpi + i) + ',' +
                       date.toString(Qt::ISODate).toLatin1() + ',' +
                       QByteArray::number(double(random.bounded(1, 100'000)) / 100, 'f', 2) + '\n');
    return path;
}

/// A file with the KPIs that the rows refer to, and no rows yet.
QString emptyTable(const Workbench &bench, int series)
{
    const QString path = bench.scratch(u"shell.db"_s);
    QFile::remove(path);
    const QString last = QString::number(kFirstKpi + series);
    const QString sql = u"CREATE TABLE kpi (id INTEGER PRIMARY KEY) STRICT;\n"_s + measurementTable() +
                        measurementIndexes() + u"WITH RECURSIVE ids(id) AS (SELECT "_s +
                        QString::number(kFirstKpi) + u" UNION ALL SELECT id + 1 FROM ids WHERE id + 1 < "_s +
                        last + u") INSERT INTO kpi SELECT id FROM ids;\n"_s;
    runProgram(u"sqlite3"_s, {path}, sql.toUtf8());
    return path;
}

double importByShell(const Workbench &bench, const QString &rows, int series)
{
    const QString path = emptyTable(bench, series);
    const QString script =
        u"PRAGMA journal_mode=DELETE;\nPRAGMA synchronous=EXTRA;\nPRAGMA foreign_keys=ON;\n"
        "PRAGMA mmap_size=0;\nPRAGMA cell_size_check=ON;\nPRAGMA secure_delete=ON;\n"
        "PRAGMA cache_size=-32768;\nBEGIN IMMEDIATE;\n.import --csv "_s +
        rows + u" measurement\nCOMMIT;\nSELECT count(*) FROM measurement;\n"_s;
    QElapsedTimer timer;
    timer.start();
    // What it says of every row that is shorter than the table goes nowhere.
    const QByteArray answer =
        runProgram(u"sh"_s, {u"-c"_s, u"exec sqlite3 \"$1\" 2>/dev/null"_s, u"sh"_s, path}, script.toUtf8());
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    if (answer.trimmed().split('\n').last().toInt() != series * kDates)
        throw Failed{u"the shell imported "_s + QString::fromUtf8(answer)};
    return milliseconds;
}

void checkImported(const Workbench &bench, const QString &workspace)
{
    Session session(bench.options());
    require(session.wait(session.open(workspace, Session::Read::Frame)), u"opening"_s);
    const Verification checked = require(session.wait(session.verify()), u"verifying"_s);
    if (!checked.findings.isEmpty())
        throw Failed{u"the imported values do not verify"_s};
}

} // namespace

QList<Line> measureImport(Workbench &bench)
{
    const int series = bench.isQuick() ? 500 : 5000;
    const QString csv = bench.seriesFile(series, kDates);
    const QString rows = rowsFile(bench, series);
    QString workspace;
    double memory = 0;
    double pause = 0;
    const auto ours = [&] {
        workspace = bench.newWorkspace(u"import.milepost"_s);
        const ImportRun run = importApart(bench.profile(), workspace, csv);
        memory = qMax(memory, run.mebibytes);
        pause = qMax(pause, run.longestPause);
        return run.milliseconds;
    };
    const auto theirs = [&] { return importByShell(bench, rows, series); };
    const QList<double> medians = inTurn(bench.isQuick() ? 3 : 5, {ours, theirs});
    checkImported(bench, workspace);
    const QString what = u"import: "_s + QString::number(series * kDates) + u" rows"_s;
    return {{what + u", against sqlite3 .import"_s, medians[0], medians[1], u"ms"_s, 2.0},
            {what + u", memory"_s, memory, {}, u"MiB"_s, 300},
            {what + u", longest pause of the window"_s, pause, {}, u"ms"_s, 100}};
}

} // namespace milepost::bench
