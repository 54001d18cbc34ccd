// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

namespace milepost {

/// A number at the right edge, its digits below those of its neighbours. Editing happens in a field that
/// looks like the cell: Enter or leaving hands its text to the model under Qt::EditRole, if it was changed at
/// all; Esc leaves everything as it was.
class ValueDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    enum class Ink { Strong, Soft }; ///< soft for what one compares with, such as targets

    explicit ValueDelegate(Ink ink = Ink::Strong, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void paintCell(QPainter &painter, const Cell &cell) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Ink m_ink;
};

} // namespace milepost
