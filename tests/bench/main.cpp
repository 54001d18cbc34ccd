// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/importrun.h"
#include "tests/bench/table.h"
#include "tests/bench/workbench.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace milepost::bench;
using namespace Qt::StringLiterals;

const QList<Figure> &allFigures()
{
    static const QList<Figure> figures = {
        {u"record"_s, measureRecord}, {u"import"_s, measureImport}, {u"start"_s, measureStart},
        {u"memory"_s, measureMemory}, {u"linear"_s, measureLinear}, {u"palette"_s, measurePalette},
        {u"board"_s, measureBoard},
    };
    return figures;
}

QStringList namesOfFigures()
{
    QStringList names;
    for (const Figure &figure : allFigures())
        names.append(figure.name);
    return names;
}

/// Answers whether every bound was kept.
bool measure(Workbench &bench, const QString &only)
{
    printHeading(bench.kept({}), bench.fileSystem());
    bool isKept = true;
    for (const Figure &figure : allFigures()) {
        if (!only.isEmpty() && figure.name != only)
            continue;
        for (const Line &line : figure.measure(bench)) {
            printLine(line);
            isKept = isKept && line.isKept();
        }
    }
    return isKept;
}

int run(const QStringList &arguments)
{
    if (arguments.value(1) == u"--run-import"_s)
        return runImport(arguments.value(2), arguments.value(3), arguments.value(4));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures Milepost beside bare baselines. Ends with 1 if a bound is missed."_s);
    parser.addHelpOption();
    parser.addOption({u"only"_s, u"Measure one figure: "_s + namesOfFigures().join(u", "_s), u"NAME"_s});
    parser.addOption({u"quick"_s, u"A tenth of the rows and fewer rounds: for a first look."_s});
    parser.process(arguments);
    const QString only = parser.value(u"only"_s);
    if (!only.isEmpty() && !namesOfFigures().contains(only)) {
        std::fprintf(stderr, "there is no figure \"%s\"\n", qPrintable(only));
        return 2;
    }
    Workbench bench(QCoreApplication::applicationDirPath() + u"/bench-data"_s, parser.isSet(u"quick"_s));
    return measure(bench, only) ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    try {
        return run(QCoreApplication::arguments());
    } catch (const Failed &failed) {
        std::fprintf(stderr, "milepost_bench: %s\n", qPrintable(failed.why));
        return 2;
    }
}
