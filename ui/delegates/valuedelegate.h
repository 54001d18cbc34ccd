// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/valueeditor.h"

namespace milepost {

/// A number at the right edge, its digits below those of its neighbours. Editing happens in a field that
/// looks like the cell: Enter or leaving hands what was typed to the model under Qt::EditRole, if it was
/// changed at all: the text, or with date, note or confidence a TypedEntry. Esc leaves everything as it was.
/// Enter closes with QAbstractItemDelegate::SubmitModelCache, Shift+Enter with EditPreviousItem.
class ValueDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    enum class Ink { Strong, Soft }; ///< soft for what one compares with, such as targets

    /// Tells what is understood of what is typed on a row.
    using Reader = std::function<EntryReading(const QModelIndex &, const TypedEntry &)>;

    explicit ValueDelegate(Ink ink = Ink::Strong, QObject *parent = nullptr);

    /// Without one, editors say nothing of what they understand.
    void setReader(const Reader &reader) { m_reader = reader; }
    /// The day that values are of unless another is typed.
    void setToday(QDate today) { m_today = today; }

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
    void connectEditor(ValueEditor *editor);

    Ink m_ink;
    Reader m_reader;
    QDate m_today = QDate::currentDate();
};

} // namespace milepost
