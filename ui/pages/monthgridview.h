// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/monthgridmodel.h"

#include <QTableView>

namespace milepost {

/// A board by months. The titles stay while one scrolls to older months; it begins at the newest.
class MonthGridView final : public QTableView
{
    Q_OBJECT
public:
    explicit MonthGridView(BoardModel &board, QWidget *parent = nullptr);

    MonthGridModel &grid() { return m_grid; }
    /// Text and rows in percent of their usual size.
    void setZoom(int percent);
    /// Makes the newest month of a row current; the first row if it is not here.
    void goTo(const RowKey &row);
    /// The row that is current; nothing if there is none.
    std::optional<RowKey> currentRow() const;

Q_SIGNALS:
    /// Enter or a double click on a row.
    void rowChosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setSizes();
    void fitMonths();

    MonthGridModel m_grid;
};

} // namespace milepost
