// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/swarm.h"

#include "core/storage/verifier.h"
#include "tests/faults/accounts.h"
#include "tests/faults/teller.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <random>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

constexpr double kSum = Accounts::kCount * Accounts::kEach;

/// One writer, started anew after each kill from the first number that was not acknowledged: that write may
/// be in the file all the same.
class WriterProcess
{
public:
    WriterProcess(QString path, QString profile, int writer, int writes)
        : m_path(std::move(path))
        , m_profile(std::move(profile))
        , m_writer(writer)
        , m_writes(writes)
    {
    }

    void start()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {u"writer"_s, m_path, m_profile, QString::number(m_writer),
                         QString::number(m_acknowledged + 1), QString::number(m_writes)},
                        QIODevice::ReadOnly);
    }
    /// Takes in what it has told; false if it ended with an error.
    bool listen()
    {
        while (m_process.canReadLine())
            note(m_process.readLine());
        return m_process.state() != QProcess::NotRunning || m_process.exitStatus() == QProcess::CrashExit ||
               m_process.exitCode() == 0;
    }
    bool kill()
    {
        if (m_process.state() != QProcess::Running)
            return false;
        m_process.kill();
        m_process.waitForFinished();
        listen();
        return true;
    }
    bool isDone() const { return m_acknowledged == m_writes; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    bool isInOrder() const { return m_isInOrder; }
    QProcess &process() { return m_process; }

private:
    // A line that was cut off by the kill is no acknowledgement.
    void note(const QByteArray &line)
    {
        const int number = line.trimmed().toInt();
        m_isInOrder = m_isInOrder && number == m_acknowledged + 1;
        m_acknowledged = number;
    }

    QProcess m_process;
    QString m_path;
    QString m_profile;
    int m_writer;
    int m_writes;
    int m_acknowledged = 0;
    bool m_isInOrder = true;
};

/// The writers and readers of one run, and what they came to.
class Swarm
{
public:
    explicit Swarm(const SwarmSize &size)
        : m_size(size)
        , m_random(size.seed)
        , m_path(m_folder.filePath(u"bank.milepost"_s))
    {
    }

    bool run()
    {
        if (const Done done = Accounts::found(m_path); !done)
            fail(u"founding"_s, done.error());
        m_timer.start();
        startAll();
        while (hasWork())
            step();
        return judge();
    }

private:
    void startAll()
    {
        for (int i = 0; i < m_size.readers; ++i) {
            m_readers.push_back(std::make_unique<QProcess>());
            m_readers.back()->setProcessChannelMode(QProcess::ForwardedChannels);
            m_readers.back()->start(QCoreApplication::applicationFilePath(), {u"reader"_s, m_path});
        }
        for (int writer = 1; writer <= m_size.writers; ++writer) {
            const QString profile = m_folder.filePath(QStringLiteral("profile%1").arg(writer));
            m_writers.push_back(std::make_unique<WriterProcess>(m_path, profile, writer, m_size.writes));
            m_writers.back()->start();
        }
    }

    bool hasWork() const
    {
        return m_isSound && std::any_of(m_writers.begin(), m_writers.end(),
                                        [](const auto &writer) { return !writer->isDone(); });
    }

    void step()
    {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        for (const auto &writer : m_writers) {
            m_isSound = m_isSound && writer->listen() && writer->isInOrder();
            if (!writer->isRunning() && !writer->isDone())
                writer->start();
        }
        for (const auto &reader : m_readers)
            m_isSound = m_isSound && reader->state() != QProcess::NotRunning;
        WriterProcess &victim = *m_writers[m_random() % m_writers.size()];
        if (m_kills < m_size.kills && !victim.isDone() && victim.kill())
            ++m_kills;
    }

    bool judge()
    {
        for (const auto &writer : m_writers)
            writer->process().waitForFinished();
        for (const auto &reader : m_readers) {
            m_isSound = m_isSound && reader->state() != QProcess::NotRunning;
            reader->kill();
            reader->waitForFinished();
        }
        std::printf("seed %u: %d writers, %d kills, %d readers, %lld ms, all %s: ", m_size.seed,
                    m_size.writers, m_kills, m_size.readers, m_timer.elapsed(),
                    m_isSound ? "sound" : "NOT SOUND");
        std::fflush(stdout);
        return runCheck(m_path, qint64(m_size.writers) * m_size.writes) == 0 && m_isSound;
    }

    SwarmSize m_size;
    std::mt19937 m_random;
    QTemporaryDir m_folder{folderInMemory()};
    QString m_path;
    QElapsedTimer m_timer;
    int m_kills = 0;
    bool m_isSound = true;
    std::vector<std::unique_ptr<WriterProcess>> m_writers;
    std::vector<std::unique_ptr<QProcess>> m_readers;
};

} // namespace

bool runSwarm(const SwarmSize &size)
{
    return Swarm(size).run();
}

int runWriter(const QString &path, const QString &profile, Numbers numbers, Telling telling)
{
    Teller teller(path, profile);
    for (int number = numbers.first; number <= numbers.last; ++number) {
        if (const Done done = teller.move(numbers.writer, number); !done)
            fail(QStringLiteral("writer %1, write %2").arg(numbers.writer).arg(number), done.error());
        const QByteArray line = QByteArray::number(number) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            return 1;
    }
    if (telling == Telling::Longest)
        std::fprintf(stderr, "writer %d: %d writes, the longest %lld ms\n", numbers.writer,
                     numbers.last - numbers.first + 1, teller.longest());
    return 0;
}

int runCheck(const QString &path, qint64 writes)
{
    Accounts bank(path);
    const Result<double> sum = bank.sum();
    const Result<qint64> transfers = bank.transfers();
    const Result<Verification> verification = verify(bank.file().engine(), {});
    const qint64 found = transfers ? *transfers : -1;
    const qsizetype findings = verification ? verification->findings.size() : -1;
    std::printf("%lld of %lld writes, sum %.0f of %.0f, %lld findings\n", found, writes, sum ? *sum : -1,
                kSum, qint64(findings));
    return found == writes && sum && *sum == kSum && findings == 0 ? 0 : 1;
}

int runReader(const QString &path)
{
    Accounts bank(path);
    qint64 seq = 0;
    for (;;) {
        const Result<double> sum = bank.sum();
        if (!sum)
            fail(u"a reader"_s, sum.error());
        if (*sum != kSum)
            fail(QStringLiteral("a reader saw %1 at entry %2").arg(*sum).arg(bank.file().state().seq));
        if (bank.file().state().seq < seq)
            fail(u"a reader saw the journal shrink"_s);
        seq = bank.file().state().seq;
        ::usleep(5000);
    }
}

} // namespace milepost::faults
