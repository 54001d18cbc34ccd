// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/accounts.h"
#include "tests/faults/blind.h"
#include "tests/faults/client.h"
#include "tests/faults/inject.h"
#include "tests/faults/reads.h"
#include "tests/faults/share.h"
#include "tests/faults/swarm.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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

} // namespace

/// milepost_faults swarm [--writers N] [--writes N] [--kills N] [--readers N] [--seed N]
/// milepost_faults inject [--seed N] [--kind KIND] [--every N]
/// milepost_faults share [--clients N] [--seconds N] [--writers N] [--pollers N] [--loose]
/// milepost_faults share [--clients N] [--seconds N] [--writers N] [--pollers N] [--loose]
/// milepost_faults blind [--loose]
/// milepost_faults reads [--kpis N] [--weeks N] [--loose]
/// Its parts, for other stages: client FILE PROFILE NUMBER TRAITS, found FILE, writer FILE PROFILE WRITER FIRST
/// LAST [tell], reader FILE, check FILE WRITES.
int main(int count, char **words)
{
    const QCoreApplication program(count, words);
    QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    if (what == u"writer")
        return runWriter(arguments.value(2), arguments.value(3),
                         {arguments.value(4).toInt(), arguments.value(5).toInt(), arguments.value(6).toInt()},
                         arguments.value(7) == u"tell" ? Telling::Longest : Telling::Numbers);
    if (what == u"check")
        return runCheck(arguments.value(2), arguments.value(3).toLongLong());
    if (what == u"reader")
        return runReader(arguments.value(2));
    if (what == u"found") {
        const milepost::Done done = Accounts::found(arguments.value(2));
        return done ? 0 : 1;
    }
    if (what == u"inject") {
        arguments.removeAt(1);
        return runInject(injectSizeFrom(arguments)) ? 0 : 1;
    }
    if (what == u"client")
        return runClient(arguments.sliced(2));
    if (what == u"blind")
        return runBlind(arguments.contains(u"--loose"_s) ? kManySecondsBlind : kMostSecondsBlind) ? 0 : 1;
    if (what == u"reads") {
        arguments.removeAt(1);
        return runReads(readsSizeFrom(arguments)) ? 0 : 1;
    }
    if (what == u"share") {
        arguments.removeAt(1);
        return runShare(shareSizeFrom(arguments)) ? 0 : 1;
    }
    if (what != u"swarm")
        fail(
            u"usage: milepost_faults swarm [--writers N] [--writes N] [--kills N] [--readers N] [--seed N]"_s);
    arguments.removeAt(1);
    return runSwarm(sizeFrom(arguments)) ? 0 : 1;
}
