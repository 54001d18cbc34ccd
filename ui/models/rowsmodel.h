// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowsteps.h"

#include <QAbstractTableModel>
#include <QHash>

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
    /// By few steps, and then what each row says. No key is in \p fresh twice.
    void syncTo(const QList<Row> &fresh)
    {
        QHash<Key, qint64> numbers;
        const QList<RowKey> before = numberedKeys(m_rows, numbers);
        takeSteps(stepsBetween(before, numberedKeys(fresh, numbers)),
                  [&fresh](int place) { return fresh[place]; });
        for (qsizetype i = 0; i < fresh.size(); ++i) {
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
    /// Takes the rows through \p steps; \p rowFor makes the one for a place that is new.
    template<class RowFor>
    void takeSteps(const QList<TableStep> &steps, const RowFor &rowFor)
    {
        for (const TableStep &step : steps)
            take(step, rowFor);
    }
    Row &rowIn(int place) { return m_rows[place]; }
    void tellChange(int row) { Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); }

private:
    using Key = decltype(keyOfRow(std::declval<const Row &>()));

    /// The rows' keys as numbers, the same for the same key.
    static QList<RowKey> numberedKeys(const QList<Row> &rows, QHash<Key, qint64> &numbers)
    {
        QList<RowKey> keys;
        keys.reserve(rows.size());
        for (const Row &row : rows) {
            const Key key = keyOfRow(row);
            auto number = numbers.constFind(key);
            if (number == numbers.constEnd())
                number = numbers.insert(key, numbers.size());
            keys.append({RowKind::Other, false, *number});
        }
        return keys;
    }

    template<class RowFor>
    void take(const TableStep &step, const RowFor &rowFor)
    {
        switch (step.kind) {
        case TableStep::Kind::Remove:
            beginRemoveRows({}, step.first, step.last);
            m_rows.remove(step.first, step.last - step.first + 1);
            return endRemoveRows();
        case TableStep::Kind::Move:
            beginMoveRows({}, step.first, step.first, {}, step.to > step.first ? step.to + 1 : step.to);
            m_rows.move(step.first, step.to);
            return endMoveRows();
        case TableStep::Kind::Reorder:
            return reorder(step);
        case TableStep::Kind::Insert:
            return insert(step, rowFor);
        }
        Q_UNREACHABLE();
    }

    template<class RowFor>
    void insert(const TableStep &step, const RowFor &rowFor)
    {
        beginInsertRows({}, step.first, step.last);
        QList<Row> rows = m_rows.first(step.first);
        for (int place = step.first; place <= step.last; ++place)
            rows.append(rowFor(place));
        m_rows = rows + m_rows.sliced(step.first);
        endInsertRows();
    }

    void reorder(const TableStep &step)
    {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QList<Row> before = m_rows;
        QHash<int, int> placeOf;
        for (int place = step.first; place <= step.last; ++place) {
            const int from = step.order[place - step.first];
            m_rows[place] = before[from];
            placeOf.insert(from, place);
        }
        for (const QModelIndex &held : persistentIndexList())
            changePersistentIndex(held, index(placeOf.value(held.row(), held.row()), held.column()));
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    QList<Row> m_rows;
};

} // namespace milepost
