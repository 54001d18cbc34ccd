// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/figures/monthly.h"
#include "ui/models/boardmodel.h"
#include "ui/models/rowsmodel.h"

namespace milepost {

/// A row, with its months and what they are made of if someone has asked for them.
struct MonthRow
{
    RowRef row = {};
    mutable std::optional<KpiInputs> kpi = {};
    mutable std::optional<KeyResultInputs> keyResult = {};
    mutable QList<MonthFigures> months = {};

    RowKey key() const { return row->key(); }
};

/// The KPIs and numbered key results of a board by months: what each came to over its target, the newest
/// month at the right. It shows the rows that the board's model shows, in their order, and follows that while
/// it is active; months are computed when they are first asked for.
class MonthGridModel final : public RowsModel<MonthRow>
{
    Q_OBJECT
public:
    static constexpr int kMonths = 24;

    explicit MonthGridModel(BoardModel &board, QObject *parent = nullptr);

    /// Whether it follows the board: one that nobody looks at need not.
    void setActive(bool isActive);
    RowKey keyAt(int row) const { return rows()[row].key(); }
    /// The place of a row; -1 if it has none here.
    int placeOf(const RowKey &key) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void forget();
    void follow();
    void changeRows(const QList<RowRef> &fresh);
    void recompute(int place);
    bool read(const MonthRow &row) const;
    const MonthFigures *monthAt(const QModelIndex &index) const;
    QString targetText(const MonthRow &row, const MonthFigures &month) const;
    QString spoken(const MonthRow &row, const MonthFigures &month) const;
    QVariant monthHeader(int section, int role) const;

    BoardModel &m_board;
    QDate m_day;
    bool m_isActive = false;
};

} // namespace milepost
