// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>

namespace milepost {

/// The one thread that touches the file. Jobs run one after another, in the order in which they were given.
class DatabaseThread
{
public:
    DatabaseThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("database"));
        m_thread.start();
    }
    ~DatabaseThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    template<class Job>
    auto run(Job job) -> QFuture<decltype(job())>
    {
        using Answer = decltype(job());
        const auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QMetaObject::invokeMethod(&m_context, [promise, job = std::move(job)]() mutable {
            promise->addResult(job());
            promise->finish();
        });
        return promise->future();
    }

private:
    QThread m_thread;
    QObject m_context;
};

} // namespace milepost
