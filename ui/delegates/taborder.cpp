// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace milepost {
namespace {

void collect(QWidget *widget, QList<QWidget *> &order);

void collect(const QLayout &layout, QList<QWidget *> &order)
{
    for (int at = 0; at < layout.count(); ++at) {
        QLayoutItem *item = layout.itemAt(at);
        if (QWidget *widget = item->widget())
            collect(widget, order);
        else if (const QLayout *inner = item->layout())
            collect(*inner, order);
    }
}

void collect(QWidget *widget, QList<QWidget *> &order)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        order.append(widget);
    if (const auto *splitter = qobject_cast<const QSplitter *>(widget)) {
        for (int at = 0; at < splitter->count(); ++at)
            collect(splitter->widget(at), order);
    } else if (const auto *area = qobject_cast<const QScrollArea *>(widget)) {
        if (area->widget())
            collect(area->widget(), order);
    } else if (const QLayout *layout = widget->layout()) {
        collect(*layout, order);
    }
}

} // namespace

void tabInReadingOrder(QWidget &root)
{
    QList<QWidget *> order;
    collect(&root, order);
    for (qsizetype at = 1; at < order.size(); ++at)
        QWidget::setTabOrder(order.at(at - 1), order.at(at));
}

} // namespace milepost
