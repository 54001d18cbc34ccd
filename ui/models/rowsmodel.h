// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <algorithm>

namespace milepost {

/// A table of rows that are plain values with an `id`. Those derived from it say what the cells hold; brought
/// up to date by syncTo(), it tells its views exactly which rows came, went, moved or changed.
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
            if (keyOf(m_rows[i]) == id)
                return index(static_cast<int>(i), column);
        return {};
    }

protected:
    /// By the fewest steps: gone rows first, then place by place.
    void syncTo(const QList<Row> &fresh)
    {
        removeAllBut(fresh);
        for (qsizetype i = 0; i < fresh.size(); ++i)
            put(static_cast<int>(i), fresh[i]);
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
    static qint64 keyOf(const Row &row)
    {
        if constexpr (requires { row.id.value(); })
            return row.id.value();
        else
            return row.id;
    }

    void removeAllBut(const QList<Row> &fresh)
    {
        QSet<qint64> keys;
        for (const Row &row : fresh)
            keys.insert(keyOf(row));
        for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
            if (keys.contains(keyOf(m_rows[i])))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }

    void put(int place, const Row &row)
    {
        const auto found = std::find_if(m_rows.begin() + place, m_rows.end(),
                                        [&row](const Row &one) { return keyOf(one) == keyOf(row); });
        if (found == m_rows.end()) {
            beginInsertRows({}, place, place);
            m_rows.insert(place, row);
            endInsertRows();
            return;
        }
        const int from = static_cast<int>(found - m_rows.begin());
        if (from != place) {
            beginMoveRows({}, from, from, {}, place);
            m_rows.move(from, place);
            endMoveRows();
        }
        if (m_rows[place] == row)
            return;
        m_rows[place] = row;
        tellChange(place);
    }

    QList<Row> m_rows;
};

} // namespace milepost
