// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/workbench.h"

namespace milepost::bench {

/// The command palette over many names: how long it takes to open, and for a key.
QList<Line> measurePalette(Workbench &bench)
{
    using namespace Qt::StringLiterals;
    const QString path = bench.demo(bench.isQuick() ? 5'000 : 50'000, 1);
    const QString program = beside(u"milepost_bench_palette"_s);
    const QByteArray said = runProgram(program, {bench.profile(), path, u"-platform"_s, u"offscreen"_s});
    const QList<QByteArray> words = said.simplified().split(' ');
    if (words.size() != 3)
        throw Failed{u"the palette said "_s + QString::fromUtf8(said)};
    const QString what = u"palette: %1 names, "_s.arg(words[0].toInt());
    return {{what + u"opening"_s, words[1].toDouble(), {}, u"ms"_s, 100},
            {what + u"the slowest key"_s, words[2].toDouble(), {}, u"ms"_s, 50}};
}

} // namespace milepost::bench
