// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/inject.h"

#include "tests/faults/apart.h"
#include "tests/faults/failing/failing.h"
#include "tests/faults/writekinds.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

using failing::Mode;
using failing::Plan;

constexpr unsigned kMostSeconds = 60; // a case that takes longer hangs

struct Way
{
    Mode mode;
    const char *name;
    bool hasSecond; ///< there is a recovery to disturb
};
constexpr std::array kWays = {
    Way{Mode::EioOnce, "EIO once", true},         Way{Mode::EioForever, "EIO for ever", false},
    Way{Mode::DiskFull, "disk full", false},      Way{Mode::ShortWrite, "short write", true},
    Way{Mode::SyncFails, "failed sync", true},    Way{Mode::Kill, "kill", false},
    Way{Mode::Torn, "torn write and kill", false}};

/// What the process of one case says at its end.
struct Said
{
    enum Answer : int { Done, Failed, Unknown };
    int answer = Failed;
    int code = 0;
    int hasGoneOn = 0;
    int hasFailed = 0;
    long calls = 0;
};

/// Opens, writes under the plan, and says what was answered.
Said writeUnder(const Plan &plan, WriteKind &kind, const QString &folder)
{
    kind.open(folder);
    failing::arm(QFile::encodeName(folder).constData(), plan);
    const milepost::Done done = kind.write();
    Said said;
    said.hasFailed = failing::hasFailed() ? 1 : 0;
    said.calls = failing::disarm();
    if (done)
        said.answer = Said::Done;
    else
        said.code = static_cast<int>(done.error().code);
    if (!done && done.error().code == Error::Code::WriteUnknown)
        said.answer = kind.settle() ? Said::Done : Said::Unknown;
    const milepost::Done gone = kind.goOn();
    said.hasGoneOn = gone ? 1 : 0;
    if (!gone)
        std::fprintf(stderr, "going on after %d: error %d %s %s\n", said.code,
                     static_cast<int>(gone.error().code), qPrintable(gone.error().values.join(u", "_s)),
                     qPrintable(gone.error().detail));
    return said;
}

/// One run of a write: what its process said, or that it was killed.
struct Outcome
{
    Said said = {};
    bool wasKilled = false;
    bool isOver = false; ///< ended in one of the two ways
};

Outcome runCase(WriteKind &kind, const QString &folder, const Plan &plan)
{
    const Apart<Said> apart = doneApart(kMostSeconds, [&] { return writeUnder(plan, kind, folder); });
    const bool wasKilled = apart.signal == SIGKILL;
    return {apart.said, wasKilled, wasKilled || apart.hasSaid};
}

/// What is wrong with a case; empty if nothing is.
QString judge(const WriteKind &kind, const QString &folder, const Outcome &outcome, bool mayLeaveFiles)
{
    if (!outcome.isOver)
        return u"it ended otherwise"_s;
    const int count = kind.count(folder, outcome.wasKilled || mayLeaveFiles);
    if (outcome.wasKilled)
        return count == 0 || count == 1 ? QString() : QStringLiteral("%1 times").arg(count);
    if (outcome.said.answer == Said::Unknown)
        return u"it is not known"_s;
    if (count != (outcome.said.answer == Said::Done ? 1 : 0))
        return QStringLiteral("answered %1 (error %2), and it is there %3 times")
            .arg(outcome.said.answer)
            .arg(outcome.said.code)
            .arg(count);
    return outcome.said.hasGoneOn != 0 ? QString() : u"nothing more could be written"_s;
}

class Run
{
public:
    explicit Run(const InjectSize &size) : m_size(size), m_random(size.seed) {}

    bool all()
    {
        QElapsedTimer timer;
        timer.start();
        for (const std::unique_ptr<WriteKind> &kind : writeKinds())
            if (m_size.kind.isEmpty() || kind->name() == m_size.kind)
                every(*kind);
        std::printf("seed %u, every %d: %d cases, %d wrong, %lld ms\n", m_size.seed, m_size.every, m_cases,
                    m_wrong, timer.elapsed());
        return m_wrong == 0 && m_cases > 0;
    }

private:
    void every(WriteKind &kind)
    {
        Outcome whole = one(kind, {}, "nothing");
        std::printf("%s: %ld calls\n", qPrintable(kind.name()), whole.said.calls);
        std::fflush(stdout);
        for (const Way &way : kWays) {
            bool isMet = true;
            for (long call = 1 + long(m_random() % unsigned(m_size.every)); isMet; call += m_size.every) {
                const Outcome outcome = one(kind, {way.mode, call, 0}, way.name);
                isMet = outcome.wasKilled || (outcome.isOver && outcome.said.hasFailed != 0);
                if (isMet && way.hasSecond)
                    one(kind, {way.mode, call, 1 + long(m_random() % 20)}, way.name);
            }
        }
    }

    Outcome one(WriteKind &kind, const Plan &plan, const char *way)
    {
        const QTemporaryDir folder(folderInMemory());
        kind.layOut(folder.path());
        const Outcome outcome = runCase(kind, folder.path(), plan);
        const bool mayLeaveFiles = plan.mode == Mode::EioForever || plan.second > 0;
        const QString wrong = judge(kind, folder.path(), outcome, mayLeaveFiles);
        ++m_cases;
        if (!wrong.isEmpty()) {
            ++m_wrong;
            std::printf("WRONG: %s, %s at call %ld, then %ld: %s\n", qPrintable(kind.name()), way, plan.call,
                        plan.second, qPrintable(wrong));
            std::fflush(stdout);
        }
        return outcome;
    }

    InjectSize m_size;
    std::mt19937 m_random;
    int m_cases = 0;
    int m_wrong = 0;
};

} // namespace

bool runInject(const InjectSize &size)
{
    return Run(size).all();
}

} // namespace milepost::faults
