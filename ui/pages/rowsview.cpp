// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowsview.h"

#include "ui/pages/treekeys.h"

#include <QHeaderView>

namespace milepost {
namespace {

/// With less room for the titles, columns that one can do without make way.
constexpr int kTitleCharacters = 30;

} // namespace

RowsView::RowsView(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setIndentation(0);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    connect(this, &QAbstractItemView::clicked, this, &RowsView::chosen);
    connect(new TreeKeys(this), &TreeKeys::entered, this, &RowsView::chosen);
}

void RowsView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowsView::span);
    connect(model, &QAbstractItemModel::rowsMoved, this, &RowsView::spanAll);
    connect(model, &QAbstractItemModel::layoutChanged, this, &RowsView::spanAll);
    spanAll();
}

void RowsView::chooseByDoubleClick()
{
    disconnect(this, &QAbstractItemView::clicked, this, &RowsView::chosen);
    connect(this, &QAbstractItemView::doubleClicked, this, &RowsView::chosen);
}

void RowsView::setColumns(const QList<int> &characters, const QList<int> &dispensable)
{
    m_dispensable = dispensable;
    const int unit = fontMetrics().averageCharWidth();
    m_widths.clear();
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int count : characters) {
        m_widths.append(count * unit);
        header()->setSectionResizeMode(static_cast<int>(m_widths.size()), QHeaderView::Fixed);
        header()->resizeSection(static_cast<int>(m_widths.size()), count * unit);
    }
}

void RowsView::spanAll()
{
    span({}, 0, model()->rowCount() - 1);
}

void RowsView::span(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row)
        setFirstColumnSpanned(row, parent,
                              !(model()->flags(model()->index(row, 0, parent)) & Qt::ItemIsEnabled));
}

void RowsView::selectFirst()
{
    if (currentIndex().isValid())
        return;
    QModelIndex index = model()->index(0, 0);
    while (index.isValid() && !(index.flags() & Qt::ItemIsEnabled))
        index = indexBelow(index);
    if (index.isValid())
        setCurrentIndex(index);
}

void RowsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    int room = viewport()->width();
    for (const int width : m_widths)
        room -= width;
    const int wanted = kTitleCharacters * fontMetrics().averageCharWidth();
    for (const int column : m_dispensable) {
        setColumnHidden(column, room < wanted);
        if (room < wanted)
            room += m_widths[column - 1];
    }
}

void RowsView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

} // namespace milepost
