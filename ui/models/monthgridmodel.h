// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/monthly.h"
#include "ui/models/boardmodel.h"

namespace milepost {

/// The KPIs and numbered key results of a board by months: what each came to over its target, the newest
/// month at the right. It shows the rows that the board's model shows, in their order, and follows that while
/// it is active; months are computed when they are first asked for.
class MonthGridModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int kMonths = 24;

    explicit MonthGridModel(BoardModel &board, QObject *parent = nullptr);

    /// Whether it follows the board: one that nobody looks at need not.
    void setActive(bool isActive);
    RowKey keyAt(int row) const { return m_rows.value(row).row->key(); }
    /// The place of a row; -1 if it has none here.
    int placeOf(const RowKey &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// A row, with its months if someone has asked for them.
    struct Row
    {
        RowRef row = {};
        std::optional<KpiInputs> kpi = {};
        std::optional<KeyResultInputs> keyResult = {};
        QList<MonthFigures> months = {};
    };

    void forget();
    void follow();
    void take(const TableStep &step, const QList<RowRef> &rows);
    void changeRows(const QList<RowRef> &rows);
    void recompute(int place);
    bool read(Row &row) const;
    const MonthFigures *monthAt(const QModelIndex &index) const;
    QString targetText(const Row &row, const MonthFigures &month) const;
    QString spoken(const Row &row, const MonthFigures &month) const;
    QVariant monthHeader(int section, int role) const;

    BoardModel &m_board;
    mutable QList<Row> m_rows;
    QDate m_day;
    bool m_isActive = false;
};

} // namespace milepost
