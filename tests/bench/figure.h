// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace milepost::bench {

class Workbench;

/// One line of the table: what was measured, beside what, and how much it may be.
struct Line
{
    QString what = {};
    double ours = 0;
    std::optional<double> bare = {}; ///< the baseline of the same run; without one the bound is for `ours`
    QString unit = {};
    double bound = 0; ///< the most that ours / bare (or ours) may be

    double measure() const { return bare ? ours / *bare : ours; }
    bool isKept() const { return measure() <= bound; }
};

/// One figure: measures, and answers its lines. Throws Failed when it cannot measure.
struct Figure
{
    QString name = {};
    std::function<QList<Line>(Workbench &)> measure = {};
};

QList<Line> measureRecord(Workbench &bench);
QList<Line> measureImport(Workbench &bench);
QList<Line> measureStart(Workbench &bench);
QList<Line> measureMemory(Workbench &bench);
QList<Line> measureLinear(Workbench &bench);
QList<Line> measurePalette(Workbench &bench);
QList<Line> measureBoard(Workbench &bench);

double medianOf(QList<double> values);

/// The medians of several things done in turn, A B A B …, so that all of them meet the same machine.
QList<double> inTurn(int rounds, const QList<std::function<double()>> &things);

} // namespace milepost::bench
