// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QStyledItemDelegate>

namespace milepost {

struct Theme;

/// What all cells of a row share: its height (36 px at 13 px text, objectives 44, headings 34), the tint of
/// hover and selection, the hairline below, the ring round the current cell. What stands in the cell is
/// painted by those derived from it, within the padding. Everything painted is plain text.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// What a cell is painted with: its inside, and the option with the index's own font and text.
    struct Cell
    {
        QRect inside;
        const QStyleOptionViewItem &option;
        const QModelIndex &index;
        const Theme &theme;
        RowKind kind;
    };

    virtual void paintCell(QPainter &painter, const Cell &cell) const = 0;
    /// The width that the content would like, without padding.
    virtual int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// Pixels between a cell's edge and its content.
inline constexpr int kCellPadding = 8;

RowKind rowKindOf(const QModelIndex &index);

/// The ground of a row: selection, hover or nothing, and its hairline. The style paints it below the tree's
/// branches, the delegates in their cells.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, RowKind kind);

} // namespace milepost
