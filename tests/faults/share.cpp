// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/share.h"

#include "tests/faults/accounts.h"
#include "tests/faults/client.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <numeric>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

using Waits = std::vector<qint64>;

constexpr qint64 kSoon = 500;         // so long after a command all have heard it
constexpr qint64 kMostMs = 120'000;   // longer takes only what hangs
constexpr qint64 kMillisecond = 1000; // a second has so many

double meanOf(const Waits &waits)
{
    return waits.empty()
               ? 0
               : double(std::accumulate(waits.begin(), waits.end(), qint64{0})) / double(waits.size());
}

qint64 percentileOf(Waits waits, double share)
{
    if (waits.empty())
        return 0;
    std::sort(waits.begin(), waits.end());
    return waits[size_t(share * double(waits.size() - 1))];
}

/// What writers came to.
struct Figures
{
    Waits waits = {};
    qint64 inTime = 0; ///< writes that were done before the time was over
    double calls = 0;  ///< of the system, for each write, looking included
};

class Share
{
public:
    explicit Share(const ShareSize &size)
        : m_size(size)
        , m_share(folderInMemory())
        , m_profiles(folderInMemory())
        , m_path(m_share.filePath(u"bank.milepost"_s))
    {
    }

    bool run()
    {
        if (const Done done = Accounts::found(m_path); !done)
            fail(u"founding"_s, done.error());
        start(m_size.clients);
        writeSteadily();
        burst();
        keep(m_size.writers);
        measurePollers();
        keep(0);
        return m_isWithin;
    }

private:
    using Clients = std::vector<std::unique_ptr<ClientProcess>>;

    void start(int count)
    {
        for (int i = 0; i < count; ++i, ++m_next)
            m_clients.push_back(std::make_unique<ClientProcess>(
                m_path, m_profiles.filePath(QString::number(m_next)), m_next, ClientProcess::Slow));
        waitUntil([](const ClientProcess &client) { return client.isOpen(); });
    }

    /// The first so many stay.
    void keep(int count)
    {
        const size_t kept = std::min(m_clients.size(), size_t(count));
        for (size_t i = kept; i < m_clients.size(); ++i)
            m_clients[i]->beginToEnd();
        m_clients.resize(kept);
    }

    template<class Condition>
    void waitUntil(Condition condition)
    {
        const qint64 end = ClientProcess::now() + kMostMs + m_size.seconds * kMillisecond;
        while (!std::all_of(m_clients.begin(), m_clients.end(),
                            [&](const auto &client) { return condition(*client); })) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
            for (const auto &client : m_clients)
                if (!client->listen())
                    fail(u"a client has ended"_s);
            if (ClientProcess::now() > end)
                fail(u"some clients are not done"_s);
        }
    }

    /// What the first so many come to who write again and again.
    Figures writeAgain(int writers)
    {
        const qint64 begin = ClientProcess::now() + kSoon;
        const qint64 end = begin + m_size.seconds * kMillisecond;
        for (int i = 0; i < writers; ++i)
            m_clients[size_t(i)]->writeFrom(begin, end);
        return collect(writers, end);
    }

    Figures collect(int writers, qint64 end)
    {
        const auto isAmong = [&](const ClientProcess &client) {
            return std::any_of(m_clients.begin(), m_clients.begin() + writers,
                               [&](const auto &writer) { return writer.get() == &client; });
        };
        waitUntil([&](const ClientProcess &client) { return client.isDone() || !isAmong(client); });
        Figures figures;
        qint64 calls = 0;
        for (int i = 0; i < writers; ++i) {
            const ClientProcess &client = *m_clients[size_t(i)];
            if (client.lastError() != 0)
                fail(QStringLiteral("a client's write: error %1").arg(client.lastError()));
            figures.waits.insert(figures.waits.end(), client.waits().begin(), client.waits().end());
            calls += client.calls();
            figures.inTime += std::count_if(client.ends().begin(), client.ends().end(),
                                            [end](qint64 at) { return at <= end; });
        }
        figures.calls = double(calls) / double(figures.waits.size());
        return figures;
    }

    void writeSteadily()
    {
        const auto [waits, inTime, calls] = writeAgain(m_size.clients);
        const double each = double(inTime) / m_size.seconds;
        std::printf("%d clients write for %d s: %.1f writes/s, wait mean %.0f ms, 95%% %lld ms, longest %lld "
                    "ms; %.0f calls each\n",
                    m_size.clients, m_size.seconds, each, meanOf(waits), percentileOf(waits, 0.95),
                    percentileOf(waits, 1), calls);
        hold(m_size.writesEach == 0 || each >= m_size.writesEach, "fewer than it should be");
    }

    void burst()
    {
        const qint64 moment = ClientProcess::now() + kSoon;
        for (const auto &client : m_clients)
            client->writeAt(moment);
        const Waits waits = collect(m_size.clients, 0).waits;
        const double mean = meanOf(waits);
        const qint64 longest = percentileOf(waits, 1);
        std::printf("burst of %zu: wait mean %.0f ms, longest %lld ms, which is %.1f times the mean\n",
                    waits.size(), mean, longest, double(longest) / mean);
        hold(m_size.longest == 0 || double(longest) <= m_size.longest * kMillisecond,
             "longer than it should be");
        hold(m_size.overMean == 0 || double(longest) <= m_size.overMean * mean,
             "less even than it should be");
    }

    void measurePollers()
    {
        const Figures alone = writeAgain(m_size.writers);
        start(m_size.pollers);
        const Figures watched = writeAgain(m_size.writers);
        const auto before = double(percentileOf(alone.waits, 0.95));
        const auto after = double(percentileOf(watched.waits, 0.95));
        const double cost = (after / before - 1) * 100;
        std::printf("%d writers: %.1f writes/s, wait mean %.0f ms, 95%% %.0f ms; while %d others look: %.1f "
                    "writes/s, mean %.0f ms, 95%% %.0f ms, %+.0f %%\n",
                    m_size.writers, double(alone.inTime) / m_size.seconds, meanOf(alone.waits), before,
                    m_size.pollers, double(watched.inTime) / m_size.seconds, meanOf(watched.waits), after,
                    cost);
        hold(m_size.pollersCost == 0 || cost <= m_size.pollersCost, "more than it should be");
    }

    void hold(bool isWithin, const char *what)
    {
        if (!isWithin)
            std::printf("WRONG: %s\n", what);
        std::fflush(stdout);
        m_isWithin = m_isWithin && isWithin;
    }

    ShareSize m_size;
    QTemporaryDir m_share;
    QTemporaryDir m_profiles;
    QString m_path;
    int m_next = 1;
    bool m_isWithin = true;
    Clients m_clients;
};

} // namespace

bool runShare(const ShareSize &size)
{
    return Share(size).run();
}

} // namespace milepost::faults
