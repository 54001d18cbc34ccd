// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/table.h"

#include <cstdio>

namespace milepost::bench {
namespace {

using namespace Qt::StringLiterals;

QString number(double value, const QString &unit)
{
    const int decimals = value < 1 ? 3 : value < 100 ? 2 : 0;
    return QString::number(value, 'f', decimals) + u' ' + unit;
}

void print(const QString &what, const QString &ours, const QString &bare, const QString &ratio,
           const QString &bound, const QString &verdict)
{
    const QString line = what.leftJustified(52) + ours.rightJustified(14) + bare.rightJustified(14) +
                         ratio.rightJustified(8) + bound.rightJustified(12) + u"  "_s + verdict;
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

} // namespace

void printHeading(const QString &folder, const QString &fileSystem)
{
    std::printf("Medians, measured in turn. Files on %s, in %s\n\n", qPrintable(fileSystem),
                qPrintable(folder));
    print(u"figure"_s, u"milepost"_s, u"bare"_s, u"ratio"_s, u"at most"_s, {});
}

void printLine(const Line &line)
{
    const QString verdict = line.isKept() ? u"kept"_s : u"MISSED"_s;
    if (line.bare)
        print(line.what, number(line.ours, line.unit), number(*line.bare, line.unit),
              QString::number(line.measure(), 'f', 2), QString::number(line.bound), verdict);
    else
        print(line.what, number(line.ours, line.unit), u"-"_s, u"-"_s,
              QString::number(line.bound) + u' ' + line.unit, verdict);
}

void printSkipped(const QString &what, const QString &why)
{
    std::printf("%s: skipped: %s\n", qPrintable(what), qPrintable(why));
}

} // namespace milepost::bench
