// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>

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

void collect(const QTableWidget &table, QList<QWidget *> &order)
{
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 0; column < table.columnCount(); ++column)
            if (QWidget *widget = table.cellWidget(row, column))
                collect(widget, order);
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
    } else if (const auto *table = qobject_cast<const QTableWidget *>(widget)) {
        collect(*table, order);
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
