// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"

#include <functional>

namespace milepost {

/// The cells of actions, told apart by what they tell: a title with its check box (Qt::CheckStateRole), whose
/// it is as a picture (OwnersRole), when it is due as a pill or in plain words (StatusRole). A click on the
/// box or Space checks it; names are completed where they are typed.
class ActionDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using Names = std::function<QStringList()>;
    /// \p names are those that an owner can be completed to.
    explicit ActionDelegate(Names names, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

protected:
    void paintCell(QPainter &painter, const Cell &cell) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Names m_names;
};

} // namespace milepost
