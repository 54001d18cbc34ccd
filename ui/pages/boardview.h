// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/valuedelegate.h"

#include <QHash>
#include <QTreeView>

namespace milepost {

/// The table of a board. Typing on a row types its value; Enter takes it and goes on to the next row that
/// is due, else to the next that takes one; Shift+Enter goes up.
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
    enum class Way { Down, Up };
    QModelIndex nextRow(const QModelIndex &from, Way way) const;

    ValueDelegate *m_values;

    QHash<int, int> m_widths; ///< of the columns after the title's
};

} // namespace milepost
