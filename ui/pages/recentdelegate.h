// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QStyledItemDelegate>

namespace milepost {

/// A workspace that was opened before, in two lines: its name and the day, and softly its folder.
class RecentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role : int { DayRole = FirstOwnRole }; ///< QString

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace milepost
