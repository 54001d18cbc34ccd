// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace milepost {

/// A place in the side bar: icon, name, and what there is to know of it (SecondaryTextRole, "4 due") at the
/// trailing edge, with a lock where StatusRole says that it is private; the chosen one lies on a round tint.
/// Rows of RowKind::Section are small headings, with a chevron where Qt::CheckStateRole says that they open
/// (Qt::Checked) and close.
class SideBarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace milepost
