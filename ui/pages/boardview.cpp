// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardview.h"

#include "ui/delegates/ownersdelegate.h"
#include "ui/delegates/pacedelegate.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/sparklinedelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/delegates/textdelegate.h"
#include "ui/delegates/titledelegate.h"
#include "ui/delegates/valuedelegate.h"
#include "ui/models/boardmodel.h"
#include "ui/pages/boardcolumns.h"

#include <QApplication>
#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

namespace milepost {
namespace {

constexpr int kIndentation = 20;
constexpr int kBesidePointer = 12;

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
    , m_columns(new BoardColumns(*this))
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
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    auto *titles = new TitleDelegate(this);
    connect(titles, &TitleDelegate::actionsClicked, this, &BoardView::actionsClicked);
    setItemDelegateForColumn(BoardModel::TitleColumn, titles);
    setItemDelegateForColumn(BoardModel::OwnersColumn, new OwnersDelegate(this));
    setItemDelegateForColumn(BoardModel::ValueColumn, m_values);
    setItemDelegateForColumn(BoardModel::TargetColumn, new ValueDelegate(ValueDelegate::Ink::Soft, this));
    setItemDelegateForColumn(BoardModel::ProgressColumn, new ProgressDelegate(this));
    setItemDelegateForColumn(BoardModel::LineColumn, new SparklineDelegate(this));
    setItemDelegateForColumn(BoardModel::StatusColumn, new StatusDelegate(this));
    setItemDelegateForColumn(BoardModel::UpdatedColumn, new TextDelegate(this));
    setItemDelegateForColumn(BoardModel::SpanColumn, new TextDelegate(TextDelegate::Tells::Anything, this));
    setItemDelegateForColumn(BoardModel::PaceColumn, new PaceDelegate(this));
    setItemDelegateForColumn(BoardModel::ConfidenceColumn, new ValueDelegate(ValueDelegate::Ink::Soft, this));
    header()->setHighlightSections(false);
    header()->setSectionsClickable(true);
    header()->setSortIndicatorShown(true);
    header()->setSortIndicatorClearable(true); // a third click brings the board's own order back
    header()->setSortIndicator(-1, Qt::AscendingOrder);
}

void BoardView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &BoardView::arrange);
    m_board = qobject_cast<BoardModel *>(model);
    if (m_board) {
        const auto noteMove = [this] { m_hasMoved = true; };
        connect(m_board, &BoardModel::updating, this, &BoardView::holdOn);
        connect(m_board, &BoardModel::updated, this, &BoardView::findAgain);
        connect(m_board, &BoardModel::rowsInserted, this, noteMove);
        connect(m_board, &BoardModel::rowsRemoved, this, noteMove);
        connect(m_board, &BoardModel::rowsMoved, this, noteMove);
        connect(m_board, &BoardModel::layoutChanged, this, noteMove);
        connect(m_board, &BoardModel::modelReset, this, [this] { m_lost.reset(); });
    }
    m_columns->reset();
    if (model->rowCount() > 0)
        arrange({}, 0, model->rowCount() - 1);
}

void BoardView::setZoom(int percent)
{
    m_zoom = percent;
    QFont font = QApplication::font(this);
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    setFont(font);
    header()->setFont(font);
}

void BoardView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_columns->refresh();
}

// A board is read as a whole: everything is open, and a heading stands over its rows.
void BoardView::arrange(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (rowKindOf(index) == RowKind::Section)
            setFirstColumnSpanned(row, parent, true);
        if (const int children = model()->rowCount(index); children > 0) {
            setExpanded(index, true);
            arrange(index, 0, children - 1);
        }
    }
    if (parent.isValid())
        setExpanded(parent, true);
}

// What the program makes current is all that is selected, whichever keys are held down while it does.
QItemSelectionModel::SelectionFlags BoardView::selectionCommand(const QModelIndex &index,
                                                                const QEvent *event) const
{
    if (!event)
        return QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    return QTreeView::selectionCommand(index, event);
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    // The current row stays in sight where a message takes its place.
    const QRect before(QPoint(), event->oldSize());
    const bool isLosing =
        event->size().height() < before.height() && visualRect(currentIndex()).intersects(before);
    QTreeView::resizeEvent(event);
    m_columns->fit();
    if (isLosing)
        scrollTo(currentIndex());
}

std::optional<RowKey> BoardView::keyAt(const QModelIndex &index) const
{
    const BoardRow *row = m_board ? m_board->rowAt(index) : nullptr;
    return row ? std::optional(row->key()) : std::nullopt;
}

