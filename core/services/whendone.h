// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace milepost {

/// Calls \p answer on the thread of \p context when the future is done, unless the context is gone by then.
/// (In Qt 6.4 QFuture::then() with a context calls into a context that has been destroyed.)
template<class Value, class Answer>
void whenDone(const QFuture<Value> &future, QObject *context, Answer answer)
{
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, answer = std::move(answer)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             answer(watcher->future().result());
                     });
    watcher->setFuture(future);
}

} // namespace milepost
