// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/boardmodel.h"

#include <QStackedWidget>

class QLabel;

namespace milepost {

class BoardView;
class MonthGridView;

/// The rows of a board as a table or by months, with one current row in both; where a filter keeps none, that
/// is said, with a way out.
class BoardStage final : public QStackedWidget
{
    Q_OBJECT
public:
    enum class Face { Table, Months };

    BoardStage(BoardModel &model, BoardView &table, QWidget *parent = nullptr);

    Face face() const { return m_face; }
    /// Shows the rows this way; the current row stays current.
    void setFace(Face face);
    /// Text and rows in percent of their usual size.
    void setZoom(int percent);
    /// Gives the keyboard to what is shown.
    void takeFocus();
    /// Another row of the table is current.
    void followTable();

Q_SIGNALS:
    void faceChanged();
    /// Someone wants to see all rows again.
    void filterUnwanted();

private:
    QWidget *buildNothing();
    void showWhatIsThere();
    void followMonths();

    BoardModel &m_model;
    BoardView &m_table;
    MonthGridView *m_months;
    QLabel *m_nothingText = nullptr;
    QWidget *m_nothing;
    Face m_face = Face::Table;
};

} // namespace milepost
