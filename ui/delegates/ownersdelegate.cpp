// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/ownersdelegate.h"

#include "ui/charts/marks.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace milepost {

namespace {

QList<OwnerFact> ownersOf(const QModelIndex &index)
{
    return index.data(OwnersRole).value<QList<OwnerFact>>();
}

QString namesOf(const QList<OwnerFact> &owners)
{
    QStringList names;
    for (const OwnerFact &owner : owners)
        names.append(owner.name);
    return QLocale().createSeparatedList(names);
}

QColor groundOf(const QStyleOptionViewItem &option, const Theme &theme)
{
    if (option.state.testFlag(QStyle::State_Selected))
        return theme.accentSoft;
    return option.state.testFlag(QStyle::State_MouseOver) ? theme.hover : theme.panel;
}

} // namespace

void OwnersDelegate::paintCell(QPainter &painter, const Cell &cell) const
{
    paintAvatars(painter, cell.inside, ownersOf(cell.index), cell.option.font,
                 groundOf(cell.option, cell.theme));
}

int OwnersDelegate::contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int side = avatarSize(option.font);
    const int count = static_cast<int>(std::min<qsizetype>(ownersOf(index).size(), 4));
    return count == 0 ? 0 : side + 2 + (count - 1) * (side - 4);
}

bool OwnersDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const QString names = namesOf(ownersOf(index));
    if (event->type() != QEvent::ToolTip || names.isEmpty())
        return RowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), names, view->viewport(), option.rect);
    return true;
}

} // namespace milepost
