// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace milepost {

/// A quiet list of things that lead somewhere: one click or Enter chooses a row. Headings (rows that are not
/// enabled) stretch over all columns, and the arrow keys pass over them. The first column takes the room that
/// the others leave.
class RowsView final : public QTreeView
{
    Q_OBJECT
public:
    RowsView(const QString &objectName, const QString &accessibleName, QWidget *parent);

    void setModel(QAbstractItemModel *model) override;
    /// The widths of the columns after the first, in characters, and the columns that make way where the
    /// window is narrow, in this order.
    void setColumns(const QList<int> &characters, const QList<int> &dispensable);
    /// Leaves one click to selecting: two choose.
    void chooseByDoubleClick();
    /// Makes the first row that is no heading current, if there is no current one.
    void selectFirst();

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void span(const QModelIndex &parent, int first, int last);
    void spanAll();
    void fit();
    int pixels(int characters) const { return characters * fontMetrics().averageCharWidth(); }

    QList<int> m_characters; ///< wide are the columns after the first
    QList<int> m_dispensable;
};

} // namespace milepost
