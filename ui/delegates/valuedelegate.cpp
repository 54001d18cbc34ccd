// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/valuedelegate.h"

#include "ui/charts/marks.h"
#include "ui/delegates/milepoststyle.h"

#include <QLineEdit>
#include <QPainter>

namespace milepost {

namespace {

/// "Value, First reply within one hour": what a screen reader says of the field.
QString spokenName(const QModelIndex &index)
{
    const QString column = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    const QString row = index.siblingAtColumn(0).data(Qt::DisplayRole).toString();
    return column.isEmpty() ? row : QString(column + QLatin1String(", ") + row);
}

} // namespace

ValueDelegate::ValueDelegate(Ink ink, QObject *parent) : RowDelegate(parent), m_ink(ink) {}

void ValueDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    const bool isPending = cell.index.data(PendingRole).toBool();
    if (isPending) {
        QFont font = painter.font();
        font.setItalic(true);
        painter.setFont(font);
    }
    painter.setPen(m_ink == Ink::Soft || isPending ? cell.theme.soft : cell.theme.ink);
    drawTabular(painter, cell.inside, cell.option.text);
}

int ValueDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return tabularWidth(option.font, option.text);
}

QWidget *ValueDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                     const QModelIndex &index) const
{
    auto *const edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("cellEdit"));
    edit->setProperty(kCellProperty, true);
    edit->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    edit->setAccessibleName(spokenName(index));
    return edit;
}

void ValueDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *const edit = qobject_cast<QLineEdit *>(editor);
    // A refresh from elsewhere must not wipe what is being typed.
    if (edit == nullptr || edit->isModified())
        return;
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

void ValueDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *const edit = qobject_cast<QLineEdit *>(editor);
    if (edit == nullptr || !edit->isModified())
        return;
    edit->setModified(false);
    model->setData(index, edit->text(), Qt::EditRole);
}

void ValueDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex & /*index*/) const
{
    const int height = option.fontMetrics.height() + 8;
    QRect rect = option.rect.adjusted(2, 0, -1, -1);
    rect.setTop(rect.top() + (rect.height() - height) / 2);
    rect.setHeight(height);
    editor->setGeometry(rect);
}

} // namespace milepost
