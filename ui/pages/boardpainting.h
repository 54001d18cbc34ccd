// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QModelIndex>
#include <QSize>
#include <QString>

class QImage;
class QPainter;
class QStyleOptionViewItem;
class QTreeView;

namespace milepost {

/// What stands above a board on paper and in pictures.
struct BoardHead
{
    QString title = {};
    QString visibility = {}; ///< "Private", said on every page; empty for what everybody may see
    QString date = {};       ///< on which it stood as it is printed
};

/// A board's table painted somewhere else than on the screen: with the rows, the columns and their order that
/// the view has now, by the view's own delegates, always in light colours. The view must not change
/// meanwhile.
class BoardPainting final
{
public:
    enum class Rows { All, Selected };

    BoardPainting(const QTreeView &view, Rows rows);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    /// Rows that say what the next ones are belong on the page of the next one.
    bool isHeading(int row) const;
    QSize size() const; ///< of the heading and all rows
    int headingHeight() const;
    int rowHeight(int row) const { return m_rows[row].height; }

    /// Paints the names of the columns at the painter's origin.
    void paintHeading(QPainter &painter) const;
    /// Paints a row at the painter's origin.
    void paintRow(QPainter &painter, int row) const;

private:
    struct Column
    {
        int section = 0;
        int left = 0;
        int width = 0;
    };
    struct Row
    {
        QModelIndex index;
        int depth = 0;
        int height = 0;
    };

    void takeColumns();
    void takeRows(const QModelIndex &parent, int depth, Rows rows);
    int heightOf(const QModelIndex &index) const;
    QStyleOptionViewItem option() const;
    QRect cellRect(const Row &row, const Column &column) const;

    const QTreeView &m_view;
    QList<Column> m_columns;
    QList<Row> m_rows;
    int m_width = 0;
};

/// The heading above a board: its name, how far it may be seen, and the day. Answers its height.
int paintBoardHead(QPainter &painter, const BoardHead &head, int width, const QTreeView &view);

/// A board as a picture with so many pixels for each of the screen's; null if it is too large for one.
QImage pictureOf(const BoardPainting &painting, const BoardHead &head, const QTreeView &view, double scale);

} // namespace milepost
