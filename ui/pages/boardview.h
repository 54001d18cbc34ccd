// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/valuedelegate.h"
#include "ui/models/rowkey.h"

#include <QTreeView>

#include <optional>

namespace milepost {

class BoardColumns;
class BoardModel;

/// The table of a board. Typing on a row types its value; Enter takes it and goes on to the next row that
/// is due, else to the next that takes one; Shift+Enter goes up. However its rows are filtered, sorted and
/// grouped, the current one stays current, and where it was on the screen.
class BoardView final : public QTreeView
{
    Q_OBJECT
public:
    explicit BoardView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    /// Tells what is understood of what is typed on a row.
    void setReader(const ValueDelegate::Reader &reader) { m_values->setReader(reader); }
    /// The day that values are of unless another is typed.
    void setToday(QDate today) { m_values->setToday(today); }
    BoardColumns &columns() { return *m_columns; }
    /// Text and rows in percent of their usual size.
    int zoom() const { return m_zoom; }
    void setZoom(int percent);
    /// Opens the editor of the current row's value, as typing does; tells where the row takes none.
    void editValue();
    /// Goes to the first row that is not a heading.
    void selectFirst();

    /// Does nothing: letters find no row, so that nobody types a number onto a row that they did not choose.
    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    /// A number was begun on a row that takes none.
    void typedInVain(const QModelIndex &row);
    /// The overdue actions of a row were clicked on.
    void actionsClicked(const QModelIndex &row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    /// A row and where it is on the screen.
    struct Anchor
    {
        RowKey row = {};
        int top = 0;
    };

    bool goToValue();
    void followChoice();
    void arrange(const QModelIndex &parent, int first, int last);
    void holdOn();
    void findAgain();
    void scrollBack();
    std::optional<RowKey> keyAt(const QModelIndex &index) const;
    enum class Way { Down, Up };
    QModelIndex nextRow(const QModelIndex &from, Way way) const;

    ValueDelegate *m_values;

    BoardModel *m_board = nullptr; ///< the model, if it is a board's
    BoardColumns *m_columns;
    int m_zoom = 100;
    std::optional<Anchor> m_anchor; ///< while the model brings itself up to date
    std::optional<RowKey> m_lost;   ///< the current row, while it is filtered out
    int m_lostColumn = 0;
    QPersistentModelIndex m_standIn; ///< what is current in its place
    bool m_hasMoved = false;         ///< rows have come, gone or moved since the anchor was taken
};

} // namespace milepost
