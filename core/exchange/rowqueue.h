// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rawrow.h"
#include "core/domain/result.h"

#include <QMutex>
#include <QWaitCondition>

#include <deque>
#include <vector>

namespace milepost {

/// Hands rows from the thread that reads them to the one that stores them, a few at a time, so that neither
/// runs far ahead.
class RowQueue
{
public:
    /// Waits while the other side is behind. False: nobody takes rows any more.
    bool push(RawRow row);
    /// After the last row, or with the reason why there are no more.
    void finish(const Done &done);

    /// Waits for the next row; nothing after the last.
    Result<std::optional<RawRow>> pull();
    /// Nobody will pull again.
    void abandon();

private:
    bool handOver();

    std::vector<RawRow> m_filling; ///< of the pushing side alone
    std::deque<RawRow> m_taking;   ///< of the pulling side alone
    QMutex m_mutex;
    QWaitCondition m_moved;
    std::vector<RawRow> m_waiting; ///< what was handed over and is not yet taken
    std::optional<Done> m_end;
    bool m_isAbandoned = false;
};

} // namespace milepost