// The current row stays where it is on the screen; where it cannot be seen, the first row that can be does.
void BoardView::holdOn()
{
    m_anchor.reset();
    m_hasMoved = false;
    if (m_lost && currentIndex().isValid() && currentIndex() != m_standIn)
        m_lost.reset(); // someone has gone elsewhere meanwhile
    QModelIndex held = currentIndex();
    if (!held.isValid() || !viewport()->rect().intersects(visualRect(held)))
        held = indexAt(QPoint(0, 0));
    if (const std::optional<RowKey> key = keyAt(held))
        m_anchor = Anchor{*key, visualRect(held).top()};
}

void BoardView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const QModelIndex current = currentIndex();
    for (QModelIndex at = current; at.isValid() && !m_lost; at = at.parent())
        if (at.parent() == parent && first <= at.row() && at.row() <= last) {
            m_lost = keyAt(current);
            m_lostColumn = current.column();
        }
    QTreeView::rowsAboutToBeRemoved(parent, first, last);
}

// A row that was filtered out and is there again is current again; meanwhile another stands in for it.
void BoardView::findAgain()
{
    const QModelIndex found = m_lost ? m_board->indexOf(*m_lost, m_lostColumn) : QModelIndex();
    const QModelIndex next = found.isValid() ? found : currentIndex();
    if (m_lost && next.isValid())
        selectionModel()->setCurrentIndex(next,
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_standIn = next;
    if (found.isValid())
        m_lost.reset();
    if (m_hasMoved && m_anchor)
        scrollBack();
}

void BoardView::scrollBack()
{
    const QModelIndex held = m_board->indexOf(m_anchor->row, 0);
    if (!held.isValid())
        return;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(held).top() - m_anchor->top);
}

void BoardView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

// The current cell becomes that of the value; false if the row takes none, which is told.
bool BoardView::goToValue()
{
    const QModelIndex value = currentIndex().siblingAtColumn(BoardModel::ValueColumn);
    if (!(value.flags() & Qt::ItemIsEditable)) {
        Q_EMIT typedInVain(currentIndex());
        return false;
    }
    setCurrentIndex(value);
    return true;
}

void BoardView::editValue()
{
    setFocus();
    if (currentIndex().isValid() && goToValue())
        edit(currentIndex());
}

void BoardView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    QMetaObject::invokeMethod(this, &BoardView::followChoice, Qt::QueuedConnection);
}

// Assistive technology chooses a row without going there: a row that alone is chosen is the one that is
// meant.
void BoardView::followChoice()
{
    const QItemSelection chosen = selectionModel()->selection();
    if (chosen.size() != 1 || chosen.first().height() != 1 || chosen.contains(currentIndex()))
        return;
    const QModelIndex row = chosen.first().topLeft();
    selectionModel()->setCurrentIndex(row.siblingAtColumn(BoardModel::ValueColumn),
                                      QItemSelectionModel::NoUpdate);
    scrollTo(currentIndex());
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    if (currentIndex().isValid() && startsValue(*event) && !goToValue())
        return;
    // Letters would open the editor too, and a value never begins with one.
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (isText && !startsValue(*event) && !(event->modifiers() & Qt::ControlModifier))
        return event->ignore();
    QTreeView::keyPressEvent(event);
}

// The title beside the pointer, so that a picture of the whole row does not hide where it is going.
void BoardView::startDrag(Qt::DropActions actions)
{
    QModelIndexList rows = selectedIndexes();
    rows.removeIf([](const QModelIndex &index) { return !index.flags().testFlag(Qt::ItemIsDragEnabled); });
    QMimeData *carried = model()->mimeData(rows);
    if (!carried)
        return;
    const QRect title = visualRect(rows.first().siblingAtColumn(BoardModel::TitleColumn));
    auto *drag = new QDrag(this);
    drag->setMimeData(carried);
    drag->setPixmap(viewport()->grab(title & viewport()->rect()));
    drag->setHotSpot({-kBesidePointer, -kBesidePointer});
    drag->exec(actions, defaultDropAction());
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
    m_lost.reset();
    QModelIndex row = model()->index(0, BoardModel::ValueColumn);
    while (row.isValid() && rowKindOf(row) == RowKind::Section)
        row = indexBelow(row);
    setCurrentIndex(row.siblingAtColumn(BoardModel::ValueColumn));
}

} // namespace milepost
