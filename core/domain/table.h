// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>

namespace milepost {

/// Records of one type in memory: found by id, and by what they hang on. A value: copies share until one
/// changes.
template<class Record>
class Table
{
public:
    using RecordId = decltype(Record::id);

    const Record *find(RecordId id) const
    {
        const auto found = m_records.constFind(id.value());
        return found == m_records.constEnd() ? nullptr : &*found;
    }

    bool contains(RecordId id) const { return m_records.contains(id.value()); }
    qsizetype size() const { return m_records.size(); }
    bool isEmpty() const { return m_records.isEmpty(); }

    /// Adds the record or replaces the one with its id.
    void put(const Record &record)
    {
        if (const Record *old = find(record.id))
            forgetParent(*old);
        m_records.insert(record.id.value(), record);
        if constexpr (kHasParent)
            m_children[record.parentKey()].append(record.id.value());
    }

    void remove(RecordId id)
    {
        if (const Record *old = find(id))
            forgetParent(*old);
        m_records.remove(id.value());
    }

    /// All records by position, then by id (the order in which they were made).
    QList<const Record *> all() const
    {
        QList<const Record *> list;
        list.reserve(m_records.size());
        for (const Record &record : m_records)
            list.append(&record);
        return sorted(std::move(list));
    }

    /// The records that hang on \p parent, in the same order.
    template<class Parent>
    QList<const Record *> of(Parent parent) const
    {
        QList<const Record *> list;
        for (const qint64 id : m_children.value(keyOf(parent)))
            list.append(find(RecordId(id)));
        return sorted(std::move(list));
    }

private:
    static constexpr bool kHasParent = requires(const Record &record) { record.parentKey(); };

    static qint64 keyOf(qint64 key) { return key; }
    template<class Parent>
    static qint64 keyOf(Parent parent)
    {
        return parent.value();
    }

    static QList<const Record *> sorted(QList<const Record *> list)
    {
        std::sort(list.begin(), list.end(), [](const Record *left, const Record *right) {
            if constexpr (requires { left->position; })
                if (left->position != right->position)
                    return left->position < right->position;
            return left->id < right->id;
        });
        return list;
    }

    void forgetParent(const Record &record)
    {
        if constexpr (kHasParent) {
            const auto siblings = m_children.find(record.parentKey());
            siblings->removeOne(record.id.value());
            if (siblings->isEmpty())
                m_children.erase(siblings);
        }
    }

    QHash<qint64, Record> m_records;
    QHash<qint64, QList<qint64>> m_children;
};

} // namespace milepost
