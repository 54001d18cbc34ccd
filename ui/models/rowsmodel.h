// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <algorithm>
#include <utility>

namespace milepost {

template<class Row>
qint64 idOfRow(const Row &row)
{
    if constexpr (requires { row.id.value(); })
        return row.id.value();
    else
        return row.id;
}

/// What is the same row under other words.
template<class Row>
auto keyOfRow(const Row &row)
{
    if constexpr (requires { row.key(); })
        return row.key();
    else
        return idOfRow(row);
}

/// A table of rows that are plain values, each with an `id` or, where that does not tell them apart, a key().
/// Those derived from it say what the cells hold; brought up to date by syncTo(), it tells its views exactly
/// which rows came, went, moved or changed.
template<class Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const QList<Row> &rows() const { return m_rows; }
    /// The row behind an index; null for an invalid one. A loan until the next change.
    const Row *rowAt(const QModelIndex &index) const
    {
        return index.isValid() && index.row() < m_rows.size() ? &m_rows[index.row()] : nullptr;
    }
    QModelIndex indexOf(qint64 id, int column = 0) const
    {
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            if (idOfRow(m_rows[i]) == id)
                return index(static_cast<int>(i), column);
        return {};
    }

protected:
    /// By the fewest steps: gone rows first, then place by place.
    void syncTo(const QList<Row> &fresh)
    {
        removeAllBut(fresh);
        auto present = keysOf(m_rows);
        for (qsizetype i = 0; i < fresh.size(); ++i) {
            if (!present.contains(keyOfRow(fresh[i])))
                insertRun(fresh, i, present);
            else if (keyOfRow(m_rows[i]) != keyOfRow(fresh[i]))
                moveHere(keyOfRow(fresh[i]), i);
            if (m_rows[i] == fresh[i])
                continue;
            m_rows[i] = fresh[i];
            tellChange(static_cast<int>(i));
        }
    }
    /// All other rows, when what is shown is another thing altogether.
    void resetTo(const QList<Row> &fresh)
    {
        beginResetModel();
        m_rows = fresh;
        endResetModel();
    }
    void tellChange(int row) { Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); }

private:
    using Key = decltype(keyOfRow(std::declval<const Row &>()));

    static QSet<Key> keysOf(const QList<Row> &rows)
    {
        QSet<Key> keys;
        for (const Row &row : rows)
            keys.insert(keyOfRow(row));
        return keys;
    }

    /// Neighbours go together.
    void removeAllBut(const QList<Row> &fresh)
    {
        const QSet<Key> staying = keysOf(fresh);
        for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
            qsizetype first = last;
            while (first >= 0 && !staying.contains(keyOfRow(m_rows[first])))
                --first;
            if (first == last)
                continue;
            beginRemoveRows({}, static_cast<int>(first) + 1, static_cast<int>(last));
            m_rows.remove(first + 1, last - first);
            endRemoveRows();
            last = first + 1;
        }
    }

    /// Neighbours come together.
    void insertRun(const QList<Row> &fresh, qsizetype at, QSet<Key> &present)
    {
        qsizetype end = at;
        while (end < fresh.size() && !present.contains(keyOfRow(fresh[end])))
            present.insert(keyOfRow(fresh[end++]));
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        m_rows = m_rows.first(at) + fresh.sliced(at, end - at) + m_rows.sliced(at);
        endInsertRows();
    }

    void moveHere(const Key &key, qsizetype to)
    {
        const auto found = std::find_if(m_rows.begin() + to, m_rows.end(),
                                        [&key](const Row &row) { return keyOfRow(row) == key; });
        const auto from = static_cast<qsizetype>(found - m_rows.begin());
        beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(to));
        m_rows.move(from, to);
        endMoveRows();
    }

    QList<Row> m_rows;
};

} // namespace milepost
