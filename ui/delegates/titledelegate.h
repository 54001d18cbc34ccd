// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

namespace milepost {

/// What a row is called: objectives bold, key results and KPIs indented (by the tree, or by the delegate
/// where they have no parent in the model), then SecondaryTextRole in softer ink. At the end of the cell a
/// flag and OverdueActionsRole, where there are such. A tool tip tells what is cut off, and what the flag
/// means.
class TitleDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    /// The overdue actions of a row were clicked on.
    void actionsClicked(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    void paintCell(QPainter &painter, const Cell &cell) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace milepost
