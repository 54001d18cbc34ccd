// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/actiondelegate.h"

#include "ui/charts/marks.h"
#include "ui/delegates/completingline.h"
#include "ui/delegates/milepoststyle.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace milepost {

namespace {

constexpr int kGap = 8;

QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

bool hasBox(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).isValid();
}

bool isChecked(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
}

bool isOwner(const QModelIndex &index)
{
    return index.data(OwnersRole).canConvert<QList<OwnerFact>>();
}

StatusFact statusOf(const QModelIndex &index)
{
    return index.data(StatusRole).value<StatusFact>();
}

QRect boxIn(const QRect &inside, const QStyleOptionViewItem &option)
{
    const int side = styleOf(option)->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    const QRect box(inside.left(), inside.top() + (inside.height() - side) / 2, side, side);
    return QStyle::visualRect(option.direction, inside, box);
}

QRect besideBox(const QRect &inside, const QStyleOptionViewItem &option)
{
    const int taken = boxIn(inside, option).width() + kGap;
    return option.direction == Qt::RightToLeft ? inside.adjusted(0, 0, -taken, 0)
                                               : inside.adjusted(taken, 0, 0, 0);
}

void paintBox(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
              const QModelIndex &index)
{
    QStyleOptionViewItem box = option;
    box.rect = rect;
    box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
    box.state |= isChecked(index) ? QStyle::State_On : QStyle::State_Off;
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        box.state &= ~QStyle::State_Enabled;
    styleOf(option)->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
}

bool isSpace(const QEvent &event)
{
    return event.type() == QEvent::KeyPress && static_cast<const QKeyEvent &>(event).key() == Qt::Key_Space;
}

/// A click a little beside the box is meant for it, too.
bool isClickOn(const QRect &box, const QEvent &event)
{
    if (event.type() != QEvent::MouseButtonRelease && event.type() != QEvent::MouseButtonDblClick)
        return false;
    const auto &mouse = static_cast<const QMouseEvent &>(event);
    return mouse.button() == Qt::LeftButton &&
           box.adjusted(-4, -8, 4, 8).contains(mouse.position().toPoint());
}

} // namespace

ActionDelegate::ActionDelegate(Names names, QObject *parent) : RowDelegate(parent), m_names(std::move(names))
{
}

void ActionDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    const QModelIndex &index = cell.index;
    if (isOwner(index)) {
        const QColor ground =
            cell.option.state.testFlag(QStyle::State_Selected) ? cell.theme.accentSoft : cell.theme.panel;
        return paintAvatars(painter, cell.inside, index.data(OwnersRole).value<QList<OwnerFact>>(),
                            cell.option.font, ground);
    }
    if (const StatusFact fact = statusOf(index); !fact.word.isEmpty())
        return paintPill(painter, cell.inside, fact, cell.option.font, cell.theme);
    QRect rect = cell.inside;
    painter.setPen(hasBox(index) && !isChecked(index) ? cell.theme.ink : cell.theme.soft);
    if (hasBox(index)) {
        paintBox(painter, boxIn(rect, cell.option), cell.option, index);
        rect = besideBox(rect, cell.option);
    }
    const QString text = index.data(Qt::DisplayRole).toString().left(500);
    painter.drawText(rect, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

int ActionDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isOwner(index))
        return avatarSize(option.font);
    if (const StatusFact fact = statusOf(index); !fact.word.isEmpty())
        return pillSize(fact, option.font).width();
    const int text = QFontMetrics(option.font).horizontalAdvance(option.text);
    return hasBox(index) ? text + kGap + boxIn(option.rect, option).width() : text;
}

QWidget *ActionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    auto *const line = new CompletingLine(CompletingLine::Mode::Whole, parent);
    line->setObjectName(QStringLiteral("actionEdit"));
    line->setProperty(kCellProperty, true);
    line->setAutoFillBackground(true);
    const QString column = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    line->setAccessibleName(column);
    if (isOwner(index))
        line->setNames(m_names());
    return line;
}

// What comes in from elsewhere does not wipe what is being typed.
void ActionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *const line = qobject_cast<QLineEdit *>(editor);
    if (line == nullptr || line->isModified())
        return;
    line->setText(index.data(Qt::EditRole).toString());
    line->selectAll();
}

void ActionDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *const line = qobject_cast<QLineEdit *>(editor);
    if (line == nullptr || !line->isModified())
        return;
    line->setModified(false);
    model->setData(index, line->text(), Qt::EditRole);
}

bool ActionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (!hasBox(index) || !index.flags().testFlag(Qt::ItemIsUserCheckable))
        return RowDelegate::editorEvent(event, model, option, index);
    if (!isSpace(*event) &&
        !isClickOn(boxIn(option.rect.adjusted(kCellPadding, 0, -kCellPadding, -1), option), *event))
        return false;
    // A second click on the box opens no editor.
    return event->type() == QEvent::MouseButtonDblClick ||
           model->setData(index, isChecked(index) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace milepost
