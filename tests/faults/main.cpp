// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/accounts.h"
#include "tests/faults/blind.h"
#include "tests/faults/client.h"
#include "tests/faults/corrupt.h"
#include "tests/faults/full.h"
#include "tests/faults/inject.h"
#include "tests/faults/reads.h"
#include "tests/faults/share.h"
#include "tests/faults/swarm.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <functional>

using namespace milepost::faults;
using namespace Qt::StringLiterals;

namespace {

// Where a machine does other things as well, as with the tests, figures are told and bounds are wide.
const QString kLoose = u"loose"_s;
constexpr double kMostSecondsBlind = 10;
constexpr double kManySecondsBlind = 30;
constexpr int kManyMilliseconds = 2000;

SwarmSize sizeFrom(const QStringList &arguments)
{
    SwarmSize size;
    QCommandLineParser parser;
    const auto option = [&parser](const QString &name, int usual) {
        parser.addOption({name, {}, u"N"_s, QString::number(usual)});
    };
    option(u"writers"_s, size.writers);
    option(u"writes"_s, size.writes);
    option(u"kills"_s, size.kills);
    option(u"readers"_s, size.readers);
    option(u"seed"_s, static_cast<int>(size.seed));
    parser.process(arguments);
    size.writers = parser.value(u"writers"_s).toInt();
    size.writes = parser.value(u"writes"_s).toInt();
    size.kills = parser.value(u"kills"_s).toInt();
    size.readers = parser.value(u"readers"_s).toInt();
    size.seed = parser.value(u"seed"_s).toUInt();
    return size;
}

InjectSize injectSizeFrom(const QStringList &arguments)
{
    InjectSize size;
    QCommandLineParser parser;
    parser.addOption({u"seed"_s, {}, u"N"_s, u"1"_s});
    parser.addOption({u"kind"_s, {}, u"KIND"_s, {}});
    parser.addOption({u"every"_s, {}, u"N"_s, u"1"_s});
    parser.process(arguments);
    size.seed = parser.value(u"seed"_s).toUInt();
    size.kind = parser.value(u"kind"_s);
    size.every = std::max(1, parser.value(u"every"_s).toInt());
    return size;
}

ShareSize shareSizeFrom(const QStringList &arguments)
{
    ShareSize size;
    QCommandLineParser parser;
    for (const auto &[name, usual] : {std::pair(u"clients"_s, size.clients),
                                      {u"seconds"_s, size.seconds},
                                      {u"writers"_s, size.writers},
                                      {u"pollers"_s, size.pollers}})
        parser.addOption({name, {}, u"N"_s, QString::number(usual)});
    parser.addOption(QCommandLineOption(kLoose));
    parser.process(arguments);
    size.clients = parser.value(u"clients"_s).toInt();
    size.seconds = parser.value(u"seconds"_s).toInt();
    size.writers = std::min(size.clients, parser.value(u"writers"_s).toInt());
    size.pollers = parser.value(u"pollers"_s).toInt();
    if (parser.isSet(kLoose))
        size = {size.clients, size.seconds, size.writers, size.pollers, 2, 20, 5, 0};
    return size;
}

ReadsSize readsSizeFrom(const QStringList &arguments)
{
    ReadsSize size;
    QCommandLineParser parser;
    parser.addOption({u"kpis"_s, {}, u"N"_s, u"0"_s});
    parser.addOption({u"weeks"_s, {}, u"N"_s, QString::number(size.demo.weeks)});
    parser.addOption(QCommandLineOption(kLoose));
    parser.process(arguments);
    if (parser.isSet(kLoose))
        size.milliseconds = kManyMilliseconds;
    size.demo.kpis = parser.value(u"kpis"_s).toInt();
    size.demo.weeks = parser.value(u"weeks"_s).toInt();
    return size;
}

FullSize fullSizeFrom(const QStringList &arguments)
{
    FullSize size;
    QCommandLineParser parser;
    parser.addOption({u"kind"_s, {}, u"KIND"_s, {}});
    parser.addOption({u"sizes"_s, {}, u"N"_s, QString::number(size.sizes)});
    parser.process(arguments);
    size.kind = parser.value(u"kind"_s);
    size.sizes = std::max(2, parser.value(u"sizes"_s).toInt());
    return size;
}

CorruptSize corruptSizeFrom(const QStringList &arguments)
{
    CorruptSize size;
    QCommandLineParser parser;
    parser.addOption({u"seed"_s, {}, u"N"_s, QString::number(size.seed)});
    parser.addOption({u"count"_s, {}, u"N"_s, QString::number(size.count)});
    parser.addOption({u"first"_s, {}, u"N"_s, QString::number(size.first)});
    parser.process(arguments);
    size.seed = parser.value(u"seed"_s).toUInt();
    size.count = parser.value(u"count"_s).toInt();
    size.first = parser.value(u"first"_s).toInt();
    return size;
}

using Arguments = QStringList;

/// The words after which the program does one thing; the first ones are whole runs, the others their
/// processes.
const std::pair<QString, std::function<bool(const Arguments &)>> kStages[] = {
    // [--writers N] [--writes N] [--kills N] [--readers N] [--seed N]
    {u"swarm"_s, [](const Arguments &given) { return runSwarm(sizeFrom(given)); }},
    // [--seed N] [--kind KIND] [--every N]
    {u"inject"_s, [](const Arguments &given) { return runInject(injectSizeFrom(given)); }},
    // [--kind KIND] [--sizes N]
    {u"full"_s, [](const Arguments &given) { return runFull(fullSizeFrom(given)); }},
    // [--count N] [--seed N] [--first N]
    {u"corrupt"_s, [](const Arguments &given) { return runCorrupt(corruptSizeFrom(given)); }},
    // [--clients N] [--seconds N] [--writers N] [--pollers N] [--loose]
    {u"share"_s, [](const Arguments &given) { return runShare(shareSizeFrom(given)); }},
    // [--loose]
    {u"blind"_s,
     [](const Arguments &given) {
         return runBlind(given.contains(u"--loose"_s) ? kManySecondsBlind : kMostSecondsBlind);
     }},
    // [--kpis N] [--weeks N] [--loose]
    {u"reads"_s, [](const Arguments &given) { return runReads(readsSizeFrom(given)); }},

    // FILE
    {u"found"_s, [](const Arguments &given) { return bool(Accounts::found(given.value(1))); }},
    // FILE PROFILE WRITER FIRST LAST [tell]
    {u"writer"_s,
     [](const Arguments &given) {
         const Numbers numbers{given.value(3).toInt(), given.value(4).toInt(), given.value(5).toInt()};
         const Telling telling = given.value(6) == u"tell" ? Telling::Longest : Telling::Numbers;
         return runWriter(given.value(1), given.value(2), numbers, telling) == 0;
     }},
    // FILE
    {u"reader"_s, [](const Arguments &given) { return runReader(given.value(1)) == 0; }},
    // FILE WRITES
    {u"check"_s,
     [](const Arguments &given) { return runCheck(given.value(1), given.value(2).toLongLong()) == 0; }},
    // FILE PROFILE NUMBER TRAITS
    {u"client"_s, [](const Arguments &given) { return runClient(given.sliced(1)) == 0; }},
};

} // namespace

/// milepost_faults STAGE [ARGUMENTS]
int main(int count, char **words)
{
    const QCoreApplication program(count, words);
    const QStringList given = QCoreApplication::arguments().sliced(1);
    QStringList known;
    for (const auto &[name, run] : kStages) {
        if (name == given.value(0))
            return run(given) ? 0 : 1;
        known.append(name);
    }
    fail(u"milepost_faults does one of these: "_s + known.join(u", "_s));
}
