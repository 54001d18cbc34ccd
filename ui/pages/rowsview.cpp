// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowsview.h"

#include "ui/pages/treekeys.h"

#include <QEvent>
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
    m_characters = characters;
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column <= m_characters.size(); ++column)
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
    fit();
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
    fit();
}

void RowsView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void RowsView::fit()
{
    int room = viewport()->width();
    for (int column = 1; column <= m_characters.size(); ++column) {
        header()->resizeSection(column, pixels(m_characters[column - 1]));
        room -= pixels(m_characters[column - 1]);
    }
    for (const int column : m_dispensable) {
        const bool isTight = room < pixels(kTitleCharacters);
        setColumnHidden(column, isTight);
        if (isTight)
            room += pixels(m_characters[column - 1]);
    }
}

void RowsView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

} // namespace milepost
