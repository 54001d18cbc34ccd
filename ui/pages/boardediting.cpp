// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boardediting.h"

#include "core/domain/rights.h"
#include "ui/delegates/icons.h"
#include "ui/models/boardmodel.h"
#include "ui/pages/addrow.h"
#include "ui/pages/boardview.h"
#include "ui/pages/clipboardtable.h"
#include "ui/pages/messagebar.h"
#include "ui/pages/pastepanel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>

#include <algorithm>

namespace milepost {
namespace {

void gather(const QAbstractItemModel &model, const QModelIndex &parent, QList<QModelIndex> &rows)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows.append(index);
        gather(model, index, rows);
    }
}

RowKind kindOf(const QModelIndex &row)
{
    return row.data(RowKindRole).value<RowKind>();
}

} // namespace

BoardEditing::BoardEditing(Session &session, BoardView &view, MessageBar &messages, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_view(view)
    , m_messages(messages)
    , m_page(*page)
    , m_copy(tr("&Copy rows"))
    , m_paste(tr("&Paste values"))
    , m_add(tr("Add a &row below"))
    , m_edit(tr("&Edit value"))
    , m_pastePanel(new PastePanel(session, page))
    , m_addRow(new AddRow(session, page))
{
    m_add.setIcon(icon(Icon::Add));
    m_copy.setIcon(icon(Icon::Copy));
    m_copy.setShortcut(QKeySequence::Copy);
    m_paste.setShortcut(QKeySequence::Paste);
    m_add.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter),
                        QKeySequence(Qt::Key_Insert)});
    m_edit.setShortcut(QKeySequence(Qt::Key_F2));
    m_edit.setShortcutContext(Qt::WidgetShortcut); // in a field, F2 is the field's
    view.addAction(&m_edit);
    for (QAction *action : {&m_copy, &m_paste, &m_add})
        prepare(*action, page);
    page->installEventFilter(this);
    connect(&m_copy, &QAction::triggered, this, &BoardEditing::copy);
    connect(&m_paste, &QAction::triggered, this, &BoardEditing::paste);
    connect(&m_add, &QAction::triggered, this, &BoardEditing::openAddRow);
    connect(m_pastePanel, &PastePanel::pasted, this, &BoardEditing::tellPasted);
    connect(m_pastePanel, &PastePanel::refused, &messages, &MessageBar::showError);
    connect(m_addRow, &AddRow::added, this, &BoardEditing::show);
    connect(m_addRow, &AddRow::refusedLate, &messages, &MessageBar::showError);
    connect(m_addRow, &AddRow::closed, &view, qOverload<>(&QWidget::setFocus));
    connect(&session, &Session::changed, this, &BoardEditing::enable);
    connect(&session, &Session::reloaded, this, &BoardEditing::enable);
    enable();
}

// Within the page only: a field elsewhere copies and pastes its own text.
void BoardEditing::prepare(QAction &action, QWidget *page)
{
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(&action);
}

void BoardEditing::setBoard(BoardId board)
{
    if (board != m_board) {
        m_addRow->hide();
        m_pastePanel->hide();
    }
    m_board = board;
    enable();
}

void BoardEditing::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    if (isReadOnly) {
        m_addRow->hide();
        m_pastePanel->hide();
    }
    enable();
}

void BoardEditing::enable()
{
    const WorkingSet &state = m_session.state();
    const bool isSeen = m_board.isValid() && m_page.isVisible();
    m_copy.setEnabled(isSeen);
    m_edit.setEnabled(isSeen);
    m_paste.setEnabled(isSeen && !m_isReadOnly && requireMember(state, m_session.me()));
    m_add.setEnabled(isSeen && !m_isReadOnly && require(state, m_session.me(), m_board, Role::Editor));
    if (m_isReadOnly)
        m_add.setToolTip(tr("The past is only looked at"));
    else
        m_add.setToolTip(m_add.isEnabled() ? tr("Add a row below (Ctrl+Enter)")
                                           : tr("Only the editors of a board add rows"));
}

bool BoardEditing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        enable();
    return QObject::eventFilter(watched, event);
}

QList<QModelIndex> BoardEditing::rowsInOrder() const
{
    QList<QModelIndex> rows;
    gather(*m_view.model(), {}, rows);
    return rows;
}

// The line of the last values is a picture, and no text.
QList<int> BoardEditing::copiedColumns() const
{
    QList<int> columns;
    for (int place = 0; place < m_view.header()->count(); ++place) {
        const int column = m_view.header()->logicalIndex(place);
        if (!m_view.isColumnHidden(column) && column != int(BoardModel::LineColumn))
            columns.append(column);
    }
    return columns;
}

