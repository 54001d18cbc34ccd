// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTreeView>

namespace milepost {

/// The table of a board. Typing on a row types its value; Enter takes it and goes on to the next row that
/// takes one.
class BoardView final : public QTreeView
{
    Q_OBJECT
public:
    explicit BoardView(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    /// Goes to the first row that is not a heading.
    void selectFirst();

    /// Does nothing: letters find no row, so that nobody types a number onto a row that they did not choose.
    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    /// A number was begun on a row that takes none.
    void typedInVain(const QModelIndex &row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void arrange(const QModelIndex &parent, int first, int last);
    void setWidths();
    QModelIndex nextEditable(QModelIndex index) const;

    QHash<int, int> m_widths; ///< of the columns after the title's
};

} // namespace milepost
