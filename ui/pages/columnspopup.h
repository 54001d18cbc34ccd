// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QListWidget;
class QPushButton;

namespace milepost {

class BoardColumns;

/// Chooses the columns of a table and their order: Space shows or hides the current one, the buttons (or Alt
/// with the arrow keys) move it. What is chosen is seen at once behind the popup; Esc closes it.
class ColumnsPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit ColumnsPopup(BoardColumns &columns, QWidget *parent = nullptr);

    /// Opens at a place of the screen, with a column chosen.
    void open(const QPoint &where, int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillList(int current);
    void takeChecks();
    void moveCurrent(int step);
    int currentColumn() const;
    void showWhatMoves();

    BoardColumns &m_columns;
    QListWidget *m_list;
    QPushButton *m_left;
    QPushButton *m_right;
};

} // namespace milepost
