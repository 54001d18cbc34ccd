// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rowqueue.h"

namespace milepost {
namespace {

constexpr size_t kRowsAtOnce = 500;

} // namespace

bool RowQueue::push(RawRow row)
{
    m_filling.push_back(std::move(row));
    return m_filling.size() < kRowsAtOnce || handOver();
}

bool RowQueue::handOver()
{
    const QMutexLocker locker(&m_mutex);
    while (!m_waiting.empty() && !m_isAbandoned)
        m_moved.wait(&m_mutex);
    m_waiting = std::exchange(m_filling, {});
    m_moved.wakeAll();
    return !m_isAbandoned;
}

void RowQueue::finish(const Done &done)
{
    handOver();
    const QMutexLocker locker(&m_mutex);
    m_end = done;
    m_moved.wakeAll();
}

Result<std::optional<RawRow>> RowQueue::pull()
{
    if (m_taking.empty()) {
        const QMutexLocker locker(&m_mutex);
        while (m_waiting.empty() && !m_end)
            m_moved.wait(&m_mutex);
        m_taking.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
        m_waiting.clear();
        m_moved.wakeAll();
        if (m_taking.empty())
            return *m_end ? Result<std::optional<RawRow>>(std::optional<RawRow>())
                          : Result<std::optional<RawRow>>(m_end->error());
    }
    std::optional<RawRow> row = std::move(m_taking.front());
    m_taking.pop_front();
    return row;
}

void RowQueue::abandon()
{
    const QMutexLocker locker(&m_mutex);
    m_isAbandoned = true;
    m_moved.wakeAll();
}

} // namespace milepost
