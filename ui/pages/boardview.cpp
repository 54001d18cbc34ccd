// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardview.h"

#include "ui/delegates/ownersdelegate.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/sparklinedelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/delegates/valuedelegate.h"
#include "ui/models/boardmodel.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace milepost {
namespace {

constexpr int kIndentation = 20;
/// With less room for the titles, the columns that one can do without make way.
constexpr int kTitleCharacters = 30;
/// In the order in which they go.
constexpr BoardModel::Column kDispensable[] = {BoardModel::UpdatedColumn, BoardModel::LineColumn,
                                               BoardModel::ProgressColumn, BoardModel::OwnersColumn};

bool startsValue(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QString text = event.text();
    return !text.isEmpty() && (text.at(0).isDigit() || QStringLiteral("+-.,").contains(text.at(0)));
}

} // namespace

BoardView::BoardView(QWidget *parent)
    : QTreeView(parent)
    , m_values(new ValueDelegate(ValueDelegate::Ink::Strong, this))
{
    setObjectName(QStringLiteral("boardView"));
    setAccessibleName(tr("Objectives and KPIs"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(kIndentation);
    setUniformRowHeights(false);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegateForColumn(BoardModel::TitleColumn, new TitleDelegate(this));
    setItemDelegateForColumn(BoardModel::OwnersColumn, new OwnersDelegate(this));
    setItemDelegateForColumn(BoardModel::ValueColumn, m_values);
    setItemDelegateForColumn(BoardModel::TargetColumn, new ValueDelegate(ValueDelegate::Ink::Soft, this));
    setItemDelegateForColumn(BoardModel::ProgressColumn, new ProgressDelegate(this));
    setItemDelegateForColumn(BoardModel::LineColumn, new SparklineDelegate(this));
    setItemDelegateForColumn(BoardModel::StatusColumn, new StatusDelegate(this));
    setItemDelegateForColumn(BoardModel::UpdatedColumn, new TextDelegate(this));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
}

void BoardView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &BoardView::arrange);
    setWidths();
    if (model->rowCount() > 0)
        arrange({}, 0, model->rowCount() - 1);
}

// A board is read as a whole: everything is open, and a heading stands over its rows.
void BoardView::arrange(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (index.data(RowKindRole).value<RowKind>() == RowKind::Section)
            setFirstColumnSpanned(row, parent, true);
        setExpanded(index, true);
        if (const int children = model()->rowCount(index); children > 0)
            arrange(index, 0, children - 1);
    }
    if (parent.isValid())
        setExpanded(parent, true);
}

void BoardView::setWidths()
{
    const int unit = fontMetrics().averageCharWidth();
    header()->setSectionResizeMode(BoardModel::TitleColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{BoardModel::OwnersColumn, 9},  {BoardModel::ValueColumn, 12},
                                          {BoardModel::TargetColumn, 12}, {BoardModel::ProgressColumn, 12},
                                          {BoardModel::LineColumn, 15},   {BoardModel::StatusColumn, 14},
                                          {BoardModel::UpdatedColumn, 13}};
    for (const auto &[column, characters] : widths) {
        header()->setSectionResizeMode(column, QHeaderView::Interactive);
        header()->resizeSection(column, characters * unit);
        m_widths.insert(column, characters * unit);
    }
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    int room = viewport()->width();
    for (const int width : m_widths)
        room -= width;
    const int wanted = kTitleCharacters * fontMetrics().averageCharWidth();
    for (const BoardModel::Column column : kDispensable) {
        setColumnHidden(column, room < wanted);
        if (room < wanted)
            room += m_widths.value(column);
    }
}

void BoardView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && (startsValue(*event) || event->key() == Qt::Key_F2)) {
        const QModelIndex value = current.siblingAtColumn(BoardModel::ValueColumn);
        if (!(value.flags() & Qt::ItemIsEditable)) {
            Q_EMIT typedInVain(current);
            return;
        }
        setCurrentIndex(value);
    }
    // Letters would open the editor too, and a value never begins with one.
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (isText && !startsValue(*event) && !(event->modifiers() & Qt::ControlModifier))
        return event->ignore();
    QTreeView::keyPressEvent(event);
}

void BoardView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex edited = currentIndex();
    const bool goesUp = hint == QAbstractItemDelegate::EditPreviousItem;
    // The view itself would open the editor of the row above.
    QTreeView::closeEditor(editor, goesUp ? QAbstractItemDelegate::NoHint : hint);
    if (!goesUp && hint != QAbstractItemDelegate::SubmitModelCache)
        return;
    const QModelIndex next = nextRow(edited, goesUp ? Way::Up : Way::Down);
    if (next.isValid())
        setCurrentIndex(next);
}

QModelIndex BoardView::nextRow(const QModelIndex &from, Way way) const
{
    QModelIndex nearest;
    const auto step = [this, way](const QModelIndex &index) {
        return way == Way::Up ? indexAbove(index) : indexBelow(index);
    };
    for (QModelIndex index = step(from); index.isValid(); index = step(index)) {
        const QModelIndex value = index.siblingAtColumn(BoardModel::ValueColumn);
        if (!(value.flags() & Qt::ItemIsEditable))
            continue;
        if (value.data(UpdateRole).value<UpdateFact>().isDue)
            return value;
        if (!nearest.isValid())
            nearest = value;
    }
    return nearest;
}

void BoardView::selectFirst()
{
    const QModelIndex first = model()->index(0, BoardModel::ValueColumn);
    const bool isHeading = first.data(RowKindRole).value<RowKind>() == RowKind::Section;
    setCurrentIndex(isHeading ? nextEditable(first) : first);
}

QModelIndex BoardView::nextEditable(QModelIndex index) const
{
    for (index = indexBelow(index); index.isValid(); index = indexBelow(index)) {
        const QModelIndex value = index.siblingAtColumn(BoardModel::ValueColumn);
        if (value.flags() & Qt::ItemIsEditable)
            return value;
    }
    return {};
}

} // namespace milepost
