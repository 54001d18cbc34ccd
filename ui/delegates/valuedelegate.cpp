// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/valuedelegate.h"

#include "ui/charts/marks.h"

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
    const bool isKeyResult = rowKindOf(index) == RowKind::KeyResult;
    auto *const editor = new ValueEditor(
        spokenName(index), m_today,
        isKeyResult ? ValueEditor::Confidence::Asked : ValueEditor::Confidence::NotAsked, parent);
    if (m_reader) {
        const QPersistentModelIndex row = index;
        editor->setReader([reader = m_reader, row](const TypedEntry &entry) { return reader(row, entry); });
    }
    // Views ask a delegate for editors as if that changed nothing; the editor tells them through it.
    const_cast<ValueDelegate *>(this)->connectEditor(editor);
    return editor;
}

void ValueDelegate::connectEditor(ValueEditor *editor)
{
    connect(editor, &ValueEditor::accepted, this, [this, editor](ValueEditor::Next next) {
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor, next == ValueEditor::Next::Up ? EditPreviousItem : SubmitModelCache);
    });
    connect(editor, &ValueEditor::cancelled, this,
            [this, editor] { Q_EMIT closeEditor(editor, RevertModelCache); });
    connect(editor, &ValueEditor::left, this, [this, editor] {
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor, NoHint);
    });
}

void ValueDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *const value = qobject_cast<ValueEditor *>(editor))
        value->setValue(index.data(Qt::EditRole).toString());
}

void ValueDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *const value = qobject_cast<ValueEditor *>(editor);
    if (value == nullptr || !value->isModified())
        return;
    const TypedEntry entry = value->entry();
    model->setData(index, value->hasDetails() ? QVariant::fromValue(entry) : QVariant(entry.value),
                   Qt::EditRole);
}

void ValueDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex & /*index*/) const
{
    const int height = option.fontMetrics.height() + 8;
    QRect rect = option.rect.adjusted(2, 0, -1, -1);
    rect.setTop(rect.top() + (rect.height() - height) / 2);
    rect.setHeight(height);
    if (auto *const value = qobject_cast<ValueEditor *>(editor))
        value->placeOn(rect);
}

} // namespace milepost
