// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roles.h"

#include <QStyledItemDelegate>

namespace milepost {

/// A note as people know it from letters: who or what above (HeadingRole, with SecondaryTextRole in softer
/// ink beside or below it), and the text below, wrapped to the view's width, with what is emphasised
/// (EmphasisRole) in the accent and bolder. A picture of whoever wrote it stands before it (OwnersRole).
class NoteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace milepost