QStringList BoardEditing::heading() const
{
    QStringList texts;
    for (const int column : copiedColumns())
        texts.append(m_view.model()->headerData(column, Qt::Horizontal).toString());
    return texts;
}

// Values as numbers that a spreadsheet reads, all else as it is read aloud.
QStringList BoardEditing::cellsOf(const QModelIndex &row) const
{
    QStringList texts;
    for (const int column : copiedColumns()) {
        const QModelIndex cell = row.siblingAtColumn(column);
        const QString shown = cell.data(Qt::DisplayRole).toString();
        const QString typed = cell.data(Qt::EditRole).toString();
        if (column == int(BoardModel::ValueColumn) && !typed.isEmpty())
            texts.append(cell.data(UnitRole).toString() == QStringLiteral("%") ? QString(typed + u'%')
                                                                               : typed);
        else if (column == int(BoardModel::TitleColumn) || !shown.isEmpty())
            texts.append(shown);
        else
            texts.append(cell.data(Qt::AccessibleTextRole).toString());
    }
    return texts;
}

void BoardEditing::copy()
{
    PastedCells cells = {heading()};
    const QItemSelectionModel &chosen = *m_view.selectionModel();
    for (const QModelIndex &row : rowsInOrder())
        if (chosen.isRowSelected(row.row(), row.parent()))
            cells.append(cellsOf(row));
    if (cells.size() > 1)
        QGuiApplication::clipboard()->setMimeData(mimeOf(cells));
}

PasteRow BoardEditing::pasteRow(const QModelIndex &row) const
{
    const qint64 id = row.data(IdRole).toLongLong();
    const WorkingSet &state = m_session.state();
    PasteRow paste;
    paste.name = row.data(Qt::DisplayRole).toString();
    paste.takesValues = row.siblingAtColumn(int(BoardModel::ValueColumn)).flags() & Qt::ItemIsEditable;
    paste.isPercent = row.data(UnitRole).toString() == QStringLiteral("%");
    if (const Kpi *kpi = state.find(KpiId(id))) {
        paste.place.kpi = kpi->id;
        paste.isRatio = kpi->aggregate == Aggregate::Ratio;
    } else if (const KeyResult *keyResult = state.find(KeyResultId(id))) {
        paste.place.keyResult = keyResult->id;
        paste.isMilestone = keyResult->kind == KeyResultKind::Milestone;
    } else if (state.find(MilestonePartId(id))) {
        paste.place.part = MilestonePartId(id);
        paste.isMilestone = true;
    }
    return paste;
}

void BoardEditing::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const PastedCells cells = data ? milepost::cellsOf(*data) : PastedCells();
    if (cells.isEmpty())
        return m_messages.showText(tr("There is no text and no table on the clipboard."));
    m_messages.dismiss();
    const QList<QModelIndex> indexes = rowsInOrder();
    QList<PasteRow> rows;
    for (const QModelIndex &index : indexes)
        rows.append(pasteRow(index));
    const qsizetype current = indexes.indexOf(m_view.currentIndex().siblingAtColumn(0));
    if (rows.isEmpty())
        m_messages.showText(tr("There are no rows here to paste values on."));
    else
        m_pastePanel->preview(cells, rows, std::max<qsizetype>(0, current));
}

void BoardEditing::tellPasted(int values)
{
    m_messages.showText(tr("%Ln value(s) pasted. Ctrl+Z takes them back.", nullptr, values));
}

void BoardEditing::openAddRow()
{
    const QModelIndex row = m_view.currentIndex().siblingAtColumn(0);
    const WorkingSet &state = m_session.state();
    const qint64 id = row.data(IdRole).toLongLong();
    if (!row.isValid())
        return m_addRow->open(m_board, RowKind::Objective, {});
    if (kindOf(row) == RowKind::Objective)
        return m_addRow->open(m_board, RowKind::KeyResult, ObjectiveId(id));
    if (kindOf(row) != RowKind::KeyResult)
        return m_addRow->open(m_board, RowKind::Kpi, {});
    const MilestonePart *part = state.find(MilestonePartId(id));
    const KeyResult *keyResult = state.find(part ? part->keyResult : KeyResultId(id));
    m_addRow->open(m_board, RowKind::KeyResult, keyResult ? keyResult->objective : ObjectiveId());
}

// The keyboard stays in the line in which one adds.
void BoardEditing::show(RowKind kind, qint64 id)
{
    for (const QModelIndex &row : rowsInOrder())
        if (kindOf(row) == kind && row.data(IdRole).toLongLong() == id)
            return m_view.setCurrentIndex(row.siblingAtColumn(int(BoardModel::ValueColumn)));
}

} // namespace milepost
