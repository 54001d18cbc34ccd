// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/blind.h"

#include "core/domain/condition.h"
#include "tests/faults/accounts.h"
#include "tests/faults/client.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace milepost::faults {
namespace {

constexpr qint64 kMillisecond = 1000; // a second has so many
constexpr qint64 kMostMs = 60'000;    // longer takes only what hangs

class Blind
{
public:
    explicit Blind(double seconds)
        : m_bound(qint64(seconds * kMillisecond))
        , m_path(m_folder.filePath(u"bank.milepost"_s))
    {
    }

    bool run()
    {
        if (const Done done = Accounts::found(m_path); !done)
            fail(u"founding"_s, done.error());
        ClientProcess seeing(m_path, m_folder.filePath(u"seeing"_s), 1, ClientProcess::Usual);
        m_clients[0] = &seeing;
        waitUntil([&] { return seeing.isOpen(); });
        const qint64 begin = ClientProcess::now();
        ClientProcess blind(m_path, m_folder.filePath(u"blind"_s), 2, ClientProcess::Blind);
        m_clients[1] = &blind;
        waitUntil([&] { return blind.isOpen(); });
        waitUntil([&] { return hasNoticed(seeing) && hasNoticed(blind); });
        const std::array took = {seeing.conditionSince() - begin, blind.conditionSince() - begin};
        std::printf(
            "of two clients one's locks are ignored: the other stops writing after %lld ms, it does itself "
            "after %lld ms\n",
            took[0], took[1]);
        const bool isRefused = refuses(seeing) && refuses(blind);
        const bool goesOn = bothRead();
        if (!isRefused || !goesOn)
            std::printf("WRONG: %s\n", isRefused ? "it is not read on" : "it is written on");
        return isRefused && goesOn && took[0] <= m_bound && took[1] <= m_bound;
    }

private:
    static bool hasNoticed(const ClientProcess &client)
    {
        return client.condition() == int(Condition::Kind::LocksUnseen);
    }

    void waitUntil(const std::function<bool()> &condition)
    {
        const qint64 end = ClientProcess::now() + kMostMs;
        while (!condition()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
            for (ClientProcess *client : m_clients)
                if (client && !client->listen())
                    fail(u"a client has ended"_s);
            if (ClientProcess::now() > end)
                fail(u"nobody notices"_s);
        }
    }

    bool refuses(ClientProcess &client)
    {
        client.writeAt(ClientProcess::now());
        waitUntil([&] { return client.isDone(); });
        return client.lastError() == int(Error::Code::LocksUnseen);
    }

    /// What a third writes, who has only just come and has not yet had the time to notice, both of them see.
    bool bothRead()
    {
        ClientProcess third(m_path, m_folder.filePath(u"third"_s), 3, ClientProcess::Usual);
        m_clients[2] = &third;
        waitUntil([&] { return third.isOpen(); });
        third.writeAt(ClientProcess::now());
        waitUntil([&] { return third.isDone(); });
        if (third.lastError() != 0)
            fail(QStringLiteral("a third's write: error %1").arg(third.lastError()));
        waitUntil([&] { return m_clients[0]->seq() >= third.seq() && m_clients[1]->seq() >= third.seq(); });
        m_clients[2] = nullptr;
        return hasNoticed(*m_clients[0]) && hasNoticed(*m_clients[1]);
    }

    qint64 m_bound;
    QTemporaryDir m_folder;
    QString m_path;
    std::array<ClientProcess *, 3> m_clients = {};
};

} // namespace

bool runBlind(double seconds)
{
    return Blind(seconds).run();
}

} // namespace milepost::faults
