// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/workingset.h"

namespace milepost {

/// Remembers a table, and tells without comparing its records whether another is the very same. Copies of a
/// table share its records until one of the copies changes: then they lie elsewhere, and while this one holds
/// the old ones nothing else can lie where they are. So it is enough to ask where one record is.
template<class Record>
class HeldTable
{
public:
    bool isSame(const WorkingSet &state) const
    {
        const Table<Record> &table = state.of<Record>();
        return m_isHeld && (m_witness ? table.find(m_witness->id) == m_witness : table.isEmpty());
    }
    /// Holds the table of \p state from now on; answers whether it is the one that was held before.
    bool hold(const WorkingSet &state)
    {
        if (isSame(state))
            return true;
        m_table = state.of<Record>();
        const QList<const Record *> records = std::as_const(m_table).all();
        m_witness = records.isEmpty() ? nullptr : records.first();
        m_isHeld = true;
        return false;
    }

private:
    Table<Record> m_table;
    const Record *m_witness = nullptr; ///< one of the records; null if there is none
    bool m_isHeld = false;
};

} // namespace milepost
