// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monthgridview.h"

#include "ui/delegates/monthdelegate.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

namespace milepost {
namespace {

constexpr int kTitleCharacters = 34;
constexpr int kMonthCharacters = 14;

} // namespace

MonthGridView::MonthGridView(BoardModel &board, QWidget *parent) : QTableView(parent), m_grid(board)
{
    setObjectName(QStringLiteral("monthGrid"));
    setAccessibleName(tr("KPIs by month"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new MonthDelegate(this));
    setModel(&m_grid);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionsClickable(false);
    verticalHeader()->setAccessibleName(tr("KPIs"));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setAccessibleName(tr("Months"));
    setSizes();
    connect(this, &QTableView::doubleClicked, this, &MonthGridView::rowChosen);
}

void MonthGridView::setZoom(int percent)
{
    QFont font = QApplication::font(this);
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    setFont(font);
    verticalHeader()->setFont(font);
    horizontalHeader()->setFont(font);
}

void MonthGridView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setSizes();
}

void MonthGridView::setSizes()
{
    const int unit = fontMetrics().averageCharWidth();
    verticalHeader()->setDefaultSectionSize(MonthDelegate::rowHeight(font()));
    verticalHeader()->setFixedWidth(kTitleCharacters * unit);
    fitMonths();
}

// As many whole months as there is room for, so that scrolled to the newest none is cut off.
void MonthGridView::fitMonths()
{
    const int least = kMonthCharacters * fontMetrics().averageCharWidth();
    const int room = viewport()->width();
    const int months = qBound(1, room / least, MonthGridModel::kMonths);
    horizontalHeader()->setDefaultSectionSize(qMax(least, room / months));
}

void MonthGridView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitMonths();
}

void MonthGridView::goTo(const RowKey &row)
{
    const int place = qMax(0, m_grid.placeOf(row));
    const QModelIndex newest = m_grid.index(place, MonthGridModel::kMonths - 1);
    setCurrentIndex(newest);
    scrollTo(newest);
}

std::optional<RowKey> MonthGridView::currentRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(m_grid.keyAt(current.row())) : std::nullopt;
}

void MonthGridView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !currentIndex().isValid())
        return QTableView::keyPressEvent(event);
    Q_EMIT rowChosen();
}

} // namespace milepost
